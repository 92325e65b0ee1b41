// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/byline.h"

#include <algorithm>
#include <vector>

#include "core/utf8.h"
#include "formats/records.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

// Whether the token is the only or first word of one of the slot's phrases.
bool is_in_slot(const LineToken& token, std::string_view slot, const Furniture& furniture) {
  const auto phrases = furniture.slots.phrases.find(std::string(slot));
  return phrases != furniture.slots.phrases.end() &&
         std::any_of(phrases->second.begin(), phrases->second.end(),
                     [&token](const auto& phrase) { return phrase.front() == token.word; });
}

// "wire.example", "desk@wire.example", "user.name.1232": no name of a person.
bool is_address(std::string_view part) {
  if (part.find('@') != std::string_view::npos || part.find("://") != std::string_view::npos) {
    return true;
  }
  constexpr std::ptrdiff_t kDigitsMin = 3;
  if (std::count_if(part.begin(), part.end(), is_digit) >= kDigitsMin) return true;
  const std::size_t dot = part.find('.');
  return part.find(' ') == std::string_view::npos && dot != std::string_view::npos &&
         dot + 2 < part.size() && is_ascii_lower(part[dot + 1]);
}

// "MS", "Ph.D." behind a name.
bool is_degree(std::string_view part) {
  constexpr std::size_t kBytesMax = 5;
  if (part.find(' ') != std::string_view::npos || part.size() > kBytesMax) return false;
  return std::count_if(part.begin(), part.end(), is_ascii_upper) >= 2;
}

// Without "By" before it, in any language: "von A B", where a whole name follows.
std::string_view without_lead(std::string_view part, const Furniture& furniture) {
  constexpr std::size_t kWordsMin = 3;
  const bool may_be_abroad = count_words(part) >= kWordsMin;
  for (const LineToken& token : furniture.words.tokens_of(part)) {
    if (is_in_slot(token, "byline", furniture) || token.text == ":") continue;
    const bool is_first = token.text.data() == part.data();
    if (is_first && may_be_abroad && is_in_slot(token, "byline_abroad", furniture)) continue;
    part.remove_prefix(static_cast<std::size_t>(token.text.data() - part.data()));
    return part;
  }
  return {};
}

// "A B and C D" in its names: parted where whole names stand on both sides.
std::vector<std::string_view> names_joined_in(std::string_view part, const Furniture& furniture) {
  constexpr std::size_t kWordsMin = 2;
  std::vector<std::string_view> names;
  for (const LineToken& token : furniture.words.tokens_of(part)) {
    if (!is_in_slot(token, "name_joint", furniture)) continue;
    const auto at = static_cast<std::size_t>(token.text.data() - part.data());
    const std::string_view before = trim(part.substr(0, at));
    const std::string_view after = trim(part.substr(at + token.text.size()));
    if (count_words(before) < kWordsMin || count_words(after) < kWordsMin) continue;
    names.push_back(before);
    const auto rest = names_joined_in(after, furniture);
    names.insert(names.end(), rest.begin(), rest.end());
    return names;
  }
  names.push_back(part);
  return names;
}

}  // namespace

// The names in "Written by NAME, TITLE | 3 March".
std::string names_in(std::string_view line, const Furniture& furniture) {
  const std::vector<LineToken> tokens = furniture.words.tokens_of(line);
  const auto is_lead = [&](const LineToken& token) {
    return is_in_slot(token, "byline", furniture);
  };
  std::size_t begin = 0;
  while (begin < tokens.size() && (tokens[begin].is_punctuation || is_lead(tokens[begin]))) ++begin;
  std::size_t end = begin;
  std::size_t last = begin;  // After the last capitalised word.
  while (end < tokens.size()) {
    const LineToken& token = tokens[end];
    const bool is_small =
        token.word < furniture.slots.name_words.size() && furniture.slots.name_words[token.word];
    const bool joins = token.text == "-" || token.text == "." || token.text == "&";
    if (token.is_number || (token.is_punctuation && !joins)) break;
    const bool starts_date = end + 1 < tokens.size() && tokens[end + 1].is_number &&
                             furniture.months.contains(lower_case(token.text));
    constexpr std::size_t kDateWordBytes = 6;  // "Published", "Monday", but not "May".
    const bool tells_date =
        token.text.size() >= kDateWordBytes && end > begin && is_in_slot(token, "when", furniture);
    if (starts_date || tells_date) break;
    if (!token.is_punctuation && !token.is_capitalised && !is_small) break;
    ++end;
    if (token.is_capitalised) last = end;
  }
  if (last == begin) return {};
  const char* from = tokens[begin].text.data();
  const char* to = tokens[last - 1].text.data() + tokens[last - 1].text.size();
  return std::string(from, static_cast<std::size_t>(to - from));
}

std::string tidy_byline(std::string_view byline, const Furniture& furniture) {
  constexpr std::size_t kWordsMax = 6;
  constexpr std::size_t kBytesMax = 400;
  std::string tidy;
  for (std::string_view part : split_list(byline.substr(0, kBytesMax), ',')) {
    part = without_lead(trim(part.substr(0, part.find('|'))), furniture);
    if (part.empty() || is_address(part) || (is_degree(part) && !tidy.empty())) continue;
    for (std::string_view name : names_joined_in(part, furniture)) {
      if (count_words(name) > kWordsMax) continue;
      if (!tidy.empty()) tidy += ", ";
      tidy += name;
    }
  }
  return tidy;
}

bool is_names_only(std::string_view line, const Furniture& furniture) {
  constexpr std::size_t kWordsMin = 2;
  constexpr std::size_t kWordsMax = 8;
  const std::size_t words = count_words(line);
  if (words < kWordsMin || words > kWordsMax || ends_sentence(line)) return false;
  const std::vector<LineToken> tokens = furniture.words.tokens_of(line);
  if (tokens.empty() || !furniture.given_names.contains(std::string(tokens.front().text))) {
    return false;
  }
  // The surname comes right behind; further words are names, joints and places.
  if (tokens.size() < kWordsMin || !tokens[1].is_capitalised) return false;
  return std::all_of(tokens.begin(), tokens.end(), [&](const LineToken& token) {
    const bool joins = token.is_punctuation && (token.text == "," || token.text == "-" ||
                                                token.text == "." || token.text == "&");
    return joins || (token.is_capitalised && !token.is_number) ||
           is_in_slot(token, "name_joint", furniture);
  });
}

}  // namespace verbale
