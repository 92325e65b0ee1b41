// SPDX-License-Identifier: Apache-2.0
#include "intake/article_reader.h"

#include <utility>

#include "formats/charset.h"
#include "intake/content_kind.h"
#include "intake/file_source.h"

namespace verbale {
namespace {

constexpr std::size_t kLookBytes = 4096;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::unique_ptr<RecordReader> reader_of(ContentKind kind, InputBuffer& in) {
  switch (kind) {
    case ContentKind::kJsonLines:
      return read_json_lines(in);
    case ContentKind::kJsonDocument:
      return read_json_document(in);
    case ContentKind::kXmlRecords:
      return read_xml_records(in);
    case ContentKind::kWarc:
      return read_warc(in);
    case ContentKind::kEmpty:
    case ContentKind::kPlainText:
    case ContentKind::kHtml:
    case ContentKind::kBinary:
      break;
  }
  return read_whole_text(in, kind);
}

}  // namespace

ArticleReader::ArticleReader(std::string name, std::unique_ptr<ByteSource> bytes, ReadLimits limits)
    : in_(std::make_unique<InputBuffer>(std::move(name), std::move(bytes), limits)) {}

ArticleReader::ArticleReader(std::string name, Error error)
    : in_(std::make_unique<InputBuffer>(std::move(name), std::move(error))) {}

std::optional<ReadItem> ArticleReader::next() {
  if (records_ == nullptr) begin();
  return records_->next();
}

// Reads the first bytes and decides what they are.
void ArticleReader::begin() {
  in_->fill_to(kLookBytes);
  if (in_->ahead().starts_with("\xFF\xFE") || in_->ahead().starts_with("\xFE\xFF")) {
    // UTF-16 is read as a whole and goes on as UTF-8.
    in_->fill_all();
    in_->replace_ahead(decode_text(in_->ahead(), "").text);
  }
  if (in_->ahead().starts_with(kUtf8Mark)) in_->drop(kUtf8Mark.size());
  records_ = reader_of(content_kind_of(in_->ahead()), *in_);
}

ArticleReader open_articles(const std::string& path, ReadLimits limits) {
  if (path == "-") return ArticleReader("standard input", standard_input(), limits);
  auto file = open_file(path);
  if (file.ok()) return ArticleReader(path, file.take(), limits);
  return ArticleReader(path, file.error());
}

}  // namespace verbale
