// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/choose_year.h"

namespace verbale {

std::optional<CalendarSpan> choose_year(
    Day anchor, Tense tense, const std::function<std::optional<CalendarSpan>(int year)>& in_year) {
  constexpr int kYearsAround = 4;  // February 29
  // How much further the unlikely side must lie.
  const int ahead_cost = tense == Tense::kPast ? 8 : tense == Tense::kFuture ? 1 : 3;
  const int over_cost = tense == Tense::kFuture ? 6 : 1;
  std::optional<CalendarSpan> best;
  std::int64_t best_cost = 0;
  const int year = year_of(anchor);
  for (int i = year - kYearsAround; i <= year + kYearsAround; ++i) {
    const auto span = in_year(i);
    if (!span) continue;
    const bool is_ahead = span->range.start > anchor, is_over = span->range.end < anchor;
    const std::int64_t cost = is_ahead  ? (span->range.start - anchor).count() * ahead_cost
                              : is_over ? (anchor - span->range.end).count() * over_cost
                                        : 0;
    if (!best || cost < best_cost) {
      best = span;
      best_cost = cost;
    }
  }
  return best;
}

Day choose_weekday(Day anchor, Tense tense, int weekday) {
  const int back = (weekday_of(anchor) - weekday + 7) % 7;
  if (back == 0) return anchor;
  return tense == Tense::kFuture ? anchor + std::chrono::days(7 - back)
                                 : anchor - std::chrono::days(back);
}

}  // namespace verbale
