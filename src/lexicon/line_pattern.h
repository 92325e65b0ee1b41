// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"

namespace verbale {

// A word or a punctuation mark of a line, as page furniture is recognised by.
struct LineToken {
  std::string_view text;
  std::uint32_t word = 0;  // Its number in LineWords, in lower case; 0 when unknown there.
  bool is_punctuation = false;
  bool is_number = false;  // Starts with a digit.
  bool is_capitalised = false;
};

// Numbers for the words that line patterns speak of, and the words' classes.
class LineWords {
 public:
  std::uint32_t intern(std::string_view word);
  // 0 for a word that no pattern knows.
  std::uint32_t find(std::string_view lower_case_word) const;
  std::vector<LineToken> tokens_of(std::string_view line) const;
  std::size_t size() const { return ids_.size() + 1; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
};

// Phrases that stand for a slot such as <agency>: each a list of words.
using LinePhrases = std::vector<std::vector<std::uint32_t>>;

// What the slots of line patterns stand for.
struct LineSlots {
  std::unordered_map<std::string, LinePhrases> phrases;  // "agency", "section".
  std::vector<bool> when_words;  // By word number: words of dates and times.
  std::vector<bool> name_words;  // By word number: small words within names ("van", "and").
};

// A pattern that a whole line fits or not (docs/formats/furniture.md):
//   sign_up|subscribe [to|for] * newsletter|newsletters *2
class LinePattern {
 public:
  // The error's `where` is empty.
  static Result<LinePattern> parse(std::string_view text, LineWords& words, const LineSlots& slots);

  // Whether the whole line fits. Linear in tokens times pattern.
  bool fits(const std::vector<LineToken>& line, const LineSlots& slots) const;

  // Words one of which every fitting line holds; empty when no word is sure.
  const std::vector<std::uint32_t>& key_words() const { return key_words_; }

 private:
  enum class Kind : std::uint8_t {
    kWords,
    kAny,
    kPhrase,
    kNames,
    kWhen,
    kNumber,
    kCapitals,
    kTitle
  };
  struct Atom {
    Kind kind = Kind::kWords;
    LinePhrases alternatives;          // kWords.
    std::string slot;                  // kPhrase.
    bool repeats = false;              // kPhrase: "<share>+" stands for one or more.
    std::size_t tokens_max = 1;        // Runs: kAny, kNames, kWhen, kNumber, kCapitals, kTitle.
    std::size_t shortest_word = 1000;  // kWords: bytes of the shortest first word.
    std::size_t skip = 0;              // How many atoms from here on may be left out together.
  };
  static Result<Atom> atom_of(std::string_view text, LineWords& words, const LineSlots& slots);
  // Whether a token may stand in a run of this kind, and whether it makes a run of it: more than
  // small words and marks.
  static bool may_run(Kind kind, const LineToken& token, const LineSlots& slots);
  static bool proves_run(Kind kind, const LineToken& token);
  void choose_key_words();
  bool has_key_word(const std::vector<LineToken>& line) const;

  std::vector<Atom> atoms_;
  std::vector<std::uint32_t> key_words_;
};

}  // namespace verbale
