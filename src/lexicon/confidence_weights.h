// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "document/confidence_sign.h"

namespace verbale {

class DataFiles;

// How much each sign speaks for an event being right: natural logarithms of odds, added up. Made by
// `verbale fit-confidence`, not by hand.
struct ConfidenceWeights {
  double base = 0;
  std::array<double, kConfidenceSignCount> weights{};

  // 0..1: in how many of a hundred events with these signs the event is right.
  double confidence_of(const ConfidenceSigns& signs) const;
};

// data/en/confidence.tsv; a sign that it does not name weighs nothing.
ConfidenceWeights load_confidence_weights(DataFiles& files);

}  // namespace verbale
