// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/act_lexicon.h"

namespace verbale {

// Reads the pattern language of docs/formats/acts.md. One reader serves all patterns, so that equal
// sets of words are kept once.
class ActPatternReader {
 public:
  ActPatternReader(Vocabulary& vocabulary, const WordClasses& classes, ActLexicon& lexicon);

  // The patterns that one line means: several when it has optional words. On a mistake the answer
  // is empty, and `trouble` and `cure` say which.
  std::vector<ActPattern> read(PredicateKind kind, std::string_view text);

  std::string trouble;
  std::string cure;

 private:
  struct Item {
    std::string_view text;
    bool is_optional = false;
  };

  std::vector<std::vector<Item>> split(std::string_view text);
  void add_item(std::vector<std::vector<Item>>& variants, Item item);
  bool is_preposition(std::string_view word) const;
  bool read_subject(const std::vector<Item>& items, std::size_t& at, ActPattern& pattern);
  bool read_place(const std::vector<Item>& items, std::size_t& at, ActPattern& pattern);
  bool read_bare(const Item& item, const Filler& filler, ActPattern& pattern);
  bool read_filler(std::string_view text, Filler& filler);
  bool read_types(std::string_view names, Filler& filler);
  bool read_words(std::string_view text, TermSetId& set);
  // The prepositions that `text` lists; empty when one of them is none.
  std::vector<WordId> prepositions(std::string_view text);
  void fail(std::string what, std::string how = "");

  Vocabulary& vocabulary_;
  const WordClasses& classes_;
  ActLexicon& lexicon_;
  std::unordered_map<std::string, TermSetId> set_ids_;
  std::vector<WordId> known_prepositions_;  // Sorted.
};

}  // namespace verbale
