// SPDX-License-Identifier: Apache-2.0
#include <unicode/unorm2.h>

#include <array>

#include "core/utf8.h"
#include "lexicon/places.h"

namespace verbale {
namespace {

struct LetterForm {
  char32_t letter;
  std::string_view plain;
};
// Letters that no decomposition turns into plain ones; scripts/make_gazetteer has the same.
constexpr std::array<LetterForm, 12> kLetters = {{{U'ø', "o"},
                                                  {U'ł', "l"},
                                                  {U'ß', "ss"},
                                                  {U'ı', "i"},
                                                  {U'đ', "d"},
                                                  {U'æ', "ae"},
                                                  {U'œ', "oe"},
                                                  {U'þ', "th"},
                                                  {U'ð', "d"},
                                                  {U'ħ', "h"},
                                                  {U'ə', "a"},
                                                  {U'ŋ', "n"}}};

struct LongForm {
  std::string_view word;
  std::string_view full;
};
constexpr std::array<LongForm, 4> kLongForms = {
    {{"st", "saint"}, {"ste", "sainte"}, {"mt", "mount"}, {"ft", "fort"}}};

// Apostrophes of all kinds and stops vanish: "Sana'a" is "sanaa", "U.S." is "us".
bool vanishes(char32_t c) {
  constexpr std::u32string_view kSigns = U"'.’‘ʻʼ`´ʿʾ";
  return kSigns.find(c) != std::u32string_view::npos;
}

// The letters of `c` without its accents, in ASCII; nothing for signs.
void append_plain(std::string& out, char32_t c, bool& gap) {
  const auto add = [&](char letter) {
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += letter;
  };
  c = to_lower(c);
  if (c < 0x80) {
    const char ascii = static_cast<char>(c);
    if (is_ascii_lower(ascii) || is_digit(ascii))
      add(ascii);
    else if (!vanishes(c))
      gap = true;
    return;
  }
  if (vanishes(c)) return;
  for (const LetterForm& form : kLetters) {
    if (form.letter != c) continue;
    for (const char letter : form.plain) add(letter);
    return;
  }
  UErrorCode trouble = U_ZERO_ERROR;
  const UNormalizer2* decomposer = unorm2_getNFDInstance(&trouble);
  if (U_FAILURE(trouble)) return;
  if (unorm2_getCombiningClass(decomposer, static_cast<UChar32>(c)) != 0) return;
  constexpr int kUnitsMax = 8;
  UChar units[kUnitsMax];
  trouble = U_ZERO_ERROR;
  const int count =
      unorm2_getDecomposition(decomposer, static_cast<UChar32>(c), units, kUnitsMax, &trouble);
  bool found = false;
  for (int i = 0; U_SUCCESS(trouble) && i < count; ++i) {
    const char32_t unit = units[i];
    if (unit < 0x80) {
      append_plain(out, unit, gap);
      found = true;
    } else if (unit < 0x300 || unit > 0x36F) {
      for (const LetterForm& form : kLetters) {
        if (form.letter == unit) {
          for (const char letter : form.plain) add(letter);
          found = true;
        }
      }
    }
  }
  if (!found) gap = true;
}

void write_long_forms(std::string& text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find(' ', begin);
    if (end == std::string::npos) return;
    std::size_t next = end + 1;
    for (const LongForm& form : kLongForms) {
      if (std::string_view(text).substr(begin, end - begin) != form.word) continue;
      text.replace(begin, end - begin, form.full);
      next = begin + form.full.size() + 1;
      break;
    }
    begin = next;
  }
}

}  // namespace

std::string fold_place_name(std::string_view name) {
  std::string folded;
  folded.reserve(name.size());
  bool gap = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = decode_at(name, at);
    at += c.bytes;
    append_plain(folded, c.value, gap);
  }
  write_long_forms(folded);
  return folded;
}

}  // namespace verbale
