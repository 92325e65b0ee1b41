// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/event.h"
#include "grammar/tree.h"
#include "lexicon/context_words.h"
#include "lexicon/ontology.h"

namespace verbale {

// The events with their PLOVER type by the manual's rules (data/ontology/type_rules.tsv) and their
// contexts by the words of the sentence.
std::vector<Event> settle_types(std::vector<Event> events, const Tree& tree, std::string_view text,
                                const Ontology& ontology, const ContextWords& contexts,
                                const Vocabulary& vocabulary);

}  // namespace verbale
