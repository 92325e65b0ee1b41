// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/calendar.h"
#include "core/span.h"
#include "document/references.h"
#include "stages/resolve_dates/date_atoms.h"

namespace verbale {

// A time expression of a sentence on its way to a mention.
struct ReadDate {
  std::uint32_t begin = 0;  // Atoms.
  std::uint32_t end = 0;
  TokenSpan tokens;
  std::uint32_t head = 0;  // Token.
  bool is_dateline = false;
  bool is_possessor = false;  // "Friday's vote"
  bool is_month = false;      // It names a month.
  DateBound bound = DateBound::kOn;
  bool bound_is_ahead = false;  // The bound looks forward: "ahead of Friday's vote", "give them
                                // until Friday".
  DateValue value;
};

// Reads the words before an expression: "since", "by", "until", "no later than".
void read_bound(const std::vector<DateAtom>& atoms, const DateReadings& readings, ReadDate& date);

// Makes one of "from Monday to Friday", "between 2014 and 2016".
void join_spans(const DateReadings& readings, std::vector<ReadDate>& dates);

// Makes one of "two days after Monday", "a week before March 3".
void join_shifts(const DateReadings& readings, std::vector<ReadDate>& dates);

// Widens the range to what the bound says: "since Monday" runs to the article's day.
void apply_bound(ReadDate& date, std::optional<Day> anchor);

}  // namespace verbale
