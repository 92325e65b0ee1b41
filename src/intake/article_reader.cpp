// SPDX-License-Identifier: Apache-2.0
#include "intake/article_reader.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "formats/charset.h"
#include "formats/compression.h"
#include "formats/records.h"
#include "intake/file_source.h"
#include "intake/json_article.h"

namespace verbale {
namespace {

constexpr std::size_t kChunkBytes = 1 << 16;
constexpr std::size_t kLookBytes = 4096;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// Finds the end of the JSON object or list that starts a text, by brackets outside of strings.
class BracketCounter {
 public:
  // Reads on; true when the last bracket closed. `consumed` then counts the bytes up to its end.
  bool read(std::string_view bytes) {
    for (char c : bytes) {
      ++consumed_;
      if (in_string_) {
        if (escaped_)
          escaped_ = false;
        else if (c == '\\')
          escaped_ = true;
        else if (c == '"')
          in_string_ = false;
      } else if (c == '"') {
        in_string_ = true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if (c == '}' || c == ']') {
        if (--depth_ <= 0) return true;
      }
    }
    return false;
  }
  std::size_t consumed() const { return consumed_; }

 private:
  std::size_t consumed_ = 0;
  int depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace

ArticleReader::ArticleReader(std::string name, std::unique_ptr<ByteSource> bytes, ReadLimits limits)
    : name_(std::move(name)), bytes_(decompress(std::move(bytes))), limits_(limits) {}

std::optional<ReadItem> ArticleReader::next() {
  if (done_) return std::nullopt;
  if (!kind_) begin();
  switch (*kind_) {
    case ContentKind::kJsonLines:
      return next_line();
    case ContentKind::kJsonDocument:
      return next_object();
    case ContentKind::kEmpty:
    case ContentKind::kPlainText:
    case ContentKind::kHtml:
    case ContentKind::kFeed:
    case ContentKind::kBinary:
      break;
  }
  return next_whole();
}

// Reads the first bytes and decides what they are.
void ArticleReader::begin() {
  while (ahead().size() < kLookBytes && fill()) {
  }
  if (ahead().starts_with("\xFF\xFE") || ahead().starts_with("\xFE\xFF")) {
    // UTF-16 is read as a whole and goes on as UTF-8.
    while (ahead().size() <= limits_.article_bytes_max && fill()) {
    }
    buffer_ = decode_text(ahead(), "").text;
    at_ = 0;
  }
  if (ahead().starts_with(kUtf8Mark)) drop(kUtf8Mark.size());
  kind_ = content_kind_of(ahead());
}

// Reads a further chunk. False when there is none.
bool ArticleReader::fill() {
  if (ended_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t size = buffer_.size();
  // Grows with the article, so that long ones are not read in many small steps.
  const std::size_t room = std::max(kChunkBytes, size);
  buffer_.resize(size + room);
  const auto got = bytes_->read(buffer_.data() + size, room);
  buffer_.resize(size + (got.ok() ? got.value() : 0));
  if (!got.ok()) error_ = got.error();
  ended_ = !got.ok() || got.value() == 0;
  return !ended_;
}

void ArticleReader::drop(std::size_t count) {
  const std::string_view dropped = ahead().substr(0, count);
  line_ += static_cast<std::size_t>(std::count(dropped.begin(), dropped.end(), '\n'));
  at_ += count;
}

std::string ArticleReader::origin() const {
  return name_ + ":" + std::to_string(line_);
}

Reject ArticleReader::rejected(std::string trouble, std::string cure) const {
  return {"", origin(), std::move(trouble), std::move(cure)};
}

Reject ArticleReader::too_large() const {
  return rejected(
      "the article is larger than " + std::to_string(limits_.article_bytes_max) + " bytes",
      "one line, object or file holds one article; is a line break missing?");
}

// At the end: the trouble that cut the stream off, if any, then nothing.
std::optional<ReadItem> ArticleReader::end_of_stream() {
  done_ = true;
  if (!error_) return std::nullopt;
  return ReadItem(rejected(error_->trouble, error_->cure));
}

std::optional<ReadItem> ArticleReader::next_whole() {
  while (ahead().size() <= limits_.article_bytes_max && fill()) {
  }
  done_ = true;
  Reject reject{"", name_, "", ""};
  if (ahead().size() > limits_.article_bytes_max) {
    reject = too_large();
    reject.origin = name_;
    return ReadItem(std::move(reject));
  }
  if (error_) {
    reject.trouble = error_->trouble;
    reject.cure = error_->cure;
    return ReadItem(std::move(reject));
  }
  if (*kind_ == ContentKind::kEmpty && !trim(ahead()).empty()) kind_ = ContentKind::kPlainText;
  if (*kind_ == ContentKind::kEmpty) {
    reject.trouble = "is empty";
    return ReadItem(std::move(reject));
  }
  if (*kind_ == ContentKind::kBinary) {
    reject.trouble = "is " + std::string(name_of_binary(ahead())) + ", not text";
    reject.cure = "save the article as plain text, HTML or JSON lines";
    return ReadItem(std::move(reject));
  }
  if (*kind_ == ContentKind::kFeed) {
    reject.trouble = "is a feed or sitemap, not an article";
    reject.cure = "fetch the pages that it links to";
    return ReadItem(std::move(reject));
  }
  RawArticle article;
  const bool is_html = *kind_ == ContentKind::kHtml;
  article.form = is_html ? RawArticle::Form::kHtml : RawArticle::Form::kPlainText;
  article.origin = name_;
  DecodedText decoded = decode_text(ahead(), is_html ? charset_declared_in(ahead()) : "");
  article.text = std::move(decoded.text);
  if (!decoded.doubt.empty()) article.doubts.push_back(std::move(decoded.doubt));
  return ReadItem(std::move(article));
}

std::optional<ReadItem> ArticleReader::next_line() {
  std::size_t looked = 0;
  while (true) {
    const std::size_t end = ahead().find('\n', looked);
    if (end != std::string_view::npos) {
      const std::string_view line = trim(ahead().substr(0, end));
      if (line.empty()) {
        drop(end + 1);
        looked = 0;
        continue;
      }
      ReadItem item = line.size() > limits_.article_bytes_max ? ReadItem(too_large())
                                                              : json_article(line, origin());
      drop(end + 1);
      return item;
    }
    looked = ahead().size();
    if (looked > limits_.article_bytes_max) return skip_to_line_end();
    if (!fill()) break;
  }
  const std::string_view line = trim(ahead());
  // A line that broke off with the stream is told as the stream's trouble only.
  if (line.empty() || error_) return end_of_stream();
  ReadItem item = json_article(line, origin());
  drop(ahead().size());
  return item;
}

// Leaves a line that is too large, without keeping it.
std::optional<ReadItem> ArticleReader::skip_to_line_end() {
  ReadItem item(too_large());
  while (true) {
    const std::size_t end = ahead().find('\n');
    if (end != std::string_view::npos) {
      drop(end + 1);
      return item;
    }
    drop(ahead().size());
    if (!fill()) return item;
  }
}

// Skips white space, commas and the brackets of the outer list. False at the end of the stream.
bool ArticleReader::skip_between_objects() {
  while (true) {
    std::size_t count = 0;
    const std::string_view bytes = ahead();
    while (count < bytes.size() && (is_space(bytes[count]) || bytes[count] == ',' ||
                                    bytes[count] == '[' || bytes[count] == ']')) {
      ++count;
    }
    const bool found = count < bytes.size();
    drop(count);
    if (found) return true;
    if (!fill()) return false;
  }
}

std::optional<ReadItem> ArticleReader::next_object() {
  if (!skip_between_objects()) return end_of_stream();
  if (ahead().front() != '{') return stray_text();
  BracketCounter brackets;
  bool whole = brackets.read(ahead());
  while (!whole) {
    if (brackets.consumed() > limits_.article_bytes_max) {
      done_ = true;  // Where the next object starts cannot be told.
      return ReadItem(too_large());
    }
    const std::size_t known = ahead().size();
    if (!fill()) {
      done_ = true;
      return ReadItem(error_ ? rejected(error_->trouble, error_->cure)
                             : rejected("is not JSON: the object that starts here never ends",
                                        "a quote or a closing bracket is missing"));
    }
    whole = brackets.read(ahead().substr(known));
  }
  ReadItem item = json_article(ahead().substr(0, brackets.consumed()), origin());
  drop(brackets.consumed());
  return item;
}

// Something between the objects that is none: told once, and passed over up to the next bracket.
std::optional<ReadItem> ArticleReader::stray_text() {
  ReadItem item(rejected("is not JSON: an object should start here with '{'",
                         "write a list of objects, or one object a line"));
  while (true) {
    const std::size_t next = ahead().find('{');
    if (next != std::string_view::npos) {
      drop(next);
      return item;
    }
    drop(ahead().size());
    if (!fill()) return item;
  }
}

ArticleReader open_articles(const std::string& path, ReadLimits limits) {
  if (path == "-") return ArticleReader("standard input", standard_input(), limits);
  auto file = open_file(path);
  if (file.ok()) return ArticleReader(path, file.take(), limits);
  ArticleReader reader(path, std::make_unique<BytesInMemory>(""), limits);
  reader.error_ = file.error();
  reader.ended_ = true;
  reader.kind_ = ContentKind::kPlainText;
  return reader;
}

}  // namespace verbale
