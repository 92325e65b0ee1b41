// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// Who is whom, against the entity marks of a GUM treebank file: among the mentions of people, bodies
// and places that both have (by their head word), B³ and pairs; of he, she, it and they whether a
// name or noun of theirs is the right one; on its news documents the names of people and bodies.
// Skipped when the file cannot be read.
SuiteReport evaluate_coreference(const std::string& file, const Knowledge& knowledge);

}  // namespace verbale
