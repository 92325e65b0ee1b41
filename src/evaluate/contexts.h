// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// The contexts of events, held against PLOVER's gold records. Those name mostly one context each,
// of an older and shorter list: contexts that the list lacks are left out, and a second context that
// holds as well counts as wrong, so that precision is a lower bound. Records in whose sentence no
// event was found do not count.
SuiteReport evaluate_contexts(const std::string& events_directory, const Knowledge& knowledge);

}  // namespace verbale
