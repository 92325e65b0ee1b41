// SPDX-License-Identifier: Apache-2.0
#include "corpus/measure_relations/measure_relations.h"

#include <algorithm>
#include <deque>

#include <gtest/gtest.h>

#include "corpus/measure_relations/change_points.h"

namespace verbale {
namespace {

ClaimParty party(const std::string& country) {
  ClaimParty side;
  side.party.country = side.party.code = side.party.name = country;
  return side;
}

class RelationTest : public testing::Test {
 protected:
  // A claim that Kenya did something of this score to Chad.
  Claim& tell(const std::string& id, const std::string& day, double score,
              const std::string& outlet = "El Faro", const std::string& origin = "") {
    Claim& claim = claims_.emplace_back();
    claim.id = id;
    claim.document.id = claim.document.outlet = outlet;
    claim.document.day = parse_iso_day(day);
    claim.quad = score < 0 ? 3 : 1;
    claim.plover = score;
    claim.actors = {party("KEN")};
    claim.recipients = {party("TCD")};
    rows_.push_back({&claim, origin.empty() ? id : origin});
    return claim;
  }

  Relation measure(PeriodLength by = PeriodLength::kMonth) {
    return measure_relation({"KEN", "TCD", by, {Factuality::kHappened}, false}, rows_, published_);
  }

  std::deque<Claim> claims_;
  std::vector<OriginClaim> rows_;
  std::vector<PublishedOrigin> published_;
};

TEST_F(RelationTest, PeriodsRunWithoutGapsAndCountByQuad) {
  tell("a", "2026-01-30", 4);
  tell("b", "2026-03-01", -2);
  tell("c", "2026-03-31", -4);
  published_ = {{"o1", *parse_iso_day("2026-03-02")}, {"o1", *parse_iso_day("2026-03-03")},
                {"o2", *parse_iso_day("2026-03-04")}};
  const Relation relation = measure();
  ASSERT_EQ(relation.periods.size(), 3u);
  EXPECT_EQ(relation.periods[0].quads[0], 1u);
  EXPECT_EQ(relation.periods[1].happenings, 0u);
  EXPECT_EQ(relation.periods[2].quads[2], 2u);
  EXPECT_EQ(relation.periods[2].plover.mean, -3);
  EXPECT_EQ(relation.periods[2].volume, 2u);
  EXPECT_EQ(relation.periods[2].goldstein.count, 0u);
  EXPECT_LE(relation.periods[2].plover.low, -3);
  EXPECT_GE(relation.periods[2].plover.high, -3);
}

TEST_F(RelationTest, CopiesCountOnce) {
  for (int i = 0; i < 150; ++i) {
    tell("copy" + std::to_string(i), "2026-03-04", -9, "Site " + std::to_string(i), "wire");
  }
  tell("own", "2026-03-04", 3, "El Faro", "own");
  const Relation relation = measure();
  EXPECT_EQ(relation.periods.at(0).happenings, 2u);
  EXPECT_EQ(relation.periods.at(0).origins, 2u);
  EXPECT_EQ(relation.periods.at(0).plover.mean, -3);
}

TEST_F(RelationTest, OnlyWhatHappenedBetweenThemInThatDirection) {
  tell("planned", "2026-03-04", 3).factuality = Factuality::kPlanned;
  tell("old", "2026-03-04", 3).background = true;
  std::swap(tell("back", "2026-03-04", 3).actors, claims_.back().recipients);
  EXPECT_TRUE(measure().periods.empty());
  Claim& talks = tell("talks", "2026-03-04", 2.5);
  talks.actors.push_back(party("TCD"));
  talks.recipients.clear();
  EXPECT_EQ(measure().periods.size(), 1u);
}

TEST_F(RelationTest, ADateLongerThanAPeriodCountsWhereItWasPublished) {
  tell("a", "2026-03-04", 3).date = {"this year", {*parse_iso_day("2026-01-01"),
                                                   *parse_iso_day("2026-12-31")}};
  tell("b", "2026-03-04", 3).date = {"last year", {*parse_iso_day("2025-01-01"),
                                                   *parse_iso_day("2025-12-31")}};
  const Relation relation = measure(PeriodLength::kDay);
  ASSERT_EQ(relation.periods.size(), 1u);
  EXPECT_EQ(iso_day(relation.periods[0].days.start), "2026-03-04");
  EXPECT_EQ(relation.periods[0].claims, std::vector<std::string>{"a"});
}

TEST_F(RelationTest, OrderOfArrivalDoesNotShow) {
  for (int i = 0; i < 40; ++i) {
    tell("e" + std::to_string(i), iso_day(*parse_iso_day("2026-01-01") + std::chrono::days(i * 3)),
         i % 7 - 3, "Outlet " + std::to_string(i % 3));
  }
  const Relation one = measure();
  std::reverse(rows_.begin(), rows_.end());
  const Relation other = measure();
  ASSERT_EQ(one.periods.size(), other.periods.size());
  for (std::size_t i = 0; i < one.periods.size(); ++i) {
    EXPECT_EQ(one.periods[i].plover.low, other.periods[i].plover.low);
    EXPECT_EQ(one.periods[i].plover.mean, other.periods[i].plover.mean);
    EXPECT_EQ(one.periods[i].outlet, other.periods[i].outlet);
    EXPECT_EQ(one.periods[i].claims, other.periods[i].claims);
  }
}

TEST_F(RelationTest, NamesTheOutletThatTheMeanHangsOn) {
  tell("a", "2026-03-04", 3, "Calm Times");
  tell("b", "2026-03-05", 3, "Other Times");
  tell("c", "2026-03-06", -9, "Shrill Times");
  const RelationPeriod period = measure().periods.at(0);
  EXPECT_EQ(period.outlet, "Shrill Times");
  EXPECT_EQ(period.without_outlet, 3);
}

TEST_F(RelationTest, FindsAThawAndWhatMadeIt) {
  const Day start = *parse_iso_day("2026-01-01");
  for (int month = 0; month < 12; ++month) {
    const std::string day = iso_day(start + std::chrono::days(month * 30 + 10));
    for (int i = 0; i < 4; ++i) {
      tell("m" + std::to_string(month * 10 + i), day, month < 6 ? -3 : 3 + i,
           "Outlet " + std::to_string(i));
    }
  }
  const Relation relation = measure();
  ASSERT_EQ(relation.changes.size(), 1u);
  EXPECT_EQ(name_of_period(relation.changes[0].days, PeriodLength::kMonth), "2026-07");
  EXPECT_EQ(relation.changes[0].before, -3);
  EXPECT_LT(relation.changes[0].p, 0.05);
  EXPECT_EQ(relation.changes[0].claims.at(0), "m63");
  EXPECT_TRUE(relation.changes[0].holds_without_each_outlet);
}

TEST(ChangePoints, NoneInAnEvenSeries) {
  std::vector<PeriodScores> periods(24);
  for (std::size_t i = 0; i < periods.size(); ++i) periods[i] = {2, i % 2 ? 1.0 : -1.0};
  EXPECT_TRUE(find_change_points(periods, 1).empty());
}

TEST(Periods, AreNamedAsIso8601Does) {
  const auto week = [](const char* day) {
    return name_of_period(period_of(*parse_iso_day(day), PeriodLength::kWeek), PeriodLength::kWeek);
  };
  EXPECT_EQ(week("2026-01-01"), "2026-W01");
  EXPECT_EQ(week("2027-01-03"), "2026-W53");
  EXPECT_EQ(week("2024-12-30"), "2025-W01");
  EXPECT_EQ(period_length_of("fortnight"), std::nullopt);
}

}  // namespace
}  // namespace verbale
