// SPDX-License-Identifier: Apache-2.0
#include "formats/json_writer.h"

#include <charconv>
#include <cmath>

#include "core/check.h"
#include "core/utf8.h"

namespace verbale {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

void append_unit(std::string& out, std::uint32_t unit) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kHexDigits[(unit >> shift) & 0xF];
}

void append_control(std::string& out, unsigned char c) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      append_unit(out, c);
  }
}

// Bytes that may be copied as they are: no quote, backslash, control or lead byte.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    while (at < text.size() && is_plain(text[at])) ++at;
    out.append(text, start, at - start);
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x80) {
      const CodePoint c = decode_at(text, at);
      if (c.value == 0x2028 || c.value == 0x2029) {
        append_unit(out, c.value);
      } else {
        append_utf8(out, c.value);
      }
      at += c.bytes;
      continue;
    }
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += text[at];
    } else if (byte == 0x7F) {
      out += text[at];
    } else {
      append_control(out, byte);
    }
    ++at;
  }
  out += '"';
}

}  // namespace

void JsonWriter::before_value() {
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (level.place == Place::kObject) {
    VERBALE_CHECK(level.key_waits);
    level.key_waits = false;
    return;
  }
  if (level.has_members) out_ += ',';
  level.has_members = true;
}

void JsonWriter::begin_object() {
  before_value();
  out_ += '{';
  levels_.push_back({Place::kObject});
}

void JsonWriter::end_object() {
  VERBALE_CHECK(!levels_.empty() && levels_.back().place == Place::kObject);
  VERBALE_CHECK(!levels_.back().key_waits);
  levels_.pop_back();
  out_ += '}';
}

void JsonWriter::begin_array() {
  before_value();
  out_ += '[';
  levels_.push_back({Place::kArray});
}

void JsonWriter::end_array() {
  VERBALE_CHECK(!levels_.empty() && levels_.back().place == Place::kArray);
  levels_.pop_back();
  out_ += ']';
}

void JsonWriter::key(std::string_view name) {
  VERBALE_CHECK(!levels_.empty() && levels_.back().place == Place::kObject);
  Level& level = levels_.back();
  VERBALE_CHECK(!level.key_waits);
  if (level.has_members) out_ += ',';
  level.has_members = true;
  level.key_waits = true;
  append_quoted(out_, name);
  out_ += ':';
}

void JsonWriter::string(std::string_view text) {
  before_value();
  append_quoted(out_, text);
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  before_value();
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out_.append(digits, end);
}

void JsonWriter::integer(std::int64_t value) {
  before_value();
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out_.append(digits, end);
}

void JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  before_value();
  out_ += "null";
}

void JsonWriter::string_or_null(std::string_view text) {
  if (text.empty()) return null();
  string(text);
}

void JsonWriter::raw(std::string_view json) {
  before_value();
  out_ += json;
}

}  // namespace verbale
