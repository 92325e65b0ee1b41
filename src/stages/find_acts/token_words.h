// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "grammar/tree.h"
#include "lexicon/act_lexicon.h"
#include "lexicon/vocabulary.h"

namespace verbale {

// The lexicon's numbers for each token's lemma and lower-case form, and tests of terms on them.
// Lemma or form will do, because an editor may write "talks" where the lemma is "talk".
class TokenWords {
 public:
  TokenWords(const Tree& tree, const Vocabulary& vocabulary, std::string_view text,
             const WordClasses& classes, const ActLexicon& lexicon);

  WordId lemma(std::uint32_t token) const { return lemmas_[token]; }
  WordId form(std::uint32_t token) const { return forms_[token]; }
  bool is(std::uint32_t token, WordId word) const {
    return word != kNoWord && (lemmas_[token] == word || forms_[token] == word);
  }
  bool is_one_of(std::uint32_t token, const std::vector<WordId>& words) const;

  // True when `head` is the last word of the term and the others stand before it.
  bool is_noun_term(std::uint32_t head, const Term& term) const;
  bool is_in_noun_set(std::uint32_t head, const std::vector<Term>& terms) const;

  // True when `verb` is the first word of `term` and the others follow it as particle or
  // preposition; those are added to `words`. When the last of them is the preposition of a phrase,
  // `phrase` becomes its head ("called for talks").
  bool is_verb_term(std::uint32_t verb, const Term& term, std::vector<std::uint32_t>& words,
                    std::uint32_t& phrase) const;
  bool has_rest(std::uint32_t verb, const Term& rest, std::vector<std::uint32_t>& words,
                std::uint32_t& phrase) const;

  WordId to() const { return to_; }
  WordId of() const { return of_; }
  WordId by() const { return by_; }

  // "the target of an attack", said of whom it hits.
  bool is_undergoer(std::uint32_t token) const { return is_one_of(token, undergoers_); }

  bool is_place_marker(std::uint32_t token) const { return is_one_of(token, place_markers_); }

  // "dozens of protesters" → "protesters": what a word that only counts or gathers stands before.
  std::uint32_t counted(std::uint32_t head) const;

 private:
  const Tree& tree_;
  std::vector<WordId> lemmas_;
  std::vector<WordId> forms_;
  std::vector<WordId> partitives_;
  std::vector<WordId> undergoers_;
  std::vector<WordId> place_markers_;
  WordId of_ = kNoWord;
  WordId to_ = kNoWord;
  WordId by_ = kNoWord;
};

}  // namespace verbale
