// SPDX-License-Identifier: Apache-2.0
#include "targets.h"

#include <string>
#include <variant>

#include "core/check.h"
#include "core/utf8.h"
#include "formats/charset.h"
#include "formats/http_message.h"
#include "formats/xml.h"
#include "intake/article_reader.h"
#include "lexicon/data_files.h"
#include "lexicon/furniture.h"
#include "stages/clean_article/clean_article.h"

namespace verbale {
namespace {

constexpr std::size_t kArticleBytesMax = std::size_t{1} << 20;

const Furniture& furniture() {
  static DataFiles files(std::string(VERBALE_ROOT) + "/data");
  static const Furniture loaded = load_furniture(files);
  return loaded;
}

void check_article(const RawArticle& raw) {
  const Article article = clean_article(raw, furniture());
  VERBALE_CHECK(is_valid_utf8(article.text));
  VERBALE_CHECK(article.title_span.end <= article.text.size());
  for (ByteSpan heading : article.headings) VERBALE_CHECK(heading.end <= article.text.size());
  for (const RemovedText& removed : article.removed) {
    VERBALE_CHECK(!removed.reason.empty() && removed.at <= article.text.size());
  }
}

// A file of any form: feeds, wires, archives, JSON, pages.
void articles(std::string_view bytes) {
  ArticleReader reader("in", std::make_unique<BytesInMemory>(std::string(bytes)),
                       {kArticleBytesMax});
  while (const auto item = reader.next()) {
    if (const auto* raw = std::get_if<RawArticle>(&*item)) check_article(*raw);
  }
}

void as_form(std::string_view bytes, RawArticle::Form form) {
  RawArticle raw;
  raw.form = form;
  raw.text = decode_text(bytes.substr(0, kArticleBytesMax), charset_declared_in(bytes)).text;
  check_article(raw);
}

void page(std::string_view bytes) { as_form(bytes, RawArticle::Form::kHtml); }
void paste(std::string_view bytes) { as_form(bytes, RawArticle::Form::kPlainText); }

// A server's answer, and its body as XML.
void answer(std::string_view bytes) {
  const auto read = read_http_answer(bytes, kArticleBytesMax);
  if (!read.ok()) return;
  const auto xml = parse_xml(repair_utf8(read.value().body));
  if (xml.ok()) xml.value().inner_markup();
}

constexpr FuzzTarget kTargets[] = {
    {"articles", articles}, {"page", page}, {"paste", paste}, {"answer", answer}};

}  // namespace

std::span<const FuzzTarget> fuzz_targets() { return kTargets; }

}  // namespace verbale
