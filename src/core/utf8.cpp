// SPDX-License-Identifier: Apache-2.0
#include "core/utf8.h"

#include "core/check.h"

namespace verbale {
namespace {

constexpr std::uint32_t kMarkBytes = 64;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Length that the first byte promises; 0 for a byte that starts nothing.
std::uint32_t promised_bytes(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  if (first >= 0xF0 && first < 0xF5) return 4;
  return 0;
}

bool is_in_range(char32_t value, std::uint32_t bytes) {
  if (bytes == 3) return value >= 0x800 && !(value >= 0xD800 && value < 0xE000);
  if (bytes == 4) return value >= 0x10000 && value < 0x110000;
  return true;
}

}  // namespace

CodePoint decode_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::uint32_t bytes = promised_bytes(first);
  if (bytes == 1) return {first, 1};
  if (bytes == 0 || at + bytes > text.size()) return {0xFFFD, 1};
  char32_t value = first & (0xFF >> (bytes + 1));
  for (std::uint32_t i = 1; i < bytes; ++i) {
    if (!is_continuation(text[at + i])) return {0xFFFD, 1};
    value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  if (!is_in_range(value, bytes)) return {0xFFFD, 1};
  return {value, bytes};
}

void append_utf8(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = decode_at(text, at);
    if (c.value == 0xFFFD && c.bytes == 1) return false;
    at += c.bytes;
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string repaired;
  repaired.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    append_utf8(repaired, c.value);
    at += c.bytes;
  }
  return repaired;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += !is_continuation(c);
  return count;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c < 0x2B0) return true;                   // Latin-1, Latin Extended, IPA.
  if (c >= 0x370 && c < 0x530) return c != 0x37E && c != 0x387;  // Greek, Cyrillic.
  if (c >= 0x530 && c < 0x2000) return true;    // Armenian to Greek Extended.
  return c >= 0x2C00 && c < 0xFE00 && !(c >= 0x2E00 && c < 0x3040);
}

bool is_upper(char32_t c) { return to_lower(c) != c; }

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  // Latin Extended-A and Additional pair an even capital with the odd letter after it, but for
  // two stretches where the capital is odd.
  const bool odd_capitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (odd_capitals) return c % 2 == 1 ? c + 1 : c;
  if ((c >= 0x100 && c <= 0x177) || (c >= 0x1CD && c <= 0x233) || (c >= 0x1E00 && c <= 0x1EFF) ||
      (c >= 0x460 && c <= 0x52F && !(c >= 0x482 && c <= 0x489))) {
    if (c == 0x131 || c == 0x138 || c == 0x149) return c;
    if (c >= 0x1CD && c <= 0x1DC) return c % 2 == 1 ? c + 1 : c;
    return c % 2 == 0 ? c + 1 : c;
  }
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

std::string lower_case(std::string_view text) {
  std::string lowered;
  lowered.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      lowered += is_ascii_upper(byte) ? static_cast<char>(byte + 32) : byte;
      ++at;
      continue;
    }
    const CodePoint c = decode_at(text, at);
    append_utf8(lowered, to_lower(c.value));
    at += c.bytes;
  }
  return lowered;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  marks_.reserve(text.size() / kMarkBytes + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kMarkBytes == 0) marks_.push_back(count);
    if (static_cast<unsigned char>(text[i]) >= 0x80) ascii_ = false;
    count += !is_continuation(text[i]);
  }
  if (text.size() % kMarkBytes == 0) marks_.push_back(count);
}

std::uint32_t CodePointIndex::at(std::uint32_t byte) const {
  VERBALE_CHECK(byte <= text_.size());
  if (ascii_) return byte;
  std::uint32_t count = marks_[byte / kMarkBytes];
  for (std::uint32_t i = byte / kMarkBytes * kMarkBytes; i < byte; ++i) {
    count += !is_continuation(text_[i]);
  }
  return count;
}

}  // namespace verbale
