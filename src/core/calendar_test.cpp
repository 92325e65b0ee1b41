// SPDX-License-Identifier: Apache-2.0
#include "core/calendar.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Calendar, ReadsTheDayOfAnInstantAndNothingElse) {
  EXPECT_EQ(iso_day(*parse_iso_day("2025-04-02T09:10:00+02:00")), "2025-04-02");
  EXPECT_EQ(iso_day(*parse_iso_day("2024-02-29")), "2024-02-29");
  EXPECT_FALSE(parse_iso_day("2025-02-29"));
  EXPECT_FALSE(parse_iso_day("2025-4-2"));
  EXPECT_FALSE(parse_iso_day("20250402"));
  EXPECT_FALSE(parse_iso_day("2025-04-021"));
}

}  // namespace
}  // namespace verbale
