// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

struct CodePoint {
  char32_t value = 0;       // U+FFFD where the bytes are no UTF-8.
  std::uint32_t bytes = 1;  // How many bytes it took; 1 for a broken byte.
};

// The code point that starts at `text[at]`. REQUIRES: at < text.size().
CodePoint decode_at(std::string_view text, std::size_t at);

void append_utf8(std::string& text, char32_t code_point);

bool is_valid_utf8(std::string_view text);

// `text` with each broken byte replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

std::size_t count_code_points(std::string_view text);

// Letters of the Latin, Greek and Cyrillic scripts, upper case and lower case; no locale.
bool is_letter(char32_t c);
bool is_upper(char32_t c);
char32_t to_lower(char32_t c);
std::string lower_case(std::string_view text);

// ASCII only; bytes of other letters are no digits, no spaces, no letters.
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

// Turns byte offsets into code point offsets for one text.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  // REQUIRES: byte <= text.size().
  std::uint32_t at(std::uint32_t byte) const;

 private:
  std::string_view text_;
  bool ascii_ = true;
  std::vector<std::uint32_t> marks_;  // Code points before every 64th byte.
};

}  // namespace verbale
