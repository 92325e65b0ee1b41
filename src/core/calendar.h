// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace verbale {

// A day of the Gregorian calendar, no time zone.
using Day = std::chrono::sys_days;

// Both days belong to it. REQUIRES: start <= end.
struct DayRange {
  Day start;
  Day end;
  bool operator==(const DayRange&) const = default;
};

// "2025-04-02"
std::string iso_day(Day day);

// Reads the day at the start of an ISO 8601 date or instant ("2025-04-02T09:10:00+02:00").
// Nothing when there is none, or no such day exists.
std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace verbale
