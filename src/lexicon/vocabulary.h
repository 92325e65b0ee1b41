// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verbale {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0xFFFFFFFF;

// Numbers for the words that the lexicon speaks of. Filled while loading, read-only after.
class Vocabulary {
 public:
  WordId intern(std::string_view word);
  // kNoWord for a word that the lexicon does not know.
  WordId find(std::string_view word) const;
  // The word of a token: its lemma as the lexicon writes it. A lemma that was cut too short
  // ("declin") is mended where the lexicon knows the mended one.
  WordId find_lemma(std::string_view lemma) const;
  std::string_view word(WordId id) const { return words_[id]; }
  std::size_t size() const { return words_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids_;
  std::deque<std::string> words_;  // A deque: views into its strings stay good.
};

// Words of one term: "call off" has two.
using Term = std::vector<WordId>;

// Lists of terms by name: `class: sanctions`, `words: sanction, embargo, &blockade`.
class WordClasses {
 public:
  // Null when there is no such class.
  const std::vector<Term>* find(std::string_view name) const;
  std::vector<std::string_view> names() const;

  std::unordered_map<std::string_view, std::vector<Term>> classes;
};

class DataFiles;

// Loads data/en/classes.rec and data/en/function_words.rec; errors go to `files`.
WordClasses load_word_classes(DataFiles& files, Vocabulary& vocabulary);

// "call_off" or "call off" → its words.
Term parse_term(std::string_view text, Vocabulary& vocabulary);

// Adds the term; one with hyphens also in parts, as texts are split: "cease-fire" is three tokens.
void add_term(std::string_view text, Vocabulary& vocabulary, std::vector<Term>& terms);

}  // namespace verbale
