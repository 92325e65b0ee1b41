// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "document/article.h"
#include "document/event.h"
#include "document/references.h"
#include "grammar/tree.h"
#include "lexicon/ontology.h"
#include "lexicon/type_weights.h"

namespace verbale {

// The name under which TypeWeights knows a type: CONCEDE and RETREAT are one, "YIELD".
std::string_view root_name_of(PloverType type);

// Both sides of an event: its first actor, and its first recipient or, in a meeting of equals, second
// actor. Nothing where one is not told.
std::optional<std::pair<ByteSpan, ByteSpan>> sides_of(const Event& event);

// What the weights say of a source and a target: the probability of each of `weights.types`.
std::vector<double> type_odds(const Tree& tree, ByteSpan source, ByteSpan target,
                              const TypeWeights& weights);

// The sender marked two parties and no event binds them: what the weights find likeliest between
// them becomes an event of its own. Its trigger is the word where the ways from both sides meet in the
// tree, its rule the feature that speaks most for the type.
std::vector<Event> guess_given_pair(std::vector<Event> events, const Article& article, const Tree& tree,
                                    const References& references, const TypeWeights& weights);

// A second opinion on events between two sides that the sender marked. Where the words around speak
// for another type by more than the lexicon can outweigh, the event takes that type, without a mode;
// its trigger and rule stay, for the lexicon found it.
std::vector<Event> weigh_types(std::vector<Event> events, const Tree& tree, const Ontology& ontology,
                               const TypeWeights& weights);

}  // namespace verbale
