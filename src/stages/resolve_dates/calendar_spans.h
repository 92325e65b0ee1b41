// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/calendar.h"
#include "lexicon/date_words.h"

namespace verbale {

// A stretch of the calendar and its TIMEX3 value: {2025-03-01…31, "2025-03"}.
struct CalendarSpan {
  DayRange range;
  std::string timex;
};

int year_of(Day day);
int month_of(Day day);
int day_of(Day day);
int weekday_of(Day day);  // 1 Monday … 7 Sunday.

// Nothing when there is no such day, or its year lies outside 1…9999.
std::optional<Day> make_day(int year, int month, int day);
// The last day of the month when it has fewer days.
Day add_months(Day day, int months);

CalendarSpan day_span(Day day);
CalendarSpan week_span(Day day);     // ISO week, Monday to Sunday.
CalendarSpan weekend_span(Day day);  // Of the ISO week.
CalendarSpan month_span(int year, int month);
CalendarSpan quarter_span(int year, int quarter);
CalendarSpan half_span(int year, int half);
CalendarSpan year_span(int year);
CalendarSpan decade_span(int year);   // The decade a year lies in; "199".
CalendarSpan century_span(int year);  // The hundred years a year lies in; "19".
// 0 spring, 1 summer, 2 autumn, 3 winter; winter begins in `year`. Widest usual bounds of the
// northern year.
CalendarSpan season_span(int year, int season);

// The span of that unit that `steps` units away holds the day: unit_span(d, kMonth, -1) is the
// month before. Hours and less are spans of a day.
CalendarSpan unit_span(Day day, TimeUnit unit, int steps);

// `day` moved by that many units.
Day shift_day(Day day, TimeUnit unit, int steps);

// The part of a span, generously. kEarlier and kLater end and begin with `now`, when it lies
// within.
DayRange narrow_range(DayRange range, SpanPart part, std::optional<Day> now);

Day holiday_day(const HolidayRule& rule, int year);

// "P2W", "PT3H"; count < 0 is unknown: "PXW".
std::string duration_timex(int count, TimeUnit unit);

}  // namespace verbale
