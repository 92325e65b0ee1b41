// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/result.h"
#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// How far the confidence of events can be trusted, over gold that they were not fitted on.
// `events_directory` is the folder "data/events" of the shared gold data.
SuiteReport evaluate_confidence(const std::string& events_directory, const Knowledge& knowledge);

// data/en/confidence.tsv, fitted on PLOVER's gold records.
Result<std::string> fit_confidence(const std::string& events_directory, const Knowledge& knowledge);

}  // namespace verbale
