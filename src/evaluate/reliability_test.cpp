// SPDX-License-Identifier: Apache-2.0
#include "evaluate/reliability.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "core/file.h"
#include "evaluate/floors.h"

namespace verbale {
namespace {

JudgedEvent judged(double confidence, bool is_right) { return {confidence, is_right, {}}; }

TEST(Reliability, MeasuresHowFarConfidenceAndShareLieApart) {
  const std::vector<JudgedEvent> events = {judged(0.75, true), judged(0.75, true),
                                           judged(0.75, false), judged(0.25, false)};
  const Figure error = calibration_error(events);
  EXPECT_TRUE(error.is_error);
  EXPECT_NEAR(error.value, (3 * (0.75 - 2.0 / 3) + 0.25) / 4, 1e-9);
  const SuiteTable table = reliability_table(events, "own words");
  EXPECT_EQ(table.title, "reliability, own words");
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[1], (std::vector<std::string>{".7 to .8", "3", ".750", ".667"}));
}

TEST(Reliability, OfNothingIsNoError) {
  EXPECT_EQ(calibration_error({}).value, 0);
  EXPECT_TRUE(reliability_table({}).rows.empty());
}

TEST(Floors, OfErrorsAreCeilingsThatOnlyFall) {
  const std::string file =
      std::filesystem::temp_directory_path() / ("floors_" + std::to_string(::getpid()) + ".tsv");
  const auto report_of = [](double error) {
    SuiteReport report;
    report.name = "suite";
    report.figures.push_back({"calibration error", error, error, error, 10, true});
    return std::vector<SuiteReport>{report};
  };
  EXPECT_EQ(check_floors(report_of(0.05), file, true), 0);
  EXPECT_EQ(check_floors(report_of(0.054), file, false), 0);
  EXPECT_EQ(check_floors(report_of(0.06), file, false), 1);
  EXPECT_EQ(check_floors(report_of(0.08), file, true), 1);
  EXPECT_EQ(check_floors(report_of(0.06), file, false), 1);
  EXPECT_EQ(check_floors(report_of(0.03), file, true), 0);
  EXPECT_EQ(check_floors(report_of(0.04), file, false), 1);
  std::remove(file.c_str());
}

}  // namespace
}  // namespace verbale
