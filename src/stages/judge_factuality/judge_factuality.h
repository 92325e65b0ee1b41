// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/event.h"
#include "grammar/tree.h"
#include "lexicon/claim_words.h"

namespace verbale {

// The events with their factuality settled, by composition over the parse: from the act outwards,
// each word that embeds it, each modal and each negation says what it makes of what stands below.
// Events that the text only mentions as a notion ("a discussion of sanctions") are left out.
std::vector<Event> judge_factuality(std::vector<Event> events, const Tree& tree,
                                    std::string_view text, const ClaimWords& words,
                                    const Vocabulary& vocabulary);

}  // namespace verbale
