// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/measure_relations/period.h"
#include "document/claim.h"

namespace verbale {

// The rule by which relations are measured; stands in every row. Changed whenever a number could.
inline constexpr const char* kRelationRule = "relation-1";

struct RelationWish {
  std::string from;  // Country, or code or its beginning: "USA", "RUSGOV".
  std::string to;
  PeriodLength by = PeriodLength::kMonth;
  std::vector<Factuality> factualities = {Factuality::kHappened};
  bool background = false;  // Count what is told as background, too.
};

// What one article adds to the measure of volume.
struct PublishedOrigin {
  std::string origin;
  Day day;
};

// A claim, and the text it goes back to: claims of copies share the origin.
struct OriginClaim {
  const Claim* claim = nullptr;
  std::string origin;
};

// Mean and sum of a score over the happenings of a period, each counted once.
struct ScoreSummary {
  std::size_t count = 0;  // Happenings that have the score.
  double sum = 0;
  double mean = 0;            // 0 when count is 0.
  double low = 0, high = 0;   // Of the mean: 95 % percentile bootstrap over origins.
};

struct RelationPeriod {
  DayRange days;
  std::size_t happenings = 0;  // Distinct by origin, act, mode, factuality, sides and date.
  std::size_t origins = 0;
  std::size_t volume = 0;      // Origins published in the period about anything.
  std::array<std::size_t, 4> quads{};
  ScoreSummary plover;
  ScoreSummary goldstein;
  // The outlet without which the PLOVER mean moves most, and that mean; empty with one outlet only.
  std::string outlet;
  double without_outlet = 0;
  std::vector<std::string> claims;  // Ids of the claims counted, in the order of date and id.
};

// A period at which the PLOVER mean begins to differ from what it was.
struct RelationChange {
  DayRange days;                     // The first period of the new level.
  double before = 0, after = 0;      // Means over the happenings on either side.
  double p = 1;                      // Share of 999 shuffles that part the series as well.
  std::vector<std::string> claims;   // Of the new level's first periods: those farthest from `before`.
  bool holds_without_each_outlet = false;
};

// One direction of a dyad over time. Periods run without a gap from the first to the last
// happening; those without any have zeros.
struct Relation {
  RelationWish wish;
  std::vector<RelationPeriod> periods;
  std::vector<RelationChange> changes;
};

// Measures what `from` did to `to`. Claims of other pairs are passed over; in a meeting of equals each
// did it to the other. A claim counts in the period that its date lies in; without a date, or with
// one longer than a period, in that of its article's publication if the date allows it; else nowhere.
// The result does not depend on the order of claims or volume, and chance is drawn from what is
// measured: the same rows give the same numbers. docs/formats/relation.md has the formulas.
Relation measure_relation(const RelationWish& wish, const std::vector<OriginClaim>& claims,
                          const std::vector<PublishedOrigin>& published);

}  // namespace verbale
