// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/event.h"
#include "grammar/tree.h"
#include "lexicon/magnitude_words.h"

namespace verbale {

// The events with what the words say of their size: killed, injured, arrested, participants, money.
// "dozens" and "at least 12" give ranges.
std::vector<Event> measure_events(std::vector<Event> events, const Tree& tree,
                                  std::string_view text, const MagnitudeWords& words,
                                  const Vocabulary& vocabulary);

}  // namespace verbale
