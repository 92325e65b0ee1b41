// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "evaluate/suite.h"

namespace verbale {

// Compares figures with the floors of a .tsv file (suite, figure, floor) and prints each that fell
// below. With `raise`, floors that were passed by more than a hundredth are raised to just below the
// figure, new ones are added, and none is ever lowered. 0 when all hold, 1 when one does not.
int check_floors(const std::vector<SuiteReport>& reports, const std::string& file, bool raise);

}  // namespace verbale
