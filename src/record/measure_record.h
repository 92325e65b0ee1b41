// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "corpus/track_measures/track_measures.h"

namespace verbale {

// Appends one JSON object and a line end; docs/formats/measures.md is the contract.
void write_measure(std::string& out, const Measure& measure);

}  // namespace verbale
