// SPDX-License-Identifier: Apache-2.0
#include "lexicon/confidence_weights.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(ConfidenceWeights, AddUpToAProbability) {
  ConfidenceWeights weights;
  ConfidenceSigns signs;
  EXPECT_DOUBLE_EQ(weights.confidence_of(signs), 0.5);
  weights.base = 1;
  weights.weights[static_cast<std::size_t>(ConfidenceSign::kByNounAlone)] = -1;
  signs.add(ConfidenceSign::kByNounAlone);
  signs.add(ConfidenceSign::kFarSide, false);
  EXPECT_FALSE(signs.holds(ConfidenceSign::kFarSide));
  EXPECT_DOUBLE_EQ(weights.confidence_of(signs), 0.5);
}

TEST(ConfidenceWeights, KnowEverySignByItsName) {
  for (std::size_t i = 0; i < kConfidenceSignCount; ++i) {
    const auto sign = static_cast<ConfidenceSign>(i);
    EXPECT_EQ(confidence_sign_of(name_of(sign)), sign);
  }
  EXPECT_FALSE(confidence_sign_of("no such sign"));
}

}  // namespace
}  // namespace verbale
