// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "claims/embedding_words.h"
#include "grammar/tree.h"

namespace verbale {

// What a predicate's or noun's own words say of it: negations, modals, adverbs, modifiers.
class WordSigns {
 public:
  WordSigns(const Tree& tree, const EmbeddingWords& words) : tree_(tree), words_(words) {}

  // "not", "never", "no longer"; "nobody" and "neither side" as subject.
  bool is_negated(std::uint32_t predicate) const;
  // "no talks"
  bool has_no(std::uint32_t noun) const;
  // "almost attacked"
  bool is_only_near(std::uint32_t predicate) const;
  // "may have attacked", "perhaps"
  bool is_doubted(std::uint32_t predicate) const;
  // The modal of a predicate, a past "will" resolved. Nothing for "cannot": that is no more than
  // the negation.
  std::optional<Effect> modality(std::uint32_t predicate) const;
  // "Stop the war now": a bare main verb that no one does.
  bool is_imperative(std::uint32_t predicate) const;
  // "that Chile lift the ban": after "that" the bare form beside one who would take an ending.
  bool is_subjunctive(std::uint32_t predicate) const;
  // What its modifiers make of a noun: "a planned visit", "talks scheduled for May", "the strike
  // that was called off".
  std::vector<Effect> modifiers(std::uint32_t noun) const;
  // "the talks", "Iran's attack", "Russian sanctions": told as known.
  bool is_definite(std::uint32_t noun) const;
  // "the first country to recognise …": it did.
  bool is_ranked(std::uint32_t noun) const;
  // The word that opens a clause: its mark, or "when" and its like.
  std::uint32_t opener(std::uint32_t clause) const;

 private:
  bool is_denying(std::uint32_t word) const;
  std::uint32_t subject_of_one(std::uint32_t predicate) const;
  Effect backshifted(std::uint32_t predicate, bool is_perfect) const;
  std::optional<Effect> clause_on(std::uint32_t noun, std::uint32_t clause) const;

  const Tree& tree_;
  const EmbeddingWords& words_;
};

}  // namespace verbale
