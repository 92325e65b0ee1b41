// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "formats/charset.h"
#include "formats/records.h"
#include "intake/record_reader.h"

namespace verbale {
namespace {

// A stream that is one article: a plain text or a page.
class WholeText : public RecordReader {
 public:
  WholeText(InputBuffer& in, ContentKind kind) : in_(in), kind_(kind) {}

  std::optional<ReadItem> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    in_.fill_all();
    if (auto reject = trouble()) return ReadItem(std::move(*reject));
    RawArticle article;
    const bool is_html = kind_ == ContentKind::kHtml;
    article.form = is_html ? RawArticle::Form::kHtml : RawArticle::Form::kPlainText;
    article.origin = in_.name();
    const std::string_view declared = is_html ? charset_declared_in(in_.ahead()) : "";
    DecodedText decoded = decode_text(in_.ahead(), declared);
    article.text = std::move(decoded.text);
    if (!decoded.doubt.empty()) article.doubts.push_back(std::move(decoded.doubt));
    return ReadItem(std::move(article));
  }

 private:
  std::optional<Reject> trouble() {
    if (in_.is_too_large(in_.ahead().size())) {
      Reject reject = in_.too_large();
      reject.origin = in_.name();
      return reject;
    }
    if (in_.error()) return Reject{"", in_.name(), in_.error()->trouble, in_.error()->cure};
    if (kind_ == ContentKind::kEmpty && !trim(in_.ahead()).empty()) kind_ = ContentKind::kPlainText;
    if (kind_ == ContentKind::kEmpty) return Reject{"", in_.name(), "is empty", ""};
    if (kind_ == ContentKind::kBinary) {
      return Reject{"", in_.name(), "is " + std::string(name_of_binary(in_.ahead())) + ", not text",
                    "save the article as plain text, HTML or JSON lines"};
    }
    return std::nullopt;
  }

  InputBuffer& in_;
  ContentKind kind_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> read_whole_text(InputBuffer& in, ContentKind kind) {
  return std::make_unique<WholeText>(in, kind);
}

}  // namespace verbale
