// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "document/found_act.h"
#include "document/refusal.h"
#include "grammar/tree.h"
#include "lexicon/act_lexicon.h"
#include "lexicon/act_needs.h"

namespace verbale {

// The acts that the sentences name, in text order of their heads: each pattern of the lexicon that
// fits a predicate in its normal form. Where several fit one head they stand side by side, the one
// that asks for most first; bind_parties chooses. Nobody is bound yet: sides are heads of phrases.
// `refusals` gathers the patterns that were called up and did not fit.
std::vector<FoundAct> find_acts(const Tree& tree, std::string_view text, const ActLexicon& lexicon,
                                const ActNeeds& needs, const Vocabulary& vocabulary,
                                const WordClasses& classes, Refusals refusals = nullptr);

}  // namespace verbale
