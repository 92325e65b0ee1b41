// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// Predicates in context with how surely they happened, from -3 to +3 ("UDS_IH2" or "MEANTIME"),
// against judge_factuality over our own trees. Each of our six values stands for the mean of the
// training rows that get it; the figure is Pearson's r on the rows of `split`. The second figure
// lets a value mean something else with each form of the predicate (a past tense, a participle, a
// noun), which the gold scale tells apart and our values do not.
SuiteReport evaluate_factuality(const std::string& factuality_directory,
                                const std::string& corpus, const std::string& split,
                                const Knowledge& knowledge);

}  // namespace verbale
