// SPDX-License-Identifier: Apache-2.0
#include "lexicon/dictionary_codes.h"

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

// Two digits of a year up to these are of this century.
constexpr std::string_view kYearPivot = "30";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// "950601" or "19950601"
std::optional<Day> parse_day(std::string_view digits) {
  if (digits.size() != 6 && digits.size() != 8) return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  std::string iso(digits);
  if (iso.size() == 6)
    iso.insert(0, std::string_view(iso).substr(0, 2) <= kYearPivot ? "20" : "19");
  iso.insert(6, "-");
  iso.insert(4, "-");
  return parse_iso_day(iso);
}

// "<950601", "> 920101", "900101-950703"
bool parse_restriction(std::string_view text, DictionaryCode& code) {
  text = trimmed(text);
  if (text.empty()) return true;
  const char mark = text.front();
  if (mark == '<' || mark == '>') {
    const auto day = parse_day(trimmed(text.substr(1)));
    if (!day) return false;
    (mark == '<' ? code.to : code.from) = day;
    return true;
  }
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return false;
  code.from = parse_day(trimmed(text.substr(0, hyphen)));
  code.to = parse_day(trimmed(text.substr(hyphen + 1)));
  return code.from && code.to && *code.from <= *code.to;
}

Result<DictionaryCode> parse_bracket(std::string_view text) {
  text = trimmed(text);
  DictionaryCode parsed;
  if (text.starts_with("---") || text.starts_with("- - -")) return parsed;
  std::size_t end = 0;
  while (end < text.size() && !is_space(text[end]) && text[end] != '<' && text[end] != '>') ++end;
  std::string code(text.substr(0, end));
  parsed.is_agent = code.find('~') != std::string::npos;
  std::erase(code, '~');
  const std::size_t slash = code.find('/');
  parsed.is_compound = slash != std::string::npos;
  code = code.substr(0, slash);
  const bool is_code = !code.empty() && code.size() % 3 == 0 &&
                       std::all_of(code.begin(), code.end(),
                                   [](char c) { return is_ascii_upper(c) || is_digit(c); });
  if (!is_code) return Error{"", "'" + code + "' is no code of blocks of three capitals", ""};
  parsed.code = std::move(code);
  if (!parse_restriction(text.substr(end), parsed)) {
    return Error{"", "'" + std::string(trimmed(text.substr(end))) + "' is no span of days",
                 "write <950601, >950601 or 900101-950601"};
  }
  return parsed;
}

}  // namespace

Result<std::vector<DictionaryCode>> parse_dictionary_codes(std::string_view text) {
  std::vector<DictionaryCode> codes;
  text = trimmed(text);
  while (!text.empty()) {
    const std::size_t close = text.find(']');
    if (text.front() != '[' || close == std::string_view::npos) {
      return Error{"", "no code in brackets in '" + std::string(text) + "'", "write [RUSGOV]"};
    }
    auto code = parse_bracket(text.substr(1, close - 1));
    if (!code.ok()) return code.error();
    codes.push_back(code.take());
    text = trimmed(text.substr(close + 1));
  }
  return codes;
}

}  // namespace verbale
