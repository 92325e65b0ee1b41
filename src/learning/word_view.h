// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace verbale {

// How a word is written.
enum class LetterCase : std::uint8_t { kNoLetters, kLower, kCapitalised, kUpper, kMixed };

// What linear models are told of one word, as hashes.
struct WordView {
  std::uint64_t exact = 0;                  // As written.
  std::uint64_t lower = 0;                  // Lower case, every digit the same.
  std::uint64_t shape = 0;                  // "Xxx-00": kinds of letters, long runs cut to two.
  std::array<std::uint64_t, 5> suffixes{};  // The last 1 to 5 code points, lower case.
  std::array<std::uint64_t, 4> prefixes{};  // The first 1 to 4.
  LetterCase letter_case = LetterCase::kNoLetters;
  bool has_digit = false;
  bool has_dash = false;
};

// Any bytes will do. Of a very long word only the first and the last bytes are looked at.
WordView view_word(std::string_view word);

LetterCase letter_case_of(std::string_view word);

}  // namespace verbale
