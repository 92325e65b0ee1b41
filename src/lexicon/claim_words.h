// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/vocabulary.h"

namespace verbale {

class DataFiles;

// What a word makes of the act it embeds; data/en/embedding.tsv says what each means.
enum class Effect : std::uint8_t {
  kSaid, kSame, kFact, kNot, kPlanned, kPossible, kDemanded, kThreatened, kBackshifted,
};

enum class EmbeddingKind : std::uint8_t { kVerb, kNoun, kAdjective, kModifier, kModal };

struct Embedding {
  Term rest;  // Words that must follow: "rule" + "out", "call" + "for".
  Effect effect = Effect::kSame;
};

// Words that decide how sure an act is and who says so. Read-only after loading.
struct ClaimWords {
  std::unordered_map<WordId, std::vector<Embedding>> embeddings[5];  // By EmbeddingKind.

  using Set = std::unordered_set<WordId>;
  Set negators, negator_undoers, negating_markers, conditional_marks, temporal_marks,
      hearsay_adverbs, doubt_adverbs;

  const std::vector<Embedding>* find(EmbeddingKind kind, WordId word) const;
  // The effect of a word that needs no others after it.
  std::optional<Effect> plain_effect(EmbeddingKind kind, WordId word) const;
};

ClaimWords load_claim_words(DataFiles& files, Vocabulary& vocabulary, const WordClasses& classes);

}  // namespace verbale
