// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <deque>
#include <string>
#include <utility>

#include "formats/charset.h"
#include "formats/http_message.h"
#include "formats/records.h"
#include "intake/article_reader.h"
#include "intake/record_reader.h"

namespace verbale {
namespace {

constexpr std::string_view kMark = "WARC/1.";
constexpr std::size_t kHeaderBytesMax = std::size_t{1} << 20;

// "<https://a.example/>", as old programs write addresses, without the brackets.
std::string without_brackets(std::string_view address) {
  address = trim(address);
  if (address.starts_with('<')) address.remove_prefix(1);
  if (address.ends_with('>')) address.remove_suffix(1);
  return std::string(address);
}

// Where the headers of a record end: after an empty line; npos when none stands there.
std::size_t headers_end(std::string_view bytes) {
  const std::size_t by_book = bytes.find("\r\n\r\n");
  const std::size_t by_line = bytes.find("\n\n");
  if (by_book == std::string_view::npos && by_line == std::string_view::npos) return by_line;
  if (by_line == std::string_view::npos || by_book < by_line) return by_book + 4;
  return by_line + 2;
}

bool is_text_type(std::string_view type) {
  return type.empty() || type.starts_with("text/") || type.find("html") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos || type.find("json") != std::string_view::npos;
}

// Pages that were passed over because they are no articles, by reason.
struct PassedOver {
  std::size_t answers = 0;   // Redirects and errors.
  std::size_t others = 0;    // Pictures, styles, scripts.
  std::size_t revisits = 0;  // Say only that a page was as before.

  std::string told() const {
    std::string told;
    const auto add = [&told](std::size_t count, std::string_view what) {
      if (count == 0) return;
      told += (told.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(what);
    };
    add(answers, "redirects or errors");
    add(others, "that are no text");
    add(revisits, "revisits without text");
    return told;
  }
};

// The pages of a web archive, record by record: only one is held at a time.
class WarcRecords : public RecordReader {
 public:
  explicit WarcRecords(InputBuffer& in) : in_(in) {}

  std::optional<ReadItem> next() override {
    while (true) {
      if (!found_.empty()) {
        ReadItem item = std::move(found_.front());
        found_.pop_front();
        return item;
      }
      if (done_) return std::nullopt;
      read_record();
    }
  }

 private:
  // Reads one record and puts what it holds to found_; sets done_ at the end.
  void read_record() {
    skip_line_ends();
    if (!in_.fill_to(kMark.size())) return finish();
    if (!in_.ahead().starts_with(kMark)) return resynchronise();
    ++number_;
    std::size_t head = headers_end(in_.ahead());
    while (head == std::string_view::npos) {
      if (in_.ahead().size() > kHeaderBytesMax) {
        in_.drop(kMark.size());
        return lose("its headers never end");
      }
      if (!in_.fill()) return cut_off();
      head = headers_end(in_.ahead());
    }
    const HeaderLines headers(in_.ahead().substr(0, head));
    const std::string_view length = headers.find("content-length");
    std::size_t size = 0;
    const auto read = std::from_chars(length.data(), length.data() + length.size(), size);
    in_.drop(head);
    if (read.ec != std::errc()) return lose("it has no Content-Length");
    if (in_.is_too_large(size)) return pass_large(headers, size);
    if (!in_.fill_to(size) && in_.ahead().empty()) return cut_off();
    const bool is_whole = in_.ahead().size() >= size;
    // A record that breaks off may still hold an article's text.
    const std::string block(in_.ahead().substr(0, size));
    in_.drop(std::min(size, in_.ahead().size()));
    take(headers, block);
    if (!is_whole) cut_off();
  }

  void skip_line_ends() {
    while (true) {
      std::size_t count = 0;
      const std::string_view bytes = in_.ahead();
      while (count < bytes.size() && (bytes[count] == '\r' || bytes[count] == '\n')) ++count;
      const bool found = count < bytes.size();
      in_.drop(count);
      if (found || !in_.fill()) return;
    }
  }

  std::string origin() const { return in_.name() + ", record " + std::to_string(number_); }

  void lose(std::string_view why) {
    found_.push_back(Reject{"", origin(), "the WARC record is broken: " + std::string(why),
                            "reading goes on at the next record"});
    seek_mark();
  }

  // Something else stands where a record should start: a wrong Content-Length, or damage.
  void resynchronise() {
    found_.push_back(Reject{"", origin(),
                            "the WARC record does not end where its Content-Length says",
                            "reading goes on at the next record"});
    seek_mark();
  }

  void seek_mark() {
    while (true) {
      const std::size_t at = in_.ahead().find(kMark);
      if (at != std::string_view::npos) return in_.drop(at);
      // The mark may be cut in two by the end of what was read.
      const std::size_t size = in_.ahead().size();
      in_.drop(size - std::min(size, kMark.size() - 1));
      if (!in_.fill()) return in_.drop(in_.ahead().size());
    }
  }

  void cut_off() {
    done_ = true;
    found_.push_back(Reject{"", origin(),
                            in_.error() ? in_.error()->trouble : "the WARC record is cut off",
                            "fetch the file again; what stands before was read"});
  }

  void finish() {
    done_ = true;
    if (in_.error()) {
      found_.push_back(Reject{"", origin(), in_.error()->trouble, in_.error()->cure});
    }
    const std::string told = passed_.told();
    if (told.empty()) return;
    found_.push_back(Reject{"", in_.name(), "passed over " + told, "they hold no article", true});
  }

  void pass_large(const HeaderLines& headers, std::size_t size) {
    if (is_page(headers)) {
      Reject reject = in_.too_large();
      reject.id = without_brackets(headers.find("warc-record-id"));
      reject.origin = origin();
      reject.cure = without_brackets(headers.find("warc-target-uri"));
      found_.push_back(std::move(reject));
    }
    while (size > 0) {
      const std::size_t part = std::min(size, in_.ahead().size());
      in_.drop(part);
      size -= part;
      if (size > 0 && !in_.fill()) return cut_off();
    }
  }

  static bool is_page(const HeaderLines& headers) {
    const std::string_view type = headers.find("warc-type");
    return type == "response" || type == "resource" || type == "conversion";
  }

  void take(const HeaderLines& headers, std::string_view block) {
    if (headers.find("warc-type") == "revisit") ++passed_.revisits;
    if (!is_page(headers)) return;
    RawArticle known;  // What the record says of its page.
    known.origin = origin();
    known.id = without_brackets(headers.find("warc-record-id"));
    known.url = without_brackets(headers.find("warc-target-uri"));
    HttpAnswer answer;
    if (headers.find("warc-type") == "response") {
      auto read = read_http_answer(block, in_.bytes_max());
      if (!read.ok()) {
        found_.push_back(
            Reject{known.id, known.origin, read.error().trouble, "fetch " + known.url});
        return;
      }
      answer = read.take();
    } else {
      answer.type = std::string(headers.find("content-type"));
      answer.body = block;
    }
    if (answer.status != 0 && (answer.status < 200 || answer.status > 299)) {
      ++passed_.answers;
    } else if (!is_text_type(answer.type) || content_kind_of(answer.body) == ContentKind::kBinary) {
      ++passed_.others;
    } else {
      take_body(std::move(answer), known);
    }
  }

  // What the page holds, by its own looks: HTML, text, a feed, JSON.
  void take_body(HttpAnswer answer, const RawArticle& known) {
    const bool is_html = content_kind_of(answer.body) == ContentKind::kHtml;
    if (is_html || !answer.charset.empty()) {
      const std::string charset =
          answer.charset.empty() ? std::string(charset_declared_in(answer.body)) : answer.charset;
      answer.body = decode_text(answer.body, charset).text;
    }
    ArticleReader page(known.origin, std::make_unique<BytesInMemory>(std::move(answer.body)),
                       in_.limits());
    bool is_first = true;
    while (auto item = page.next()) {
      if (auto* article = std::get_if<RawArticle>(&*item)) {
        if (article->url.empty()) article->url = known.url;
        if (article->id.empty() && is_first) article->id = known.id;
        is_first = false;
      } else if (Reject& reject = std::get<Reject>(*item); reject.id.empty()) {
        reject.id = known.id;
      }
      found_.push_back(std::move(*item));
    }
  }

  InputBuffer& in_;
  std::deque<ReadItem> found_;
  PassedOver passed_;
  std::size_t number_ = 0;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> read_warc(InputBuffer& in) {
  return std::make_unique<WarcRecords>(in);
}

}  // namespace verbale
