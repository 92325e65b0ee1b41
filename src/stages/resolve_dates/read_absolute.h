// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stages/resolve_dates/read_meaning.h"

// Expressions that name their days in the calendar; see data/en/dates/patterns.rec for the words of
// each. Nothing when the words make no sense.
namespace verbale {

std::optional<DateValue> read_calendar(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_holiday(const DateMatch& match, const DateFrame& frame,
                                      const DateWords& words);
std::optional<DateValue> read_eve(const DateMatch& match, const DateFrame& frame,
                                  const DateWords& words);
std::optional<DateValue> read_nth_weekday(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_nth_week(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_week_of(const DateMatch& match, const DateFrame& frame,
                                      const DateWords& words);
std::optional<DateValue> read_quarter(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_half(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_decade(const DateMatch& match);
std::optional<DateValue> read_century(const DateMatch& match);
std::optional<DateValue> read_period(const DateMatch& match, const DateWords& words);
std::optional<DateValue> read_year_span(const DateMatch& match);
std::optional<DateValue> read_numeric(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_day_span(const DateMatch& match, const DateFrame& frame);
std::optional<DateValue> read_month_span(const DateMatch& match, const DateFrame& frame);

// The year a match names in numbers or as "last year". Nothing when it names none.
std::optional<int> year_in(const DateMatch& match, const DateFrame& frame);

}  // namespace verbale
