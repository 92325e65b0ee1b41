// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
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
  kSaid, kSame, kFact, kNot, kFailed, kPlanned, kPossible, kDemanded, kThreatened, kBackshifted,
  kAnnounced,
};

// Where the word stands: above a clause or noun that it embeds (verb, noun, adjective), above a noun
// that is its object or subject, before or behind a noun, beside a verb.
enum class EmbeddingKind : std::uint8_t {
  kVerb, kNoun, kAdjective, kModifier, kModal, kObject, kSubject,
};
inline constexpr std::size_t kEmbeddingKindCount = 7;

struct Embedding {
  Term rest;  // Words that must follow: "rule" + "out", "call" + "for".
  Effect effect = Effect::kSame;
};

// The closed classes of data/en/function_words.rec that the stages of claims speak of.
enum class ClaimClass : std::uint8_t {
  kNegators, kNegatorUndoers, kNegatingMarkers, kApproximators, kConditionalMarks, kConditionalAdverbs,
  kConcessiveWords, kInvertedAuxiliaries, kTemporalMarks, kHearsayAdverbs, kDoubtAdverbs,
  kContrastConjunctions, kPerfectAuxiliaries, kAbilityModals, kIndefiniteDeterminers,
  kInfinitiveMarks, kRankingWords, kQuestionMarks, kSourceMarks, kCitingVerbs, kSourcePrepositions,
  kTellers, kExchangeNouns, kExchangePrepositions, kConditionNouns, kConditionPrepositions,
  kDependingWords, kDependingPrepositions, kSpeechActs, kMeasureWords, kMeasureMarks,
  kContentPrepositions, kDisjunctions, kHearsayAdjectives, kMakingVerbs,
  kLinkingVerbs, kGerundEndings, kInquiryMarks, kResultatives, kDenyingVerbs, kWeekdays,
  kContentMarks, kPrecedingMarks, kRefusingVerbs, kBareInfinitiveVerbs, kLimitingAdverbs,
};
inline constexpr std::size_t kClaimClassCount = 46;

// Words that decide how sure an act is and who says so. Read-only after loading.
struct ClaimWords {
  std::unordered_map<WordId, std::vector<Embedding>> embeddings[kEmbeddingKindCount];

  using Set = std::unordered_set<WordId>;
  std::array<Set, kClaimClassCount> sets;  // By ClaimClass.

  const std::vector<Embedding>* find(EmbeddingKind kind, WordId word) const;
  // The effect of a word that needs no others after it.
  std::optional<Effect> plain_effect(EmbeddingKind kind, WordId word) const;
  const Set& of(ClaimClass which) const { return sets[static_cast<std::size_t>(which)]; }
};

ClaimWords load_claim_words(DataFiles& files, Vocabulary& vocabulary, const WordClasses& classes);

}  // namespace verbale
