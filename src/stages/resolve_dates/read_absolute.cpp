// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/read_absolute.h"

#include <algorithm>
#include <cstdlib>

#include "stages/resolve_dates/choose_year.h"
#include "stages/resolve_dates/date_parts.h"

namespace verbale {
namespace {

using std::chrono::days;

std::string two_digits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string unknown_day(int month, int day) {
  return "XXXX-" + two_digits(month) + "-" + two_digits(day);
}

std::optional<int> day_in(const DateMatch& match, int nth = 0) {
  const auto day = match.value(DateClass::kDay, nth);
  return day ? day : match.value(DateClass::kOrdinal, nth);
}

// A day of a month whose year the words do not settle. A weekday beside it does: "Tuesday, March
// 4".
std::optional<DateValue> day_without_year(int month, int day, std::optional<int> weekday,
                                          const DateFrame& frame) {
  if (!make_day(2000, month, day)) return std::nullopt;
  if (!frame.anchor) return date_value(unknown_day(month, day));
  const auto in_year = [&](int year) -> std::optional<CalendarSpan> {
    const auto date = make_day(year, month, day);
    if (!date || (weekday && weekday_of(*date) != *weekday)) return std::nullopt;
    return day_span(*date);
  };
  if (const auto span = choose_year(*frame.anchor, frame.tense, in_year)) return date_value(*span);
  if (weekday) return day_without_year(month, day, std::nullopt, frame);
  return date_value(unknown_day(month, day));
}

std::optional<DateValue> month_value(int month, const DateFrame& frame) {
  if (!frame.anchor) return date_value("XXXX-" + two_digits(month));
  const auto span = choose_year(*frame.anchor, frame.tense,
                                [&](int year) { return std::optional(month_span(year, month)); });
  return span ? std::optional(date_value(*span)) : std::nullopt;
}

std::optional<DateValue> season_value(int season, std::optional<int> year, const DateFrame& frame) {
  if (year) return date_value(season_span(*year, season));
  if (!frame.anchor) return std::nullopt;
  const auto span = choose_year(*frame.anchor, frame.tense,
                                [&](int y) { return std::optional(season_span(y, season)); });
  return span ? std::optional(date_value(*span)) : std::nullopt;
}

// "Monday", "Monday the 3rd".
std::optional<DateValue> weekday_value(int weekday, std::optional<int> day,
                                       const DateFrame& frame) {
  if (!frame.anchor) return date_value("XXXX-WXX-" + std::to_string(weekday));
  if (!day) return date_value(day_span(choose_weekday(*frame.anchor, frame.tense, weekday)));
  constexpr int kDaysAround = 190;
  for (int i = 0; i < kDaysAround; ++i) {
    for (const int sign : {-1, 1}) {
      const Day at = *frame.anchor + days(i * sign);
      if (day_of(at) == *day && weekday_of(at) == weekday) return date_value(day_span(at));
    }
  }
  return std::nullopt;
}

// A two-digit year: "Sept. '98".
int full_year(int value) {
  return value < 100 ? value + (value < 50 ? 2000 : 1900) : value;
}

}  // namespace

std::optional<int> year_in(const DateMatch& match, const DateFrame& frame) {
  if (const auto year = match.value(DateClass::kYear)) return year;
  if (const auto direction = match.value(DateClass::kDirection); direction && frame.anchor) {
    return year_of(*frame.anchor) + (*direction > 0) - (*direction < 0);
  }
  return std::nullopt;
}

std::optional<DateValue> read_calendar(const DateMatch& match, const DateFrame& frame) {
  const auto month = match.value(DateClass::kMonth), weekday = match.value(DateClass::kWeekday);
  const auto day = day_in(match), season = match.value(DateClass::kSeason);
  auto year = match.value(DateClass::kYear);
  if (!year && month && !day && match.has(DateClass::kNumber)) {
    year = full_year(*match.value(DateClass::kNumber));
  }
  std::optional<DateValue> value;
  if (season) {
    value = season_value(*season, year, frame);
  } else if (month && day && year) {
    const auto date = make_day(*year, *month, *day);
    if (date) value = date_value(day_span(*date));
  } else if (month && day) {
    value = day_without_year(*month, *day, weekday, frame);
  } else if (month && year) {
    value = date_value(month_span(*year, *month));
  } else if (month) {
    value = month_value(*month, frame);
  } else if (weekday) {
    value = weekday_value(*weekday, day, frame);
  } else if (year) {
    // A number far ahead of the article is a number.
    constexpr int kYearsAhead = 60;
    if (frame.anchor && *year > year_of(*frame.anchor) + kYearsAhead) return std::nullopt;
    value = date_value(year_span(*year));
  }
  if (!value) return std::nullopt;
  return with_parts(std::move(*value), match, frame.anchor);
}

std::optional<DateValue> read_holiday(const DateMatch& match, const DateFrame& frame,
                                      const DateWords& words) {
  const auto number = match.value(DateClass::kHoliday);
  if (!number) return std::nullopt;
  const HolidayRule& rule = words.holidays[static_cast<std::size_t>(*number)];
  if (const auto year = match.value(DateClass::kYear)) {
    return date_value(day_span(holiday_day(rule, *year)));
  }
  if (!frame.anchor) {
    if (rule.kind != HolidayRule::Kind::kFixed) return std::nullopt;
    return date_value(unknown_day(rule.month, rule.day));
  }
  const auto span = choose_year(*frame.anchor, frame.tense, [&](int year) {
    return std::optional(day_span(holiday_day(rule, year)));
  });
  return span ? std::optional(date_value(*span)) : std::nullopt;
}

std::optional<DateValue> read_eve(const DateMatch& match, const DateFrame& frame,
                                  const DateWords& words) {
  auto value = match.has(DateClass::kHoliday) ? read_holiday(match, frame, words)
                                              : read_calendar(match, frame);
  if (!value || !value->range) return std::nullopt;
  return date_value(day_span(value->range->start - days(1)));
}

namespace {

// The month that "of July 2024", "in July" or "of next month" names.
std::optional<DateValue> named_month(const DateMatch& match, const DateFrame& frame) {
  const auto month = match.value(DateClass::kMonth);
  if (month) {
    if (const auto year = match.value(DateClass::kYear))
      return date_value(month_span(*year, *month));
    return month_value(*month, frame);
  }
  const bool has_ordinal = match.has(DateClass::kOrdinal);
  const auto direction = match.value(DateClass::kDirection, has_ordinal ? 0 : 1);
  if (!direction || !frame.anchor) return std::nullopt;
  const Day day = add_months(*frame.anchor, (*direction > 0) - (*direction < 0));
  return date_value(month_span(year_of(day), month_of(day)));
}

// 1 the first …, -1 the last. Nothing for "this" and "next".
std::optional<int> which_in(const DateMatch& match) {
  if (const auto ordinal = match.value(DateClass::kOrdinal)) return ordinal;
  const auto direction = match.value(DateClass::kDirection);
  return direction && *direction < 0 ? std::optional(-1) : std::nullopt;
}

}  // namespace

std::optional<DateValue> read_nth_weekday(const DateMatch& match, const DateFrame& frame) {
  const auto month = named_month(match, frame);
  const auto which = which_in(match), weekday = match.value(DateClass::kWeekday);
  if (!month || !month->range || !which || !weekday) return std::nullopt;
  Day day = *which > 0 ? month->range->start : month->range->end;
  if (*which > 0)
    day += days((*weekday - weekday_of(day) + 7) % 7 + 7 * (*which - 1));
  else
    day -= days((weekday_of(day) - *weekday + 7) % 7);
  if (day < month->range->start || day > month->range->end) return std::nullopt;
  return date_value(day_span(day));
}

std::optional<DateValue> read_nth_week(const DateMatch& match, const DateFrame& frame) {
  const auto month = named_month(match, frame);
  const auto which = which_in(match);
  constexpr int kWeeks = 5;
  if (!month || !month->range || !which || *which > kWeeks) return std::nullopt;
  const Day start =
      *which > 0 ? month->range->start + days(7 * (*which - 1)) : month->range->end - days(6);
  DateValue value = date_value(week_span(start + days(3)));
  value.range = DayRange{start, std::min(start + days(6), month->range->end)};
  if (value.range->end < value.range->start) return std::nullopt;
  return value;
}

std::optional<DateValue> read_week_of(const DateMatch& match, const DateFrame& frame,
                                      const DateWords& words) {
  const auto value = match.has(DateClass::kHoliday) ? read_holiday(match, frame, words)
                                                    : read_calendar(match, frame);
  if (!value || !value->range) return std::nullopt;
  return date_value(week_span(value->range->start));
}

std::optional<DateValue> read_quarter(const DateMatch& match, const DateFrame& frame) {
  auto quarter = match.value(DateClass::kQuarter);
  if (!quarter) quarter = match.value(DateClass::kOrdinal);
  if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
  if (const auto year = year_in(match, frame)) return date_value(quarter_span(*year, *quarter));
  if (!frame.anchor) return date_value("XXXX-Q" + std::to_string(*quarter));
  const auto span = choose_year(*frame.anchor, frame.tense, [&](int year) {
    return std::optional(quarter_span(year, *quarter));
  });
  return span ? std::optional(date_value(*span)) : std::nullopt;
}

std::optional<DateValue> read_half(const DateMatch& match, const DateFrame& frame) {
  auto half = match.value(DateClass::kHalf);
  if (!half) half = match.value(DateClass::kOrdinal);
  if (!half) half = match.value(DateClass::kDirection).value_or(1) < 0 ? 2 : 1;
  if (*half < 1 || *half > 2) return std::nullopt;
  const SpanPart part = *half == 1 ? SpanPart::kStart : SpanPart::kEnd;
  const auto narrowed = [&](const CalendarSpan& span) {
    DateValue value = date_value(span);
    value.range = narrow_range(span.range, part, frame.anchor);
    return value;
  };
  if (const auto month = match.value(DateClass::kMonth)) {
    const auto value = month_value(*month, frame);
    if (!value || !value->range) return value;
    return narrowed({*value->range, value->timex});
  }
  const auto unit = unit_in(match);
  if (unit && *unit == TimeUnit::kMonth && frame.anchor) {
    const int direction = match.value(DateClass::kDirection).value_or(0);
    return narrowed(unit_span(*frame.anchor, TimeUnit::kMonth, (direction > 0) - (direction < 0)));
  }
  if (const auto year = year_in(match, frame)) return date_value(half_span(*year, *half));
  if (!frame.anchor) return date_value("XXXX-H" + std::to_string(*half));
  const auto span = choose_year(*frame.anchor, frame.tense,
                                [&](int year) { return std::optional(half_span(year, *half)); });
  return span ? std::optional(date_value(*span)) : std::nullopt;
}

std::optional<DateValue> read_decade(const DateMatch& match) {
  auto year = match.value(DateClass::kDecade);
  if (!year) year = match.value(DateClass::kDecadeWord);
  if (!year) return std::nullopt;
  return with_parts(date_value(decade_span(*year)), match, std::nullopt);
}

std::optional<DateValue> read_century(const DateMatch& match) {
  const auto number = match.value(DateClass::kOrdinal);
  if (!number || *number < 1 || *number > 30) return std::nullopt;
  return with_parts(date_value(century_span(std::max(1, (*number - 1) * 100))), match,
                    std::nullopt);
}

std::optional<DateValue> read_period(const DateMatch& match, const DateWords& words) {
  const auto number = match.value(DateClass::kPeriod);
  if (!number) return std::nullopt;
  const DayRange range = words.periods[static_cast<std::size_t>(*number)];
  DateValue value;
  value.range = range;
  value.timex = range.start == range.end ? iso_day(range.start)
                                         : iso_day(range.start) + "/" + iso_day(range.end);
  value.is_background = true;
  return value;
}

std::optional<DateValue> read_year_span(const DateMatch& match) {
  const auto first = match.value(DateClass::kYear);
  auto last = match.value(DateClass::kNumber);
  if (!first || !last) return std::nullopt;
  if (*last < 100) last = *first / 100 * 100 + *last;
  constexpr int kYearsMax = 100;
  if (*last <= *first || *last > *first + kYearsMax) return std::nullopt;
  const CalendarSpan from = year_span(*first), to = year_span(*last);
  return date_value(CalendarSpan{{from.range.start, to.range.end}, from.timex + "/" + to.timex});
}

std::optional<DateValue> read_numeric(const DateMatch& match, const DateFrame& frame) {
  const auto packed = match.value(DateClass::kNumericDate);
  if (!packed) return std::nullopt;
  const NumericDate date = unpack_numeric_date(*packed);
  const auto month_first = make_day(date.year, date.first, date.second);
  const auto day_first =
      date.year_first ? std::nullopt : make_day(date.year, date.second, date.first);
  if (!month_first && !day_first) return std::nullopt;
  if (!month_first || !day_first)
    return date_value(day_span(month_first ? *month_first : *day_first));
  // Both make sense. News dates lie near the article's day; else the custom of the data decides.
  if (frame.anchor) {
    constexpr int kNear = 31;
    const auto away = [&](Day day) { return std::abs((day - *frame.anchor).count()); };
    const bool month_near = away(*month_first) <= kNear, day_near = away(*day_first) <= kNear;
    if (month_near != day_near) return date_value(day_span(month_near ? *month_first : *day_first));
  }
  return date_value(day_span(frame.day_before_month ? *day_first : *month_first));
}

std::optional<DateValue> read_day_span(const DateMatch& match, const DateFrame& frame) {
  const auto month = match.value(DateClass::kMonth);
  const auto first = match.value(DateClass::kDay), last = match.value(DateClass::kDay, 1);
  if (!month || !first || !last || *first >= *last) return std::nullopt;
  std::optional<DateValue> start;
  if (const auto year = match.value(DateClass::kYear)) {
    const auto day = make_day(*year, *month, *first);
    if (day) start = date_value(day_span(*day));
  } else {
    start = day_without_year(*month, *first, std::nullopt, frame);
  }
  if (!start) return std::nullopt;
  if (!start->range) {
    return date_value(start->timex + "/" + unknown_day(*month, *last));
  }
  const auto end = make_day(year_of(start->range->start), *month, *last);
  if (!end) return std::nullopt;
  return date_value(CalendarSpan{{start->range->start, *end}, start->timex + "/" + iso_day(*end)});
}

std::optional<DateValue> read_month_span(const DateMatch& match, const DateFrame& frame) {
  const auto first = match.value(DateClass::kMonth), last = match.value(DateClass::kMonth, 1);
  if (!first || !last) return std::nullopt;
  std::optional<CalendarSpan> end;
  if (const auto year = match.value(DateClass::kYear)) {
    end = month_span(*year, *last);
  } else if (const auto value = month_value(*last, frame); value && value->range) {
    end = CalendarSpan{*value->range, value->timex};
  }
  if (!end) {
    return date_value("XXXX-" + two_digits(*first) + "/XXXX-" + two_digits(*last));
  }
  const int end_year = year_of(end->range.start);
  const CalendarSpan start = month_span(*first <= *last ? end_year : end_year - 1, *first);
  return date_value(
      CalendarSpan{{start.range.start, end->range.end}, start.timex + "/" + end->timex});
}

}  // namespace verbale
