// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/found_act.h"
#include "document/refusal.h"
#include "document/mention_index.h"
#include "grammar/tree.h"
#include "lexicon/act_lexicon.h"
#include "lexicon/ontology.h"

namespace verbale {

// Events: the found acts whose sides are parties. For each head the first act that binds wins; an
// act between nobody, or between people of no political kind, is none. Actors, recipients, act,
// mode, CAMEO code, trigger, rule and content are settled here; factuality, attribution, date and
// place are left to later stages. What the sender marked (`given`) is a party whatever is known of
// it. In text order. `refusals` gathers the acts that did not bind.
std::vector<Event> bind_parties(const std::vector<FoundAct>& acts, const Tree& tree,
                                std::string_view text,
                                const References& references, const ActLexicon& lexicon,
                                const Ontology& ontology, const Vocabulary& vocabulary,
                                const WordClasses& classes, std::span<const ByteSpan> given = {},
                                Refusals refusals = nullptr);

}  // namespace verbale
