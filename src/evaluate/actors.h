// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// Phrases that name an actor ("the Mongolian President"), with the country and the sector they
// should get: agent-codes.jsonl of the folder "data/actors" of the shared gold data. A phrase is
// read as the subject of a short sentence; the answer is the party of the widest mention of its
// head. A case counts for country or sector when it says one, be it "none"; UNO and EUR count as
// IGO where our code names the organisation.
SuiteReport evaluate_actors(const std::string& actors_directory, const Knowledge& knowledge);

}  // namespace verbale
