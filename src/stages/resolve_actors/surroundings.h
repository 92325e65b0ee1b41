// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/references.h"
#include "grammar/tree.h"
#include "lexicon/actors.h"

namespace verbale {

// Whether a capital stands where a government acts or is acted upon ("Paris said", "talks with
// Paris", "Paris's demands") rather than where something happens ("in Paris", "flew to Paris").
bool capital_acts(const Mention& mention, std::string_view text, const Tree& tree,
                  const ActorWords& words);

// Whether the sentence is plainly about sport: there "Chicago" and "Jordan" are teams and players.
bool is_about_sport(TokenSpan sentence, std::string_view text, const Tree& tree,
                    const ActorWords& words);

}  // namespace verbale
