// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/normal_text.h"

#include "core/utf8.h"
#include "formats/charset.h"

namespace verbale {
namespace {

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || (c >= 0x7F && c < 0xA0) ||
         (c < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\f' && c != '\v');
}

bool is_wide_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_line_end(char32_t c) {
  return c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string visible_text(std::string_view text) {
  std::string visible;
  visible.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    // Most text is plain letters, which are copied in one stretch.
    std::size_t plain = at;
    while (plain < text.size() && (text[plain] >= ' ' && text[plain] < 0x7F)) ++plain;
    visible.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const CodePoint c = decode_at(text, at);
    at += c.bytes;
    if (c.value == '\r') {
      if (at >= text.size() || text[at] != '\n') visible += '\n';
    } else if (c.value == '\f' || c.value == '\v' || is_line_end(c.value)) {
      visible += '\n';
    } else if (is_wide_space(c.value)) {
      visible += ' ';
    } else if (!is_invisible(c.value)) {
      append_utf8(visible, c.value);
    }
  }
  return to_nfc(visible);
}

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (char c : text) {
    if (!is_space(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string bare_words(std::string_view text) {
  std::string bare;
  bare.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.bytes;
    if (is_letter(c.value) || (c.value < 0x80 && is_digit(static_cast<char>(c.value)))) {
      append_utf8(bare, to_lower(c.value));
    } else if (!bare.empty() && bare.back() != ' ' && c.value != '\'' && c.value != 0x2019) {
      bare += ' ';
    }
  }
  if (!bare.empty() && bare.back() == ' ') bare.pop_back();
  return bare;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (char c : text) {
    if (!is_space(c) && !in_word) ++words;
    in_word = !is_space(c);
  }
  return words;
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "”", "’", "»", " "};
  constexpr std::string_view kEnds[] = {".", "!", "?", "…", "。", "！", "？", "।", "؟", "."};
  bool closed = true;
  while (closed) {
    closed = false;
    for (std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      closed = true;
    }
  }
  for (std::string_view end : kEnds) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

bool is_prose(std::string_view text) {
  constexpr std::size_t kWordsMin = 8;
  constexpr std::size_t kBytesMin = 50;
  return text.size() >= kBytesMin && ends_sentence(text) &&
         (count_words(text) >= kWordsMin || static_cast<unsigned char>(text[0]) >= 0xE0);
}

}  // namespace verbale
