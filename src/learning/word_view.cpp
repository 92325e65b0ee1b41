// SPDX-License-Identifier: Apache-2.0
#include "learning/word_view.h"

#include <algorithm>
#include <string>

#include "core/hash.h"
#include "core/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t kBytesMax = 120;

bool starts_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

char shape_of(char32_t c) {
  if (c >= '0' && c <= '9') return '0';
  if (is_upper(c)) return 'X';
  if (is_letter(c)) return 'x';
  return c < 128 ? static_cast<char>(c) : '~';
}

// Lower case, digits made equal; and the shape, in one walk.
void fold(std::string_view word, std::string& lower, std::string& shape) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_at(word, at);
    const char kind = shape_of(point.value);
    if (kind == '0') {
      lower += '0';
    } else if (point.value < 128) {
      lower += static_cast<char>(to_lower(point.value));
    } else if (kind == 'X') {
      append_utf8(lower, to_lower(point.value));
    } else {
      lower += word.substr(at, point.bytes);
    }
    const std::size_t n = shape.size();
    if (n < 2 || shape[n - 1] != kind || shape[n - 2] != kind) shape += kind;
    at += point.bytes;
  }
}

}  // namespace

LetterCase letter_case_of(std::string_view word) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool first_is_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_at(word, at);
    at += point.bytes;
    if (!is_letter(point.value)) continue;
    const bool is_capital = is_upper(point.value);
    if (upper + lower == 0) first_is_upper = is_capital;
    ++(is_capital ? upper : lower);
  }
  if (upper + lower == 0) return LetterCase::kNoLetters;
  if (upper == 0) return LetterCase::kLower;
  if (lower == 0) return upper == 1 ? LetterCase::kCapitalised : LetterCase::kUpper;
  return first_is_upper && upper == 1 ? LetterCase::kCapitalised : LetterCase::kMixed;
}

WordView view_word(std::string_view word) {
  std::string clipped;
  if (word.size() > kBytesMax) {
    clipped = std::string(word.substr(0, kBytesMax / 2));
    clipped += word.substr(word.size() - kBytesMax / 2);
    word = clipped;
  }
  std::string lower;
  std::string shape;
  lower.reserve(kBytesMax + 8);
  shape.reserve(kBytesMax + 8);
  fold(word, lower, shape);

  WordView view;
  view.exact = hash64(word);
  view.lower = hash64(lower);
  view.shape = hash64(shape);
  std::size_t at = lower.size();
  for (std::uint64_t& suffix : view.suffixes) {
    if (at > 0) --at;
    while (at > 0 && !starts_code_point(lower[at])) --at;
    suffix = hash64(std::string_view(lower).substr(at));
  }
  at = 0;
  for (std::uint64_t& prefix : view.prefixes) {
    if (at < lower.size()) ++at;
    while (at < lower.size() && !starts_code_point(lower[at])) ++at;
    prefix = hash64(std::string_view(lower).substr(0, at));
  }
  view.letter_case = letter_case_of(word);
  view.has_digit = shape.find('0') != std::string::npos;
  view.has_dash = shape.find('-') != std::string::npos;
  return view;
}

}  // namespace verbale
