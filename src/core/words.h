// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// The words of a text in lower case: runs of letters and digits, whatever stands between them. In
// scripts that write no spaces (Chinese, Japanese, Thai) every sign is a word of its own.
std::vector<std::string> words_of(std::string_view text);

// The same, with the case they began with.
struct CasedWord {
  std::string word;  // In lower case.
  bool is_capital = false;
  bool is_first = false;  // Of a sentence, as far as the signs before it tell.
};
std::vector<CasedWord> cased_words_of(std::string_view text);

// A number for a word, the same on every machine; different words share one hardly ever.
std::uint32_t word_key(std::string_view word);

}  // namespace verbale
