// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/calendar_spans.h"

#include <algorithm>

namespace verbale {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int kYearMin = 1;
constexpr int kYearMax = 9999;

std::string digits(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

int clamp_year(int year) {
  return std::clamp(year, kYearMin, kYearMax);
}

Day month_start(int year, int month) {
  return Day(std::chrono::year(clamp_year(year)) /
             std::chrono::month(static_cast<unsigned>(month)) / 1);
}

Day month_end(int year, int month) {
  return Day(std::chrono::year(clamp_year(year)) /
             std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last);
}

Day monday_of(Day day) {
  return day - days(weekday_of(day) - 1);
}

// The Gregorian Easter Sunday; the anonymous algorithm as Meeus gives it.
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return make_day(year, month, day).value_or(month_start(year, 4));
}

// The Julian Easter Sunday in the Gregorian calendar, good for 1900 to 2099.
Day orthodox_easter(int year) {
  const int a = year % 4, b = year % 7, c = year % 19;
  const int d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
  const int month = (d + e + 114) / 31, day = (d + e + 114) % 31 + 1;
  return make_day(year, month, day).value_or(month_start(year, 4)) + days(13);
}

}  // namespace

int year_of(Day day) {
  return static_cast<int>(year_month_day(day).year());
}
int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
}
int day_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day(day).day()));
}
int weekday_of(Day day) {
  return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

std::optional<Day> make_day(int year, int month, int day) {
  if (year < kYearMin || year > kYearMax || month < 1 || day < 1) return std::nullopt;
  const year_month_day date{std::chrono::year(year),
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

Day add_months(Day day, int months) {
  const int at = year_of(day) * 12 + month_of(day) - 1 + months;
  const int year = clamp_year(at / 12), month = at % 12 + 1;
  const int last = day_of(month_end(year, std::max(month, 1)));
  return make_day(year, month, std::min(day_of(day), last)).value_or(day);
}

CalendarSpan day_span(Day day) {
  return {{day, day}, iso_day(day)};
}

CalendarSpan week_span(Day day) {
  const Day monday = monday_of(day);
  const int year = year_of(monday + days(3));  // Thursday names the year of an ISO week.
  const Day first = monday_of(month_start(year, 1) + days(3));
  const int week = static_cast<int>((monday - first).count()) / 7 + 1;
  return {{monday, monday + days(6)}, digits(year, 4) + "-W" + digits(week, 2)};
}

CalendarSpan weekend_span(Day day) {
  const Day monday = monday_of(day);
  return {{monday + days(5), monday + days(6)}, week_span(day).timex + "-WE"};
}

CalendarSpan month_span(int year, int month) {
  return {{month_start(year, month), month_end(year, month)},
          digits(year, 4) + "-" + digits(month, 2)};
}

CalendarSpan quarter_span(int year, int quarter) {
  const int first = quarter * 3 - 2;
  return {{month_start(year, first), month_end(year, first + 2)},
          digits(year, 4) + "-Q" + digits(quarter, 1)};
}

CalendarSpan half_span(int year, int half) {
  const int first = half * 6 - 5;
  return {{month_start(year, first), month_end(year, first + 5)},
          digits(year, 4) + "-H" + digits(half, 1)};
}

CalendarSpan year_span(int year) {
  return {{month_start(year, 1), month_end(year, 12)}, digits(clamp_year(year), 4)};
}

CalendarSpan decade_span(int year) {
  const int first = year / 10 * 10;
  return {{month_start(first, 1), month_end(first + 9, 12)}, digits(year / 10, 3)};
}

CalendarSpan century_span(int year) {
  const int first = year / 100 * 100;
  return {{month_start(first, 1), month_end(first + 99, 12)}, digits(year / 100, 2)};
}

CalendarSpan season_span(int year, int season) {
  const std::string start = digits(year, 4);
  switch (season) {
    case 0:
      return {{month_start(year, 3), month_start(year, 6) + days(20)}, start + "-SP"};
    case 1:
      return {{month_start(year, 6), month_start(year, 9) + days(21)}, start + "-SU"};
    case 2:
      return {{month_start(year, 9), month_start(year, 12) + days(20)}, start + "-FA"};
    default:
      return {{month_start(year, 12), month_start(year + 1, 3) + days(19)}, start + "-WI"};
  }
}

Day shift_day(Day day, TimeUnit unit, int steps) {
  steps = std::clamp(steps, -100000, 100000);
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return day;
    case TimeUnit::kDay:
      return day + days(steps);
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      return day + days(7 * steps);
    case TimeUnit::kFortnight:
      return day + days(14 * steps);
    case TimeUnit::kMonth:
      return add_months(day, steps);
    case TimeUnit::kQuarter:
      return add_months(day, 3 * steps);
    case TimeUnit::kHalfYear:
      return add_months(day, 6 * steps);
    case TimeUnit::kYear:
      return add_months(day, 12 * steps);
    case TimeUnit::kDecade:
      return add_months(day, 120 * steps);
    case TimeUnit::kCentury:
      return add_months(day, 1200 * steps);
    case TimeUnit::kMillennium:
      return add_months(day, 12000 * steps);
  }
  return day;
}

CalendarSpan unit_span(Day day, TimeUnit unit, int steps) {
  const Day at = shift_day(day, unit, steps);
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
    case TimeUnit::kDay:
      return day_span(at);
    case TimeUnit::kWeekend:
      return weekend_span(at);
    case TimeUnit::kWeek:
      return week_span(at);
    case TimeUnit::kFortnight: {
      const CalendarSpan first = week_span(at);
      return {{first.range.start, first.range.end + days(7)}, first.timex};
    }
    case TimeUnit::kMonth:
      return month_span(year_of(at), month_of(at));
    case TimeUnit::kQuarter:
      return quarter_span(year_of(at), (month_of(at) + 2) / 3);
    case TimeUnit::kHalfYear:
      return half_span(year_of(at), (month_of(at) + 5) / 6);
    case TimeUnit::kYear:
      return year_span(year_of(at));
    case TimeUnit::kDecade:
      return decade_span(year_of(at));
    case TimeUnit::kCentury:
    case TimeUnit::kMillennium:
      return century_span(year_of(at));
  }
  return day_span(at);
}

DayRange narrow_range(DayRange range, SpanPart part, std::optional<Day> now) {
  const days length = range.end - range.start;
  switch (part) {
    case SpanPart::kStart:
      return {range.start, range.start + length / 2};
    case SpanPart::kMiddle:
      return {range.start + length / 4, range.end - length / 4};
    case SpanPart::kEnd:
      return {range.end - length / 2, range.end};
    case SpanPart::kEarlier:
      if (now && *now >= range.start && *now < range.end) range.end = *now;
      return range;
    case SpanPart::kLater:
      if (now && *now > range.start && *now <= range.end) range.start = *now;
      return range;
  }
  return range;
}

Day holiday_day(const HolidayRule& rule, int year) {
  switch (rule.kind) {
    case HolidayRule::Kind::kFixed:
      return make_day(year, rule.month, rule.day).value_or(month_end(year, rule.month)) +
             days(rule.shift);
    case HolidayRule::Kind::kEaster:
      return easter(year) + days(rule.shift);
    case HolidayRule::Kind::kOrthodoxEaster:
      return orthodox_easter(year) + days(rule.shift);
    case HolidayRule::Kind::kWeekday:
      break;
  }
  if (rule.which < 0) {
    const Day last = month_end(year, rule.month);
    return last - days((weekday_of(last) - rule.weekday + 7) % 7) + days(rule.shift);
  }
  const Day first = month_start(year, rule.month);
  return first + days((rule.weekday - weekday_of(first) + 7) % 7 + 7 * (rule.which - 1)) +
         days(rule.shift);
}

std::string duration_timex(int count, TimeUnit unit) {
  const auto times = [&](int factor, const char* before, const char* after) {
    const std::string number = count < 0 ? "X" : std::to_string(static_cast<long>(count) * factor);
    return std::string(before) + number + after;
  };
  switch (unit) {
    case TimeUnit::kSecond:
      return times(1, "PT", "S");
    case TimeUnit::kMinute:
      return times(1, "PT", "M");
    case TimeUnit::kHour:
      return times(1, "PT", "H");
    case TimeUnit::kDay:
      return times(1, "P", "D");
    case TimeUnit::kWeekend:
      return times(1, "P", "WE");
    case TimeUnit::kWeek:
      return times(1, "P", "W");
    case TimeUnit::kFortnight:
      return times(2, "P", "W");
    case TimeUnit::kMonth:
      return times(1, "P", "M");
    case TimeUnit::kQuarter:
      return times(1, "P", "Q");
    case TimeUnit::kHalfYear:
      return times(6, "P", "M");
    case TimeUnit::kYear:
      return times(1, "P", "Y");
    case TimeUnit::kDecade:
      return times(1, "P", "DE");
    case TimeUnit::kCentury:
      return times(1, "P", "CE");
    case TimeUnit::kMillennium:
      return times(1, "P", "ML");
  }
  return {};
}

}  // namespace verbale
