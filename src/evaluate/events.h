// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/pair_cases.h"
#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// Suites over the folder "data/events" of the shared gold data. A suite whose file is absent is
// skipped and says so.

// Sentences with a marked source and target and a PLOVER type. Of the bare sentence an event counts
// for the pair when an actor's span overlaps the source and a recipient's the target (either side
// for mutual acts); no such event is a miss. CONCEDE and RETREAT are one, as in the data. With
// `held_back` only the rows whose number is divisible by five, which nobody tunes on; else only the
// others.
SuiteReport evaluate_plv(const std::string& events_directory, const Knowledge& knowledge,
                         PairReading reading, bool held_back);

// PLOVER's gold records, the CAMEO manual's examples and PETRARCH's validation sentences: is the
// right type among the types found in the sentence?
SuiteReport evaluate_types(const std::string& events_directory, const std::string& file,
                           const Knowledge& knowledge);

// Unselected news: is a sentence relevant, and which 2-digit CAMEO codes does it hold? Here false
// events cost.
SuiteReport evaluate_unselected(const std::string& events_directory, const Knowledge& knowledge);

}  // namespace verbale
