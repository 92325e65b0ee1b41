// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>
#include <variant>

#include "core/utf8.h"
#include "formats/json_scanner.h"
#include "formats/records.h"
#include "intake/json_article.h"
#include "intake/record_reader.h"

namespace verbale {
namespace {

// One object a line.
class JsonLines : public RecordReader {
 public:
  explicit JsonLines(InputBuffer& in) : in_(in) {}

  std::optional<ReadItem> next() override {
    if (done_) return std::nullopt;
    std::size_t looked = 0;
    while (true) {
      const std::size_t end = in_.ahead().find('\n', looked);
      if (end != std::string_view::npos) {
        const std::string_view line = trim(in_.ahead().substr(0, end));
        looked = 0;
        if (line.empty()) {
          in_.drop(end + 1);
          continue;
        }
        ReadItem item = in_.is_too_large(line.size()) ? ReadItem(in_.too_large())
                                                      : json_article(line, in_.origin());
        in_.drop(end + 1);
        return item;
      }
      looked = in_.ahead().size();
      if (in_.is_too_large(looked)) return skip_to_line_end();
      if (!in_.fill()) return last_line();
    }
  }

 private:
  std::optional<ReadItem> last_line() {
    done_ = true;
    const std::string_view line = trim(in_.ahead());
    // A line that broke off with the stream is told as the stream's trouble only.
    if (line.empty() || in_.error()) return in_.end();
    return json_article(line, in_.origin());
  }

  // Leaves a line that is too large, without keeping it.
  ReadItem skip_to_line_end() {
    ReadItem item(in_.too_large());
    while (true) {
      const std::size_t end = in_.ahead().find('\n');
      if (end != std::string_view::npos) {
        in_.drop(end + 1);
        return item;
      }
      in_.drop(in_.ahead().size());
      if (!in_.fill()) return item;
    }
  }

  InputBuffer& in_;
  bool done_ = false;
};

// Objects over many lines: one after another, in a list, or in the list that a feed or an answer
// of a news service wraps.
class JsonDocument : public RecordReader {
 public:
  explicit JsonDocument(InputBuffer& in) : in_(in) {}

  std::optional<ReadItem> next() override {
    while (!done_) {
      if (!skip_between_objects()) {
        done_ = true;
        return in_.end();
      }
      const char first = in_.ahead().front();
      if (first == ']') {
        leave_list();
      } else if (first != '{') {
        return stray_text();
      } else if (auto item = next_object()) {
        return item;
      }
    }
    return std::nullopt;
  }

 private:
  bool in_list() const { return list_depth_ > 0; }

  // Skips white space, commas and, outside of a wrapped list, the brackets of lists. False at the
  // end of the stream.
  bool skip_between_objects() {
    while (true) {
      std::size_t count = 0;
      const std::string_view bytes = in_.ahead();
      const auto is_between = [this](char c) {
        return is_space(c) || c == ',' || (!in_list() && (c == '[' || c == ']'));
      };
      while (count < bytes.size() && is_between(bytes[count])) ++count;
      const bool found = count < bytes.size();
      in_.drop(count);
      if (found) return true;
      if (!in_.fill()) return false;
    }
  }

  // Nothing when the object turned out to wrap a list, which was entered.
  std::optional<ReadItem> next_object() {
    JsonScanner scanner(in_list() ? JsonScanner::Lists::kPassed : JsonScanner::Lists::kTold);
    JsonScanner::Found found = scanner.read(in_.ahead());
    while (found == JsonScanner::Found::kNothing) {
      if (in_.is_too_large(scanner.consumed())) {
        done_ = true;  // Where the next object starts cannot be told.
        return ReadItem(in_.too_large());
      }
      const std::size_t known = in_.ahead().size();
      if (!in_.fill()) {
        done_ = true;
        return ReadItem(in_.error()
                            ? in_.rejected(in_.error()->trouble, in_.error()->cure)
                            : in_.rejected("is not JSON: the object that starts here never ends",
                                           "a quote or a closing bracket is missing"));
      }
      found = scanner.read(in_.ahead().substr(known));
    }
    if (found == JsonScanner::Found::kList) {
      enter_list(scanner);
      return std::nullopt;
    }
    ReadItem item = json_article(in_.ahead().substr(0, scanner.consumed()), in_.origin());
    if (auto* article = std::get_if<RawArticle>(&item)) facts_.complete(*article);
    in_.drop(scanner.consumed());
    return item;
  }

  void enter_list(const JsonScanner& scanner) {
    list_depth_ = scanner.depth() - 1;
    // What stands before the list, closed, is an object that tells of all its records.
    std::string head(in_.ahead().substr(0, scanner.consumed()));
    head += ']';
    for (int i = 0; i < list_depth_; ++i) head += '}';
    facts_ = json_source_facts(head);
    in_.drop(scanner.consumed());
  }

  // Past what follows the list, up to the end of what wraps it.
  void leave_list() {
    JsonScanner scanner = JsonScanner::within(list_depth_ + 1);
    list_depth_ = 0;
    facts_ = {};
    while (true) {
      const std::size_t before = scanner.consumed();
      const bool is_end = scanner.read(in_.ahead()) == JsonScanner::Found::kEnd;
      in_.drop(scanner.consumed() - before);
      if (is_end || !in_.fill()) return;
    }
  }

  // Something between the objects that is none: told once, and passed over up to the next bracket.
  ReadItem stray_text() {
    ReadItem item(in_.rejected("is not JSON: an object should start here with '{'",
                               "write a list of objects, or one object a line"));
    while (true) {
      const std::size_t next = in_.ahead().find('{');
      if (next != std::string_view::npos) {
        in_.drop(next);
        return item;
      }
      in_.drop(in_.ahead().size());
      if (!in_.fill()) return item;
    }
  }

  InputBuffer& in_;
  SourceFacts facts_;
  int list_depth_ = 0;  // Brackets around the list that is read; 0 outside of one.
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> read_json_lines(InputBuffer& in) {
  return std::make_unique<JsonLines>(in);
}

std::unique_ptr<RecordReader> read_json_document(InputBuffer& in) {
  return std::make_unique<JsonDocument>(in);
}

}  // namespace verbale
