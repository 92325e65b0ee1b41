// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar.h"

namespace verbale {

enum class PeriodLength : std::uint8_t { kDay, kWeek, kMonth, kYear };
std::optional<PeriodLength> period_length_of(std::string_view name);  // "day" "week" "month" "year"

// The period that holds the day. A week runs from Monday to Sunday (ISO 8601).
DayRange period_of(Day day, PeriodLength length);
DayRange next_period(const DayRange& period, PeriodLength length);

// "2025-04-02", "2025-W14", "2025-04", "2025": as ISO 8601 names it.
std::string name_of_period(const DayRange& period, PeriodLength length);

}  // namespace verbale
