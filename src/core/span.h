// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace verbale {

// A half-open range [begin, end) of bytes in a UTF-8 text. Both ends lie on code point
// boundaries. Code points are counted only where a record is written (formats/).
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  bool empty() const { return begin == end; }
  bool holds(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  bool touches(ByteSpan other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const ByteSpan&) const = default;
};

// A half-open range [begin, end) of tokens, counted over the whole document.
struct TokenSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
  bool holds(std::uint32_t token) const { return begin <= token && token < end; }
  bool holds(TokenSpan other) const { return begin <= other.begin && other.end <= end; }
  bool touches(TokenSpan other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const TokenSpan&) const = default;
};

}  // namespace verbale
