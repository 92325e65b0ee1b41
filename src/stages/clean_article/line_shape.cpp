// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/line_shape.h"

#include <algorithm>

#include "core/utf8.h"
#include "stages/clean_article/date_line.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

bool holds(std::string_view line, std::string_view mark) {
  return line.find(mark) != std::string_view::npos;
}

// Marks that part the labels of a page: "Europe | Bridges", "Ada Brandt · 2 hours ago".
bool has_bar(std::string_view line) {
  constexpr std::string_view kBars[] = {" | ", " · ", " • ", " / ", " › ", " » "};
  return std::any_of(std::begin(kBars), std::end(kBars),
                     [line](std::string_view bar) { return holds(line, bar); });
}

bool has_address(std::string_view line) {
  return holds(line, "@") || holds(line, "://") || holds(line, "www.");
}

// "A lorry on the bridge. (Lin Zhao)": captions give their source in brackets.
bool ends_with_source(std::string_view line) {
  constexpr std::size_t kSourceBytesMax = 60;
  const std::size_t open = line.rfind(line.ends_with(']') ? '[' : '(');
  if (open == std::string_view::npos || line.size() - open > kSourceBytesMax || open == 0) {
    return false;
  }
  const std::string_view source = line.substr(open + 1, line.size() - open - 2);
  const CodePoint first = source.empty() ? CodePoint{} : decode_at(source, 0);
  return is_upper(first.value) && ends_sentence(line.substr(0, open - 1));
}

}  // namespace

std::string_view reason_of_shape(std::string_view line, const Furniture& furniture) {
  constexpr std::size_t kDateWordsMax = 12;
  constexpr std::size_t kCreditWordsMax = 60;
  const std::size_t words = count_words(line);
  if (words <= kCreditWordsMax && holds(line, "©")) return "photo credit";
  const bool closes = line.ends_with(')') || line.ends_with(']');
  if (words <= kCreditWordsMax && closes && ends_with_source(line)) return "caption";
  if (is_prose(line)) return {};
  const bool has_digit = std::any_of(line.begin(), line.end(), is_digit);
  if (words <= kDateWordsMax && has_digit && !read_date_line(line, furniture).empty()) {
    return "date line";
  }
  if (has_bar(line)) return "page label";
  if (has_address(line)) return "contact line";
  return {};
}

}  // namespace verbale
