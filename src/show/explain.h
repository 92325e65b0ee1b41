// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/document.h"
#include "document/refusal.h"
#include "lexicon/act_lexicon.h"
#include "show/show_events.h"

namespace verbale {

// Each sentence with its spans marked, as `[words|role]`, and below it the events with the lexicon
// line that fired; for a sentence without events, which words called up which lines and why none of
// them held, those first that came nearest to an event, and whether the cheap pass would let the
// sentence go. `outlooks` are by sentence.
std::string explain(const Document& document, const std::vector<Refusal>& refusals,
                    const std::vector<Outlook>& outlooks, const ActLexicon& lexicon,
                    const ShowOptions& options);

}  // namespace verbale
