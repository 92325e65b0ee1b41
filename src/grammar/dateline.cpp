// SPDX-License-Identifier: Apache-2.0
#include "grammar/dateline.h"

#include <string_view>

#include "core/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t kBytesMax = 110;
constexpr int kParagraphsTried = 3;

// Bytes of the dash at `at`: "—", "–", "--", or a hyphen between spaces. 0 for none.
std::size_t dash_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 3) == "—" || text.substr(at, 3) == "–") return 3;
  if (text.substr(at, 2) == "--") return 2;
  if (text[at] != '-' || at == 0) return 0;
  const bool space_after = at + 1 < text.size() && is_space(text[at + 1]);
  const bool space_before = is_space(text[at - 1]) || text[at - 1] == ')';
  return space_before && space_after ? 1 : 0;
}

// Words in capitals have no lower-case letter, and more than one letter.
bool first_word_is_capital(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (!is_letter(c.value)) break;
    if (!is_upper(c.value)) return false;
    ++letters;
    at += c.bytes;
  }
  return letters > 1;
}

std::optional<ByteSpan> dateline_at(std::string_view text, std::size_t begin, std::size_t end) {
  end = std::min(end, begin + kBytesMax);
  if (begin >= end || !is_upper(decode_at(text, begin).value)) return std::nullopt;
  bool bracket = false;
  for (std::size_t at = begin; at < end; ++at) {
    const char c = text[at];
    if (c == '\n') return std::nullopt;
    if (c == '(') bracket = true;
    const bool ends = dash_at(text, at) > 0 || (c == ':' && bracket && text[at - 1] == ')');
    if (!ends) continue;
    std::size_t last = at;
    while (last > begin && is_space(text[last - 1])) --last;
    if (last == begin) return std::nullopt;
    const std::string_view words = text.substr(begin, last - begin);
    const bool closes_bracket = words.back() == ')';
    if (!closes_bracket && !first_word_is_capital(words)) return std::nullopt;
    return ByteSpan{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<ByteSpan> find_dateline(const Article& article) {
  const std::string_view text = article.text;
  std::size_t at = article.title_span.end;
  for (int i = 0; i < kParagraphsTried && at < text.size(); ++i) {
    while (at < text.size() && is_space(text[at])) ++at;
    if (at == text.size()) break;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (const auto found = dateline_at(text, at, end)) return found;
    at = end;
  }
  return std::nullopt;
}

}  // namespace verbale
