// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "document/found_act.h"
#include "grammar/frame.h"
#include "lexicon/act_lexicon.h"
#include "stages/find_acts/token_words.h"

namespace verbale {

// A predicate ready to be matched: its frame, with the light verb undone when it is a noun.
struct Predicate {
  Frame frame;
  PredicateKind kind = PredicateKind::kVerb;
  bool is_attended = false;           // See FoundAct.
  bool is_nominal = false;            // A noun, even when matched as the verb it is made from.
  std::uint32_t support = kNoToken;   // Its light verb.
  std::vector<std::uint32_t> words;   // Tokens that name it so far.
  std::uint32_t phrase = kNoToken;    // Of a verb with preposition: the phrase after it.
};

// PLOVER types (bit set) of the acts found so far, by head and by anchor.
using KnownActs = std::unordered_map<std::uint32_t, std::uint32_t>;

// What a pattern is matched against besides the predicate.
struct MatchContext {
  const Tree& tree;
  const TokenWords& words;
  const ActLexicon& lexicon;
  const KnownActs& known;
};

// Where a pattern did not fit.
struct Misfit {
  enum class Place : std::uint8_t { kPredicate, kSubject, kObject, kIndirect, kPhrase, kClause };
  Place place = Place::kPredicate;
  const PhrasePattern* phrase = nullptr;  // Of kPhrase: the one that was not there.
  std::size_t things = 0;                 // Words of its own that were found before.
};

// The act, when every place that the pattern asks for is there. Sides that are not said stay
// empty. Nothing when the pattern does not fit; `misfit` then says where.
std::optional<FoundAct> match_pattern(const MatchContext& context, const Predicate& predicate,
                                      std::uint32_t pattern, Misfit& misfit);

}  // namespace verbale
