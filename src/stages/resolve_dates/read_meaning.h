// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/calendar.h"
#include "document/references.h"
#include "lexicon/date_words.h"
#include "stages/resolve_dates/clause_tense.h"
#include "stages/resolve_dates/match_dates.h"

namespace verbale {

// What a time expression is read from.
struct DateFrame {
  std::optional<Day> anchor;        // The article's day.
  std::optional<DayRange> told;     // The days of the date told last; see "the following day".
  std::optional<Day> told_quarter;  // First day of the quarter told last; see "a year earlier".
  Tense tense = Tense::kUnknown;    // Of its clause.
  bool day_before_month = false;    // 2/4/2025
};

// The value of a match. Nothing when the words make no sense as a date ("February 30").
std::optional<DateValue> read_meaning(const DateMatch& match, const DateFrame& frame,
                                      const DateWords& words);

}  // namespace verbale
