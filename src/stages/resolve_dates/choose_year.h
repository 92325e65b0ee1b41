// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "core/calendar.h"
#include "stages/resolve_dates/calendar_spans.h"
#include "stages/resolve_dates/clause_tense.h"

namespace verbale {

// Of the spans that `in_year` makes of the years around the anchor, the one a clause of that tense
// speaks of: the nearest, where the side that the tense speaks against must lie much nearer to win;
// of a clause whose tense is unknown, the future counts three times. Nothing when no year has such
// a span.
std::optional<CalendarSpan> choose_year(
    Day anchor, Tense tense, const std::function<std::optional<CalendarSpan>(int year)>& in_year);

// The day with that weekday (1 Monday … 7 Sunday): the anchor's own, else the last one, or in the
// future the next one.
Day choose_weekday(Day anchor, Tense tense, int weekday);

}  // namespace verbale
