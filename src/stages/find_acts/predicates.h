// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lexicon/act_needs.h"
#include "stages/find_acts/match_pattern.h"

namespace verbale {

// A predicate with the patterns that its words allow.
struct Candidate {
  Predicate predicate;
  std::uint32_t pattern = 0;
};

// What the words of a sentence leave possible.
struct Possibilities {
  const ActNeeds& needs;
  const WordSet& words;  // Of the token's sentence.
};

// All ways to read `token` as the name of an act: as a verb, as a noun (with the light verb that
// carries it undone), as the verb a noun is made from, as an adjective said of a subject. What is
// not among the `possible` is left out; null: nothing.
std::vector<Candidate> candidates_at(const Tree& tree, const TokenWords& words,
                                     const ActLexicon& lexicon, const Possibilities* possible,
                                     std::uint32_t token);

}  // namespace verbale
