// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "lexicon/act_lexicon.h"
#include "lexicon/vocabulary.h"

namespace verbale {

// The words of the lexicon that one sentence holds, or may hold.
class WordSet {
 public:
  explicit WordSet(const Vocabulary& vocabulary) : turn_of_(vocabulary.size(), 0) {}

  void clear() { ++turn_; }
  void add(WordId word) {
    if (word != kNoWord) turn_of_[word] = turn_;
  }
  bool has(WordId word) const { return turn_of_[word] == turn_; }
  bool has_any(const std::vector<WordId>& words) const {
    return std::any_of(words.begin(), words.end(), [this](WordId word) { return has(word); });
  }

 private:
  std::vector<std::uint32_t> turn_of_;  // The last turn in which the word was added.
  std::uint32_t turn_ = 1;
};

// Which words a sentence must hold for a pattern to fit in it, whatever its tree: a cheap question
// that spares most of the dear ones. Says yes too often, never no where match_pattern would match.
class ActNeeds {
 public:
  ActNeeds() = default;
  ActNeeds(const ActLexicon& acts, const Vocabulary& vocabulary);

  // Whether the pattern may fit on `head` as verb or adjective, or (`is_nominal`) as a noun.
  bool may_fit(std::uint32_t pattern, WordId head, bool is_nominal, const WordSet& words) const;

  // Whether the pattern embeds an act of the lexicon, so that without another act it cannot fit.
  bool needs_act(std::uint32_t pattern, bool is_nominal) const {
    return (is_nominal ? nominal_ : verbal_)[pattern].needs_act;
  }

 private:
  struct Needs {
    bool is_hopeless = false;
    bool needs_act = false;
    std::vector<std::vector<WordId>> words;  // Of each list one.
  };
  // Terms of the predicate with this head, without it; empty where the head alone will do.
  struct Rest {
    WordId head = kNoWord;
    std::vector<WordId> others;
  };

  // Of each term set, the words that a text must hold for one of its terms.
  struct TermWords {
    std::vector<std::vector<WordId>> heads, firsts;
  };

  static Needs needs_of(const ActPattern& pattern, bool is_nominal, WordId to,
                        const TermWords& words);

  std::vector<Needs> verbal_, nominal_;   // By pattern.
  std::vector<std::vector<Rest>> rests_;  // By pattern.
};

}  // namespace verbale
