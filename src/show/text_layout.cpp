// SPDX-License-Identifier: Apache-2.0
#include "show/text_layout.h"

#include "core/utf8.h"

namespace verbale {
namespace {

std::string_view escape_of(Tint tint) {
  switch (tint) {
    case Tint::kPlain: return "";
    case Tint::kBold: return "\033[1m";
    case Tint::kDim: return "\033[2m";
    case Tint::kGreen: return "\033[32m";
    case Tint::kYellow: return "\033[33m";
    case Tint::kBlue: return "\033[34m";
    case Tint::kMagenta: return "\033[35m";
    case Tint::kRed: return "\033[31m";
    case Tint::kCyan: return "\033[36m";
  }
  return "";
}

}  // namespace

std::string tinted(std::string_view text, Tint tint, bool colours) {
  if (!colours || tint == Tint::kPlain) return std::string(text);
  return std::string(escape_of(tint)) + std::string(text) + "\033[0m";
}

std::string padded_to(std::string_view text, std::size_t columns) {
  const std::size_t length = count_code_points(text);
  return std::string(text) + std::string(length < columns ? columns - length : 0, ' ');
}

std::string one_line(std::string_view text, std::size_t columns) {
  std::string line;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.bytes;
    const bool is_blank = c.value <= ' ' || c.value == 0x7F;
    if (is_blank && (line.empty() || line.back() == ' ')) continue;
    if (++length >= columns) return line + "…";
    append_utf8(line, is_blank ? U' ' : c.value);
  }
  return line;
}

}  // namespace verbale
