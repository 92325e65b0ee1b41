// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "lexicon/vocabulary.h"
#include "stages/find_acts/match_pattern.h"

namespace verbale {

// Why the pattern did not fit, for a person: "its object “bread” is none that the pattern asks for".
std::string tell_misfit(const Misfit& misfit, const Predicate& predicate, const ActPattern& pattern,
                        const Tree& tree, std::string_view text, const Vocabulary& vocabulary);

// How near the pattern came: 0 to 9, the more the nearer.
int nearness_of(const Misfit& misfit);

}  // namespace verbale
