// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "document/confidence_sign.h"
#include "evaluate/suite.h"

namespace verbale {

// An event of which the gold tells whether it is right.
struct JudgedEvent {
  double confidence = 0;
  bool is_right = false;
  ConfidenceSigns signs;
};

// The expected calibration error over ten bins of confidence: how far confidence and share of right
// events lie apart, each bin counting by its events.
Figure calibration_error(const std::vector<JudgedEvent>& events);

// The same bins as a table. `of` says of which events, where a report has several.
SuiteTable reliability_table(const std::vector<JudgedEvent>& events, const std::string& of = "");

}  // namespace verbale
