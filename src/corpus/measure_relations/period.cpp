// SPDX-License-Identifier: Apache-2.0
#include "corpus/measure_relations/period.h"

#include <chrono>
#include <cstdio>

namespace verbale {
namespace {

namespace chrono = std::chrono;

Day monday_of(Day day) { return day - (chrono::weekday(day) - chrono::Monday); }

// The week belongs to the year that its Thursday lies in.
std::string week_name(Day monday) {
  const Day thursday = monday + chrono::days(3);
  const chrono::year of = chrono::year_month_day(thursday).year();
  const auto number = (thursday - Day(of / chrono::January / 1)).count() / 7 + 1;
  char name[16];
  std::snprintf(name, sizeof name, "%04d-W%02d", static_cast<int>(of), static_cast<int>(number));
  return name;
}

}  // namespace

std::optional<PeriodLength> period_length_of(std::string_view name) {
  if (name == "day") return PeriodLength::kDay;
  if (name == "week") return PeriodLength::kWeek;
  if (name == "month") return PeriodLength::kMonth;
  if (name == "year") return PeriodLength::kYear;
  return std::nullopt;
}

DayRange period_of(Day day, PeriodLength length) {
  const chrono::year_month_day date(day);
  switch (length) {
    case PeriodLength::kDay: return {day, day};
    case PeriodLength::kWeek: return {monday_of(day), monday_of(day) + chrono::days(6)};
    case PeriodLength::kMonth:
      return {date.year() / date.month() / 1, date.year() / date.month() / chrono::last};
    case PeriodLength::kYear: break;
  }
  return {date.year() / chrono::January / 1, date.year() / chrono::December / 31};
}

DayRange next_period(const DayRange& period, PeriodLength length) {
  return period_of(period.end + chrono::days(1), length);
}

std::string name_of_period(const DayRange& period, PeriodLength length) {
  constexpr std::size_t kYearDigits = 4, kMonthDigits = 7;
  switch (length) {
    case PeriodLength::kDay: return iso_day(period.start);
    case PeriodLength::kWeek: return week_name(period.start);
    case PeriodLength::kMonth: return iso_day(period.start).substr(0, kMonthDigits);
    case PeriodLength::kYear: break;
  }
  return iso_day(period.start).substr(0, kYearDigits);
}

}  // namespace verbale
