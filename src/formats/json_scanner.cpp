// SPDX-License-Identifier: Apache-2.0
#include "formats/json_scanner.h"

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

// What services and feeds call their list of records.
constexpr std::string_view kListNames[] = {"items",   "articles", "results", "docs", "documents",
                                           "entries", "stories",  "hits",    "data", "news"};
// An object with one of these is a record itself, whatever lists it holds.
constexpr std::string_view kTextNames[] = {"text", "html", "body", "content", "maintext"};
constexpr int kListDepthMax = 3;
constexpr std::size_t kNameBytesMax = 16;

bool is_list_name(std::string_view name) {
  return std::find(std::begin(kListNames), std::end(kListNames), name) != std::end(kListNames);
}

bool is_text_name(std::string_view name) {
  return std::find(std::begin(kTextNames), std::end(kTextNames), name) != std::end(kTextNames);
}

}  // namespace

JsonScanner JsonScanner::within(int depth) {
  JsonScanner scanner;
  scanner.depth_ = depth;
  return scanner;
}

void JsonScanner::read_string(char c) {
  if (escaped_) {
    escaped_ = false;
  } else if (c == '\\') {
    escaped_ = true;
  } else if (c == '"') {
    in_string_ = false;
    return;
  }
  if (word_.size() <= kNameBytesMax) word_ += c;
}

// Follows what stands outside of strings; true when `c` is the first object of a list of records.
bool JsonScanner::opens_list(char c) {
  if (is_space(c)) return false;
  if (c == '{' && list_begin_ > 0) return lists_ == Lists::kTold;
  const bool opens = c == '[' && is_named_ && depth_ <= kListDepthMax && is_list_name(word_);
  list_begin_ = opens && !has_text_ ? consumed_ : 0;
  is_named_ = c == ':';
  if (is_named_ && depth_ == 1 && is_text_name(word_)) has_text_ = true;
  return false;
}

JsonScanner::Found JsonScanner::read(std::string_view bytes) {
  for (char c : bytes) {
    ++consumed_;
    if (in_string_) {
      read_string(c);
      continue;
    }
    if (opens_list(c)) {
      consumed_ = list_begin_;
      return Found::kList;
    }
    if (c == '"') {
      in_string_ = true;
      word_.clear();
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      if (--depth_ <= 0) return Found::kEnd;
    }
  }
  return Found::kNothing;
}

}  // namespace verbale
