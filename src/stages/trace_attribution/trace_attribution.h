// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/event.h"
#include "grammar/tree.h"
#include "lexicon/claim_words.h"

namespace verbale {

// The events with the chain of who says so, outermost first: speakers of verbs of saying, "according
// to", "citing", "told Reuters", "reportedly", and the speaker of a quotation that goes on. An empty
// chain means that the article itself says it.
std::vector<Event> trace_attribution(std::vector<Event> events, const Tree& tree,
                                     std::string_view text, const References& references,
                                     const ClaimWords& words, const Vocabulary& vocabulary);

}  // namespace verbale
