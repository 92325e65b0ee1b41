// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "corpus/track_measures/track_measures.h"

namespace verbale {

// The measures for people: one a paragraph, its history below.
std::string show_measures(const std::vector<Measure>& measures);

}  // namespace verbale
