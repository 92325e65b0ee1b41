// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/read_meaning.h"

#include "stages/resolve_dates/read_absolute.h"
#include "stages/resolve_dates/read_relative.h"
#include "stages/resolve_dates/read_spans.h"

namespace verbale {

namespace {

// Lengths, repetitions, hours and references to no day in particular.
std::optional<DateValue> read_length(const DateMatch& match, const DateFrame& frame,
                                     const DateWords& words) {
  switch (match.pattern->meaning) {
    case DateMeaning::kSpan:
      return read_span(match, frame);
    case DateMeaning::kRecent:
      return read_recent(match);
    case DateMeaning::kWithin:
      return read_within(match, frame);
    case DateMeaning::kInUnits:
      if (frame.tense == Tense::kFuture && !match.has(DateClass::kAbout))
        return read_steps(match, frame, StepsFrom::kAnchor, 1);
      return read_duration(match);
    case DateMeaning::kDuration:
      return read_duration(match);
    case DateMeaning::kSet:
      return read_set(match, words);
    case DateMeaning::kClock:
      return read_clock(match, frame);
    case DateMeaning::kReference:
      return read_reference(match, words);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<DateValue> read_meaning(const DateMatch& match, const DateFrame& frame,
                                      const DateWords& words) {
  switch (match.pattern->meaning) {
    case DateMeaning::kCalendar:
      return read_calendar(match, frame);
    case DateMeaning::kHoliday:
      return read_holiday(match, frame, words);
    case DateMeaning::kEve:
      return read_eve(match, frame, words);
    case DateMeaning::kQuarter:
      return read_quarter(match, frame);
    case DateMeaning::kHalf:
      return read_half(match, frame);
    case DateMeaning::kDecade:
      return read_decade(match);
    case DateMeaning::kCentury:
      return read_century(match);
    case DateMeaning::kPeriod:
      return read_period(match, words);
    case DateMeaning::kYearSpan:
      return read_year_span(match);
    case DateMeaning::kNumeric:
      return read_numeric(match, frame);
    case DateMeaning::kDaySpan:
      return read_day_span(match, frame);
    case DateMeaning::kMonthSpan:
      return read_month_span(match, frame);
    case DateMeaning::kNthWeekday:
      return read_nth_weekday(match, frame);
    case DateMeaning::kNthWeek:
      return read_nth_week(match, frame);
    case DateMeaning::kWeekOf:
      return read_week_of(match, frame, words);

    case DateMeaning::kWeekdayOfWeek:
      return read_weekday_of_week(match, frame);
    case DateMeaning::kDeictic:
      return read_deictic(match, frame);
    case DateMeaning::kOvernight:
      return read_overnight(match, frame);
    case DateMeaning::kSlot:
      return read_slot(match, frame);
    case DateMeaning::kSlotOfAnchor:
      return read_slot_of_anchor(match, frame);
    case DateMeaning::kMonthOfSlot:
      return read_month_of_slot(match, frame);
    case DateMeaning::kAfterNext:
      return read_after_next(match, frame);
    case DateMeaning::kAgo:
      return read_steps(match, frame, StepsFrom::kAnchor, -1);
    case DateMeaning::kFromNow:
      return read_steps(match, frame, StepsFrom::kAnchor, 1);
    case DateMeaning::kShift:
      return read_shift(match, frame);
    case DateMeaning::kTold:
      return read_told(match, frame);

    case DateMeaning::kSpan:
    case DateMeaning::kRecent:
    case DateMeaning::kWithin:
    case DateMeaning::kInUnits:
    case DateMeaning::kDuration:
    case DateMeaning::kSet:
    case DateMeaning::kClock:
    case DateMeaning::kReference:
      return read_length(match, frame, words);
    case DateMeaning::kNone:
      break;
  }
  return std::nullopt;
}

}  // namespace verbale
