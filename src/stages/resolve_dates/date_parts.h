// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "document/references.h"
#include "stages/resolve_dates/calendar_spans.h"
#include "stages/resolve_dates/match_dates.h"

namespace verbale {

inline std::optional<TimeUnit> unit_in(const DateMatch& match) {
  for (const DateClass kind : {DateClass::kUnit, DateClass::kUnits, DateClass::kDayUnit,
                               DateClass::kLong, DateClass::kWeekendUnit}) {
    if (const auto value = match.value(kind)) return static_cast<TimeUnit>(*value);
  }
  return std::nullopt;
}

// The TIMEX3 code of a time of the day: 0 "MO" … 6 "24:00".
inline std::string_view part_code(int part) {
  constexpr std::string_view kCodes[] = {"MO", "MID", "AF", "EV", "NI", "12:00", "24:00"};
  return part >= 0 && part < 7 ? kCodes[part] : "";
}

inline DateValue date_value(const CalendarSpan& span) {
  DateValue value;
  value.timex = span.timex;
  value.range = span.range;
  return value;
}

inline DateValue date_value(std::string timex) {
  DateValue value;
  value.timex = std::move(timex);
  return value;
}

// Turns a day into a time of it when the match names one ("Monday night"), and narrows the range by
// words such as "early".
inline DateValue with_parts(DateValue value, const DateMatch& match, std::optional<Day> anchor) {
  if (const auto mod = match.value(DateClass::kMod); mod && value.range) {
    if (value.range->start != value.range->end) {
      value.range = narrow_range(*value.range, static_cast<SpanPart>(*mod), anchor);
    }
  }
  if (const auto part = match.value(DateClass::kPart)) {
    value.type = DateType::kTime;
    value.timex += "T" + std::string(part_code(*part));
  }
  return value;
}

}  // namespace verbale
