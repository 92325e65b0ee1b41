// SPDX-License-Identifier: Apache-2.0
#include "store/claim_query.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

using Words = std::vector<std::string>;

TEST(ClaimQuery, TakesNamedValuesAndBareWords) {
  const auto read = parse_claim_query(
      "actor:KEN,Ethiopia type:request factuality:demanded source:\"El Faro\" grain \"dam filling\"");
  ASSERT_TRUE(read.ok()) << read.error().message();
  const ClaimQuery& query = read.value();
  EXPECT_EQ(query.actor, (Words{"KEN", "Ethiopia"}));
  EXPECT_EQ(query.type, Words{"REQUEST"});
  EXPECT_EQ(query.factuality, Words{"demanded"});
  EXPECT_EQ(query.source, Words{"El Faro"});
  EXPECT_EQ(query.words, "grain \"dam filling\"");
}

TEST(ClaimQuery, WidensMonthsAndYears) {
  const auto query = parse_claim_query("since:2024-02 until:2024-02 as-of:2025").value();
  EXPECT_EQ(query.since, "2024-02-01");
  EXPECT_EQ(query.until, "2024-02-29");
  EXPECT_EQ(query.as_of, "2025-12-31");
}

TEST(ClaimQuery, SaysWhatIsWrong) {
  const auto trouble = [](std::string_view text) { return parse_claim_query(text).error().trouble; };
  EXPECT_EQ(trouble("actr:KEN"), "'actr:KEN' is no part of a query; did you mean actor?");
  EXPECT_EQ(trouble("type:WAR"), "'type:WAR' names no PLOVER type");
  EXPECT_EQ(trouble("since:yesterday"), "'since:yesterday' is no day, month or year");
  EXPECT_EQ(trouble("between:KEN"), "'between:KEN' names 1 parties");
  EXPECT_EQ(trouble("actor:"), "'actor:' names nothing");
  EXPECT_EQ(trouble("background:maybe"), "'background:maybe' is neither yes nor no");
}

}  // namespace
}  // namespace verbale
