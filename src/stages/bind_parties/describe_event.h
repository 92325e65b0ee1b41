// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "document/event.h"
#include "document/found_act.h"
#include "grammar/tree.h"
#include "lexicon/act_lexicon.h"
#include "lexicon/ontology.h"

namespace verbale {

// What the entry of an act says of its event: type, mode and CAMEO code (by `content`, the event that
// it embeds, where the entry says so; null for none), its words in the text and the line that fired.
void describe(const FoundAct& act, const ActLexicon& lexicon, const Ontology& ontology,
              const Tree& tree, const Event* content, Event& event);

// How the act was found, as far as it tells how far to trust it.
void add_signs(const FoundAct& act, const ActPattern& pattern, bool is_nominal, bool is_mutual,
               Event& event);

// The events in the order of their words; what embeds which is kept.
std::vector<Event> sorted_by_text(std::vector<Event> events);

}  // namespace verbale
