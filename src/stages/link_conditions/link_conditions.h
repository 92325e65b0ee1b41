// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/event.h"
#include "grammar/tree.h"
#include "lexicon/claim_words.h"

namespace verbale {

// The events with what they depend on: if, unless, until, provided; "in exchange for"; "as a
// precondition for". A condition that is itself an event names it.
std::vector<Event> link_conditions(std::vector<Event> events, const Tree& tree,
                                   std::string_view text, const ClaimWords& words,
                                   const Vocabulary& vocabulary);

}  // namespace verbale
