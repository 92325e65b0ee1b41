// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "train/train_neural.h"

namespace verbale {

// The model in whole numbers, as a section that NeuralParser opens: each column of a matrix and
// each row of a table rounded to the 127 steps that its largest value spans.
std::string export_neural(const NeuralModel& model);

}  // namespace verbale
