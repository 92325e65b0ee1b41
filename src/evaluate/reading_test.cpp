// SPDX-License-Identifier: Apache-2.0
#include "evaluate/reading.h"

#include <gtest/gtest.h>

#include "evaluate/page_lines.h"
#include "evaluate/reading_facts.h"

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
  const SuiteReport report = evaluate_reading("/no/such", Furniture{});
  EXPECT_EQ(report.name, "reading");
  EXPECT_NE(report.skipped, "");
}

TEST(Reading, ComparesNamesAndInstants) {
  const Counts counts =
      score_authors("Ada Brandt, LEV OREN and Web Desk", {"Ada Brandt", "Lev Oren"});
  EXPECT_EQ(counts.right, 2);
  EXPECT_EQ(counts.predicted, 3);
  EXPECT_EQ(counts.gold, 2);
  const Furniture none;
  EXPECT_EQ(is_same_instant("2025-04-02T11:10:30+02:00", "2025-04-02 09:10:00+00:00", none), true);
  EXPECT_EQ(is_same_instant("2025-04-02", "2025-04-02 09:10:00+00:00", none), false);
  EXPECT_EQ(is_same_instant("2025-04-02", "2025-04-02", none), std::nullopt);
}

TEST(Reading, ShowsAPageAsLines) {
  const std::string html =
      "<nav><ul><li>Home</li><li>World</li></ul></nav><p>Ministers <b>met</b> in Karsk.<br>They "
      "left.</p><script>x</script><div style='display: none'>hidden</div>";
  const std::vector<std::string> lines = visible_lines(html);
  EXPECT_EQ(lines,
            (std::vector<std::string>{"Home", "World", "Ministers met in Karsk.", "They left."}));
  const ShingleScore score =
      score_lines(lines, "Ministers met in Karsk.\n\nHome", "Ministers met in Karsk.\nThey left.");
  EXPECT_DOUBLE_EQ(score.precision, 0.5);
  EXPECT_DOUBLE_EQ(score.recall, 0.5);
}

}  // namespace
}  // namespace verbale
