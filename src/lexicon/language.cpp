// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "core/utf8.h"
#include "formats/records.h"
#include "lexicon/furniture.h"

namespace verbale {
namespace {

constexpr std::size_t kLookBytes = 20000;
// Fewer known words than this prove nothing.
constexpr std::size_t kKnownWordsMin = 4;

struct Script {
  char32_t first;
  char32_t last;
  std::string_view language;  // The usual one of the script.
};
constexpr Script kScripts[] = {
    {0x370, 0x3FF, "el"},   {0x400, 0x52F, "ru"},   {0x590, 0x5FF, "he"},   {0x600, 0x6FF, "ar"},
    {0x900, 0x97F, "hi"},   {0x980, 0x9FF, "bn"},   {0xB80, 0xBFF, "ta"},   {0xE00, 0xE7F, "th"},
    {0x10A0, 0x10FF, "ka"}, {0x530, 0x58F, "hy"},   {0x1200, 0x137F, "am"}, {0x3040, 0x30FF, "ja"},
    {0x4E00, 0x9FFF, "zh"}, {0xAC00, 0xD7AF, "ko"},
};

// The language of the script that most letters are of; empty for Latin ones.
std::string_view language_of_script(std::string_view text) {
  std::size_t counts[std::size(kScripts)] = {};
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.bytes;
    letters += is_letter(c.value);
    for (std::size_t i = 0; i < std::size(kScripts) && c.value >= 0x370; ++i) {
      counts[i] += c.value >= kScripts[i].first && c.value <= kScripts[i].last;
    }
  }
  constexpr std::size_t kKana = 11, kHan = 12;
  if (counts[kKana] * 20 > counts[kHan] && counts[kKana] > 0) {
    counts[kKana] += counts[kHan];
    counts[kHan] = 0;
  }
  const auto most = std::max_element(std::begin(counts), std::end(counts));
  if (*most * 2 <= letters || *most == 0) return {};
  return kScripts[most - std::begin(counts)].language;
}

}  // namespace

std::string guess_language(const Furniture& furniture, std::string_view text) {
  std::string_view look = text.substr(0, kLookBytes);
  while (!look.empty() && look.size() < text.size() && (look.back() & 0xC0) == 0x80) {
    look.remove_suffix(1);
  }
  const std::string_view script_language = language_of_script(look);
  if (!script_language.empty() && script_language != "ru") return std::string(script_language);

  std::unordered_map<std::string, std::size_t> counts;
  const std::string lowered = lower_case(look);
  for (std::string_view word : split_list(lowered, ' ')) {
    while (!word.empty() && std::string_view(".,;:!?\"'()").find(word.back()) != word.npos) {
      word.remove_suffix(1);
    }
    ++counts[std::string(word)];
  }
  std::string best;
  std::size_t most = 0;
  for (const LanguageProfile& profile : furniture.languages) {
    std::size_t known = 0;
    for (const std::string& word : profile.words) {
      const auto found = counts.find(word);
      if (found != counts.end()) known += found->second;
    }
    if (known > most) {
      most = known;
      best = profile.language;
    }
  }
  if (most >= kKnownWordsMin) return best;
  return std::string(script_language);
}

}  // namespace verbale
