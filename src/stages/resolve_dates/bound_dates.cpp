// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/bound_dates.h"

#include <algorithm>

#include "core/utf8.h"
#include "stages/resolve_dates/calendar_spans.h"

namespace verbale {
namespace {

// The atom where the words before an expression end: "the", "about", "early" are stepped over.
std::uint32_t before_modifiers(const DateReadings& readings, std::uint32_t begin) {
  constexpr int kStepsMax = 3;
  for (int i = 0; i < kStepsMax && begin > 0; ++i) {
    const DateReading* about = readings.ending_at(begin, DateClass::kAbout);
    const DateReading* mod = readings.ending_at(begin, DateClass::kMod);
    if (about == nullptr && mod == nullptr) break;
    --begin;
  }
  return begin;
}

bool is_dated(const ReadDate& date) {
  return date.value.range && !date.value.is_vague && date.value.type != DateType::kDuration &&
         date.value.type != DateType::kSet;
}

}  // namespace

void read_bound(const std::vector<DateAtom>& atoms, const DateReadings& readings, ReadDate& date) {
  const std::uint32_t end = before_modifiers(readings, date.begin);
  const bool has_possessive = date.end + 1 < atoms.size() && atoms[date.end].is_glued &&
                              atoms[date.end].form == DateAtom::Form::kSign &&
                              atoms[date.end + 1].is_glued;
  date.is_possessor = has_possessive;
  const DateReading* bound = readings.ending_at(end, DateClass::kBound);
  if (bound == nullptr) return;
  const bool is_by = bound->value == kByBound;
  date.bound = is_by ? DateBound::kUntil : static_cast<DateBound>(bound->value);
  // "Until Thursday, they had …" looks back.
  const bool opens = end <= 1;
  date.bound_is_ahead = (date.bound == DateBound::kUntil && !opens && !is_by) ||
                        (date.bound == DateBound::kBefore && has_possessive);
  // "after Monday's attack": it is the attack that was on Monday.
  if (has_possessive && date.bound != DateBound::kSince) date.bound = DateBound::kOn;
}

void join_spans(const DateReadings& readings, std::vector<ReadDate>& dates) {
  for (std::size_t i = 0; i + 1 < dates.size();) {
    ReadDate& first = dates[i];
    const ReadDate& last = dates[i + 1];
    const DateReading* open = readings.ending_at(first.begin, DateClass::kSpanOpen);
    const DateReading* join = nullptr;
    if (last.begin == first.end + 1) join = readings.ending_at(last.begin, DateClass::kSpanJoin);
    const bool fits = open != nullptr && join != nullptr && open->value == join->value &&
                      is_dated(first) && is_dated(last) &&
                      first.value.range->start <= last.value.range->end &&
                      first.value.type == last.value.type;
    if (!fits) {
      ++i;
      continue;
    }
    first.end = last.end;
    first.tokens.end = last.tokens.end;
    first.bound = DateBound::kOn;
    first.value.range->end = last.value.range->end;
    first.value.timex += "/" + last.value.timex;
    dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    ++i;
  }
}

namespace {

struct Length {
  int count = 0;
  TimeUnit unit = TimeUnit::kDay;
};

// "P2W" as two weeks. Nothing for hours, sums and the unknown.
std::optional<Length> length_of(const DateValue& value) {
  const std::string& timex = value.timex;
  if (value.type != DateType::kDuration || timex.size() < 3 || timex[0] != 'P') return std::nullopt;
  Length length;
  std::size_t at = 1;
  constexpr int kCountMax = 10000;
  while (at < timex.size() && is_digit(timex[at]) && length.count < kCountMax) {
    length.count = length.count * 10 + (timex[at++] - '0');
  }
  if (at == 1 || at + 1 != timex.size()) return std::nullopt;
  switch (timex[at]) {
    case 'D':
      length.unit = TimeUnit::kDay;
      return length;
    case 'W':
      length.unit = TimeUnit::kWeek;
      return length;
    case 'M':
      length.unit = TimeUnit::kMonth;
      return length;
    case 'Y':
      length.unit = TimeUnit::kYear;
      return length;
    default:
      return std::nullopt;
  }
}

}  // namespace

void join_shifts(const DateReadings& readings, std::vector<ReadDate>& dates) {
  for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
    ReadDate& first = dates[i];
    const ReadDate& last = dates[i + 1];
    const auto length = length_of(first.value);
    if (!length || last.begin != first.end + 1 || !is_dated(last) || last.is_possessor) continue;
    const DateReading* side = readings.ending_at(last.begin, DateClass::kBound);
    if (side == nullptr || last.value.range->start != last.value.range->end) continue;
    const bool is_after = side->value == static_cast<int>(DateBound::kAfter);
    if (!is_after && side->value != static_cast<int>(DateBound::kBefore)) continue;
    const CalendarSpan span =
        unit_span(last.value.range->start, length->unit, is_after ? length->count : -length->count);
    first.end = last.end;
    first.tokens.end = last.tokens.end;
    first.value = DateValue{};
    first.value.timex = span.timex;
    first.value.range = span.range;
    dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

void apply_bound(ReadDate& date, std::optional<Day> anchor) {
  if (!is_dated(date)) return;
  date.value.bound = date.bound;
  DayRange& range = *date.value.range;
  if (!anchor) return;
  if (date.bound == DateBound::kSince) range.end = std::max(range.end, *anchor);
  if (date.bound == DateBound::kUntil && range.end >= *anchor) {
    range.start = std::min(range.start, *anchor);
  }
}

}  // namespace verbale
