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

  std::optional<Effect> modal(std::uint32_t auxiliary) const {
    return plain(EmbeddingKind::kModal, auxiliary);
  }
  std::optional<Effect> modifier(std::uint32_t token) const {
    return plain(EmbeddingKind::kModifier, token);
  }
  bool is(const ClaimWords::Set& set, std::uint32_t token) const {
    return set.contains(lemmas_[token]) || set.contains(forms_[token]);
  }
  const ClaimWords& words() const { return words_; }

 private:
  std::optional<Effect> plain(EmbeddingKind kind, std::uint32_t token) const;
  std::optional<Effect> lookup(EmbeddingKind kind, WordId word, std::uint32_t governor,
                               std::uint32_t child) const;
  bool has_rest(const Term& rest, std::uint32_t governor, std::uint32_t child) const;

  const Tree& tree_;
  const ClaimWords& words_;
  std::vector<WordId> lemmas_;
  std::vector<WordId> forms_;
};

}  // namespace verbale
