// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/references.h"
#include "grammar/tree.h"
#include "lexicon/actors.h"

namespace verbale {

// Words that stand for somebody named elsewhere: pronouns ("she", "its"), "the 54-year-old", and
// groups of the parties at hand ("both sides", "the two leaders", "neither country"). In text
// order.
std::vector<Mention> find_stand_ins(std::string_view text, const Tree& tree,
                                    const ActorLexicon& actors);

}  // namespace verbale
