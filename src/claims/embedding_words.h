// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "grammar/tree.h"
#include "lexicon/claim_words.h"

namespace verbale {

// Looks up tokens among the words that decide how sure an act is.
class EmbeddingWords {
 public:
  EmbeddingWords(const Tree& tree, std::string_view text, const ClaimWords& words,
                 const Vocabulary& vocabulary);

  // What `governor` makes of what hangs on it at `child`. Nothing when it says nothing of it.
  // A term with a preposition ("call for") must have that preposition on the child or beside.
  std::optional<Effect> effect_of(std::uint32_t governor, std::uint32_t child) const;
  // The same for a noun as its object, or subject in the passive: "announced a visit".
  std::optional<Effect> effect_on_object(std::uint32_t governor, std::uint32_t child) const;
  // What a predicate makes of the act that is its subject: "talks collapsed", "a strike is likely".
  std::optional<Effect> effect_on_subject(std::uint32_t predicate, std::uint32_t subject) const;
  // The verb that `inner`, on which `child` hangs, makes one phrase with: "stopped short of lifting".
  // Its effect is that of the whole.
  std::optional<Effect> effect_of_phrase(std::uint32_t verb, std::uint32_t inner,
                                         std::uint32_t child) const;
  // What a participle or adjective says of the noun it belongs to, alone: "talks planned for May".
  std::optional<Effect> effect_beside(std::uint32_t participle) const;

  std::optional<Effect> modal(std::uint32_t auxiliary) const {
    return plain(EmbeddingKind::kModal, auxiliary);
  }
  std::optional<Effect> modifier(std::uint32_t token) const {
    return plain(EmbeddingKind::kModifier, token);
  }
  bool is(ClaimClass which, std::uint32_t token) const {
    const ClaimWords::Set& set = words_.of(which);
    return set.contains(lemmas_[token]) || set.contains(forms_[token]);
  }

 private:
  std::optional<Effect> plain(EmbeddingKind kind, std::uint32_t token) const;
  std::optional<Effect> lookup(EmbeddingKind kind, std::uint32_t governor,
                               std::uint32_t child) const;
  bool is_word(std::uint32_t token, WordId word) const {
    return lemmas_[token] == word || forms_[token] == word;
  }
  bool is_circumstance(std::uint32_t child) const;
  bool has_rest(const Term& rest, std::uint32_t governor, std::uint32_t child) const;
  bool has_word(WordId word, const Term& rest, std::uint32_t governor, std::uint32_t child) const;

  const Tree& tree_;
  const ClaimWords& words_;
  std::vector<WordId> lemmas_;
  std::vector<WordId> forms_;
};

// True for a verb, an adjective, or whatever is said of a subject.
bool is_predicate(const Tree& tree, std::uint32_t token);
bool is_noun(const Tree& tree, std::uint32_t token);

// True for a clause that may or may not come true: "if …", "unless …", "as long as …", "provided that
// …", and "should Chad attack, …". Not for "even if".
bool is_conditional_clause(const Tree& tree, const EmbeddingWords& words, std::uint32_t clause);

}  // namespace verbale
