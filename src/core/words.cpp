// SPDX-License-Identifier: Apache-2.0
#include "core/words.h"

#include <utility>

#include "core/hash.h"
#include "core/utf8.h"

namespace verbale {
namespace {

bool is_digit_sign(char32_t c) {
  return c < 0x80 && is_digit(static_cast<char>(c));
}

// Thai to Myanmar, then kana and Han: written without spaces.
bool is_own_word(char32_t c) {
  return (c >= 0xE00 && c < 0x10A0) || (c >= 0x3040 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) ||
         (c >= 0x20000 && c < 0x40000);
}

// Letters of the scripts that is_letter() does not know; punctuation of theirs is too rare to
// matter.
bool is_other_letter(char32_t c) {
  return (c >= 0x300 && c < 0x2000) || (c >= 0x2C00 && c < 0x2E00) || (c >= 0xA000 && c < 0xD7B0);
}

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U':' || c == U'\n' || c == U'"' || c == U'“';
}

}  // namespace

std::vector<CasedWord> cased_words_of(std::string_view text) {
  std::vector<CasedWord> words;
  std::string word;
  bool is_capital = false;
  bool is_first = true;
  const auto end_word = [&] {
    if (word.empty()) return;
    words.push_back({std::exchange(word, {}), is_capital, is_first});
    is_first = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.bytes;
    if (is_own_word(c.value)) {
      end_word();
      is_capital = false;
      append_utf8(word, c.value);
      end_word();
    } else if (is_digit_sign(c.value) || is_letter(c.value) || is_other_letter(c.value)) {
      if (word.empty()) is_capital = is_upper(c.value);
      append_utf8(word, to_lower(c.value));
    } else {
      end_word();
      is_first |= ends_sentence(c.value);
    }
  }
  end_word();
  return words;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (CasedWord& cased : cased_words_of(text)) words.push_back(std::move(cased.word));
  return words;
}

std::uint32_t word_key(std::string_view word) {
  return static_cast<std::uint32_t>(hash64(word) >> 32);
}

}  // namespace verbale
