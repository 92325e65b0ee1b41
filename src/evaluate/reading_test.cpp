// SPDX-License-Identifier: Apache-2.0
#include "evaluate/reading.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Reading, ScoresRunsOfFourWords) {
  const ShingleScore same =
      score_shingles("one two three four five", "One? no: one two three four five");
  EXPECT_EQ(same.precision, 1);
  EXPECT_LT(same.recall, 1);
  const ShingleScore half = score_shingles("a b c d x y z w", "a b c d");
  EXPECT_DOUBLE_EQ(half.precision, 0.2);
  EXPECT_DOUBLE_EQ(half.recall, 1);
  EXPECT_EQ(score_shingles("", "a b c d").recall, 0);
  EXPECT_EQ(score_shingles("", "").precision, 1);
  EXPECT_EQ(score_shingles("a b", "a b").recall, 1);
}

TEST(Reading, SaysWhyItIsSkipped) {
  const SuiteReport report = evaluate_reading("/no/such", "/no/such", Furniture{});
  EXPECT_EQ(report.name, "reading");
  EXPECT_NE(report.skipped, "");
}

}  // namespace
}  // namespace verbale
