// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "evaluate/suite.h"

namespace verbale {

// Compares figures with the floors of a .tsv file (suite, figure, floor) and prints each that fell
// below its floor or, being an error, rose above it. With `raise`, floors that were passed by more
// than a hundredth move to just short of the figure, and new ones are added; none ever moves back.
// 0 when all hold, 1 when one does not.
int check_floors(const std::vector<SuiteReport>& reports, const std::string& file, bool raise);

}  // namespace verbale
