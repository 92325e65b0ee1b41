// SPDX-License-Identifier: Apache-2.0
#include "formats/charset.h"

#include <uchardet.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>

#include <optional>

#include "core/utf8.h"

namespace verbale {
namespace {

constexpr std::size_t kDeclarationBytes = 4096;
constexpr std::size_t kDetectionBytes = 1 << 16;

std::optional<std::string> converted(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset.c_str(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string text;
  UChar units[2048];
  const char* from = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  do {
    UChar* to = units;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &to, units + 2048, &from, end, nullptr, true, &status);
    icu::UnicodeString(false, units, static_cast<int32_t>(to - units)).toUTF8String(text);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  return text;
}

// Browsers read these names as windows-1252, because pages that use them mean it.
std::string usual_meaning(std::string_view charset) {
  const std::string name = lower_case(charset);
  if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" ||
      name == "ascii") {
    return "windows-1252";
  }
  return name;
}

// Whether letters written as UTF-8 outnumber the bytes that are no UTF-8.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = decode_at(bytes, at);
    if (c.bytes > 1) ++good;
    if (c.bytes == 1 && c.value == 0xFFFD) ++bad;
    at += c.bytes;
  }
  return good > bad;
}

std::string detected_charset(std::string_view bytes) {
  uchardet_t detector = uchardet_new();
  const std::string_view start = bytes.substr(0, kDetectionBytes);
  uchardet_handle_data(detector, start.data(), start.size());
  uchardet_data_end(detector);
  std::string charset = uchardet_get_charset(detector);
  uchardet_delete(detector);
  return charset;
}

DecodedText decode_broken(std::string_view bytes, std::string_view declared) {
  const std::string name = usual_meaning(declared);
  const bool declared_other = !name.empty() && name != "utf-8" && name != "utf8";
  if (declared_other) {
    if (auto text = converted(bytes, name)) return {std::move(*text), ""};
  }
  if (is_mostly_utf8(bytes)) {
    return {repair_utf8(bytes), "some bytes are no UTF-8; they were replaced by U+FFFD"};
  }
  const std::string detected = usual_meaning(detected_charset(bytes));
  if (!detected.empty()) {
    if (auto text = converted(bytes, detected)) {
      return {std::move(*text), "the text is no UTF-8; it was read as " + detected};
    }
  }
  return {converted(bytes, "windows-1252").value_or(repair_utf8(bytes)),
          "the text is no UTF-8; it was read as windows-1252"};
}

bool is_name_byte(char c) {
  return is_ascii_lower(c) || is_ascii_upper(c) || is_digit(c) || c == '-' || c == '_' || c == ':';
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const bool little_endian = bytes.starts_with("\xFF\xFE");
  if (little_endian || bytes.starts_with("\xFE\xFF")) {
    const auto text = converted(bytes.substr(2), little_endian ? "utf-16le" : "utf-16be");
    if (text) return {*text, ""};
  }
  if (is_valid_utf8(bytes)) return {std::string(bytes), ""};
  return decode_broken(bytes, declared);
}

std::string_view charset_declared_in(std::string_view html) {
  const std::string_view page = html.substr(0, kDeclarationBytes);
  for (std::size_t at = 0; at + 8 < page.size(); ++at) {
    if (page[at] != 'c' && page[at] != 'C') continue;
    if (lower_case(page.substr(at, 7)) != "charset") continue;
    std::size_t begin = at + 7;
    while (begin < page.size() && is_space(page[begin])) ++begin;
    if (begin >= page.size() || page[begin] != '=') continue;
    ++begin;
    while (begin < page.size() &&
           (is_space(page[begin]) || page[begin] == '"' || page[begin] == '\'')) {
      ++begin;
    }
    std::size_t end = begin;
    while (end < page.size() && is_name_byte(page[end])) ++end;
    if (end > begin) return html.substr(begin, end - begin);
  }
  return {};
}

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, status) && U_SUCCESS(status)) return std::string(text);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  status = U_ZERO_ERROR;
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? normal : std::string(text);
}

}  // namespace verbale
