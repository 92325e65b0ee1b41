// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/read_relative.h"

#include "stages/resolve_dates/choose_year.h"
#include "stages/resolve_dates/date_parts.h"
#include "stages/resolve_dates/read_absolute.h"

namespace verbale {
namespace {

using std::chrono::days;

int sign_of(int value) {
  return (value > 0) - (value < 0);
}

// Directions of this size mean "so long": "the past week" is no week of the calendar.
constexpr int kRolling = 2;

constexpr int kSaturday = 6;

DateValue vague(std::string code) {
  DateValue value;
  value.timex = std::move(code);
  value.is_vague = true;
  return value;
}

// "last Friday", "this Friday", "next Friday"
Day weekday_in_direction(Day anchor, int direction, int weekday) {
  const int ahead = (weekday - weekday_of(anchor) + 7) % 7;
  if (direction < 0) return anchor - days(ahead == 0 ? 7 : 7 - ahead);
  if (direction == 0) return week_span(anchor).range.start + days(weekday - 1);
  if (direction >= kRolling) return anchor + days(ahead == 0 ? 7 : ahead);
  return week_span(anchor).range.start + days(7 + weekday - 1);
}

CalendarSpan month_in_direction(Day anchor, int direction, int month) {
  const int year = year_of(anchor), now = month_of(anchor);
  if (direction < 0) return month_span(month < now ? year : year - 1, month);
  if (direction > 0) return month_span(month > now ? year : year + 1, month);
  return month_span(year, month);
}

CalendarSpan season_in_direction(Day anchor, int direction, int season) {
  // The season that runs, or that of this year.
  constexpr int kWinter = 3, kMarch = 3;
  int year = year_of(anchor);
  if (season == kWinter && month_of(anchor) <= kMarch) --year;
  CalendarSpan span = season_span(year, season);
  if (direction < 0 && span.range.end >= anchor) span = season_span(year - 1, season);
  if (direction > 0 && span.range.start <= anchor) span = season_span(year + 1, season);
  return span;
}

std::optional<DateValue> rolling_unit(Day anchor, TimeUnit unit, int direction) {
  DateValue value;
  value.type = DateType::kDuration;
  value.timex = duration_timex(1, unit);
  const Day other = shift_day(anchor, unit, sign_of(direction));
  value.range = direction < 0 ? DayRange{other, anchor} : DayRange{anchor, other};
  return value;
}

std::string unknown_unit(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return "XXXX-WXX";
    case TimeUnit::kWeekend:
      return "XXXX-WXX-WE";
    case TimeUnit::kMonth:
      return "XXXX-XX";
    case TimeUnit::kQuarter:
      return "XXXX-QX";
    case TimeUnit::kHalfYear:
      return "XXXX-HX";
    case TimeUnit::kYear:
      return "XXXX";
    case TimeUnit::kDecade:
      return "XXX";
    case TimeUnit::kCentury:
    case TimeUnit::kMillennium:
      return "XX";
    default:
      return "XXXX-XX-XX";
  }
}

// A weekday, month, season, unit or time of day in a direction from a day.
std::optional<DateValue> in_direction(const DateMatch& match, Day from, int direction) {
  if (const auto weekday = match.value(DateClass::kWeekday)) {
    return date_value(day_span(weekday_in_direction(from, direction, *weekday)));
  }
  if (const auto month = match.value(DateClass::kMonth)) {
    const CalendarSpan span = month_in_direction(from, direction, *month);
    const auto day = match.value(DateClass::kDay);
    if (!day) return date_value(span);
    const auto date = make_day(year_of(span.range.start), *month, *day);
    return date ? std::optional(date_value(day_span(*date))) : std::nullopt;
  }
  if (const auto season = match.value(DateClass::kSeason)) {
    return date_value(season_in_direction(from, direction, *season));
  }
  const auto unit = unit_in(match);
  if (!unit && match.has(DateClass::kPart))
    return date_value(day_span(from + days(sign_of(direction))));
  const TimeUnit step = unit.value_or(TimeUnit::kYear);
  if (step < TimeUnit::kDay) return vague("PRESENT_REF");
  const bool is_part = match.has(DateClass::kMod);
  if (!is_part && (direction >= kRolling || direction <= -kRolling)) {
    return rolling_unit(from, step, direction);
  }
  return date_value(unit_span(from, step, sign_of(direction)));
}

// The days of the date told last, else the article's day.
std::optional<DayRange> told_or_anchor(const DateFrame& frame) {
  if (frame.told) return frame.told;
  if (frame.anchor) return DayRange{*frame.anchor, *frame.anchor};
  return std::nullopt;
}

DateFrame anchor_only(const DateFrame& frame) {
  DateFrame only;
  only.anchor = frame.anchor;
  return only;
}

}  // namespace

std::optional<DateValue> read_weekday_of_week(const DateMatch& match, const DateFrame& frame) {
  const auto weekday = match.value(DateClass::kWeekday);
  if (!weekday) return std::nullopt;
  if (!frame.anchor) return date_value("XXXX-WXX-" + std::to_string(*weekday));
  const int weeks = sign_of(match.value(DateClass::kDirection).value_or(0));
  return date_value(
      day_span(week_span(*frame.anchor).range.start + days(7 * weeks + *weekday - 1)));
}

std::optional<DateValue> read_deictic(const DateMatch& match, const DateFrame& frame) {
  if (const auto part = match.value(DateClass::kDeicticPart)) {
    DateValue value = date_value(frame.anchor ? iso_day(*frame.anchor) : "XXXX-XX-XX");
    value.type = DateType::kTime;
    value.timex += "T" + std::string(part_code(*part));
    if (frame.anchor) value.range = DayRange{*frame.anchor, *frame.anchor};
    return value;
  }
  const int offset = match.value(DateClass::kDeictic).value_or(0);
  if (!frame.anchor) return with_parts(date_value("XXXX-XX-XX"), match, std::nullopt);
  return with_parts(date_value(day_span(*frame.anchor + days(offset))), match, frame.anchor);
}

std::optional<DateValue> read_overnight(const DateMatch& match, const DateFrame& frame) {
  DateValue value;
  value.type = DateType::kTime;
  if (!frame.anchor) {
    value.timex = "XXXX-XX-XXTNI";
    return value;
  }
  Day morning = *frame.anchor;
  if (const auto weekday = match.value(DateClass::kWeekday)) {
    morning = choose_weekday(*frame.anchor, frame.tense, *weekday);
    // "Monday overnight" begins on Monday, "overnight into Tuesday" ends on Tuesday.
    if (match.captures.front().kind == DateClass::kWeekday) morning += days(1);
  }
  value.range = DayRange{morning - days(1), morning};
  value.timex = iso_day(morning - days(1)) + "TNI";
  return value;
}

std::optional<DateValue> read_slot(const DateMatch& match, const DateFrame& frame) {
  const auto direction = match.value(DateClass::kDirection);
  if (!direction) return std::nullopt;
  if (!frame.anchor) {
    return date_value(unknown_unit(unit_in(match).value_or(TimeUnit::kDay)));
  }
  auto value = in_direction(match, *frame.anchor, *direction);
  if (!value || value->is_vague || value->type == DateType::kDuration) return value;
  return with_parts(std::move(*value), match, frame.anchor);
}

std::optional<DateValue> read_slot_of_anchor(const DateMatch& match, const DateFrame& frame) {
  const TimeUnit unit = unit_in(match).value_or(TimeUnit::kYear);
  if (unit < TimeUnit::kDay) return std::nullopt;
  if (unit == TimeUnit::kDay && !match.has(DateClass::kMod)) return std::nullopt;  // "of the day"
  if (unit == TimeUnit::kQuarter && frame.told_quarter) {
    return date_value(unit_span(*frame.told_quarter, unit, 0));
  }
  if (!frame.anchor) return date_value(unknown_unit(unit));
  if (unit == TimeUnit::kWeekend && !match.has(DateClass::kMod)) {
    // The one that runs, else the last one, in the future the next one.
    const bool is_over = weekday_of(*frame.anchor) < kSaturday && frame.tense != Tense::kFuture;
    return date_value(weekend_span(*frame.anchor - days(is_over ? 7 : 0)));
  }
  DateValue value = with_parts(date_value(unit_span(*frame.anchor, unit, 0)), match, frame.anchor);
  if (match.captures.empty() && value.range) {  // "year-end"
    value.range = narrow_range(*value.range, SpanPart::kEnd, frame.anchor);
  }
  return value;
}

std::optional<DateValue> read_month_of_slot(const DateMatch& match, const DateFrame& frame) {
  const auto year = year_in(match, frame);
  if (const auto season = match.value(DateClass::kSeason)) {
    return year ? std::optional(date_value(season_span(*year, *season))) : std::nullopt;
  }
  const auto month = match.value(DateClass::kMonth);
  if (!month && frame.anchor) {  // "the 20th of next month"
    auto day = match.value(DateClass::kDay);
    if (!day) day = match.value(DateClass::kOrdinal);
    const Day in_month =
        add_months(*frame.anchor, sign_of(match.value(DateClass::kDirection).value_or(0)));
    const auto date = make_day(year_of(in_month), month_of(in_month), day.value_or(0));
    return date ? std::optional(date_value(day_span(*date))) : std::nullopt;
  }
  if (!year || !month) return std::nullopt;
  if (const auto day = match.value(DateClass::kDay)) {
    const auto date = make_day(*year, *month, *day);
    return date ? std::optional(date_value(day_span(*date))) : std::nullopt;
  }
  return with_parts(date_value(month_span(*year, *month)), match, frame.anchor);
}

std::optional<DateValue> read_after_next(const DateMatch& match, const DateFrame& frame) {
  const auto unit = unit_in(match);
  if (!unit || *unit < TimeUnit::kDay) return std::nullopt;
  if (!frame.anchor) return date_value(unknown_unit(*unit));
  return date_value(
      unit_span(*frame.anchor, *unit, 2 * match.value(DateClass::kShiftIfLast).value_or(1)));
}

std::optional<DateValue> read_steps(const DateMatch& match, const DateFrame& frame, StepsFrom from,
                                    int sign) {
  const auto unit = unit_in(match);
  if (!unit) return std::nullopt;
  const auto number = match.value(DateClass::kNumber);
  const bool is_one = match.has(DateClass::kOne) || match.has(DateClass::kUnit);
  if (*unit < TimeUnit::kDay) {
    // Hours from a day are that day or its neighbour.
    const auto base = from == StepsFrom::kTold ? frame.told : told_or_anchor(anchor_only(frame));
    DateValue value = vague(sign < 0 ? "PAST_REF" : "FUTURE_REF");
    value.type = DateType::kTime;
    if (!base) return value;
    value.range = sign < 0 ? DayRange{base->start - days(1), base->start}
                           : DayRange{base->end, base->end + days(1)};
    value.is_vague = false;
    return value;
  }
  if ((!number && !is_one && !match.has(DateClass::kHalfOf)) || match.has(DateClass::kFuzzy)) {
    return vague(sign < 0 ? "PAST_REF" : "FUTURE_REF");
  }
  const auto base =
      from == StepsFrom::kTold ? told_or_anchor(frame) : told_or_anchor(anchor_only(frame));
  if (!base) return date_value(unknown_unit(*unit));
  constexpr int kStepsMax = 1000;
  const int count = number.value_or(1);
  if (count > kStepsMax) return vague(sign < 0 ? "PAST_REF" : "FUTURE_REF");
  Day start = base->start;
  TimeUnit step = *unit;
  int steps = count * sign;
  if (match.has(DateClass::kHalfOf) || match.has(DateClass::kAndHalf)) {
    // Halves of years and decades are counted in months, of weeks in days.
    const bool is_half = match.has(DateClass::kHalfOf);
    if (step == TimeUnit::kYear)
      steps = (is_half ? 6 : count * 12 + 6) * sign;
    else if (step == TimeUnit::kDecade)
      steps = (is_half ? 60 : count * 120 + 60) * sign;
    else
      return vague(sign < 0 ? "PAST_REF" : "FUTURE_REF");
    step = TimeUnit::kMonth;
  }
  // Reports of a quarter compare it with the same quarter "a year ago".
  if (step == TimeUnit::kYear && count == 1 && sign < 0 && frame.told_quarter) {
    return date_value(
        unit_span(shift_day(*frame.told_quarter, step, steps), TimeUnit::kQuarter, 0));
  }
  if (const auto weekday = match.value(DateClass::kWeekday)) {  // "a week ago Tuesday"
    start = choose_weekday(start, Tense::kPast, *weekday);
    return date_value(day_span(shift_day(start, step, steps)));
  }
  if (step == TimeUnit::kFortnight) step = TimeUnit::kWeek, steps *= 2;
  DateValue value = date_value(unit_span(start, step, steps));
  if (const auto second = match.value(DateClass::kNumber, 1); second && value.range) {
    const DayRange other = unit_span(start, step, std::min(*second, kStepsMax) * sign).range;
    value.range =
        DayRange{std::min(value.range->start, other.start), std::max(value.range->end, other.end)};
  }
  return value;
}

std::optional<DateValue> read_shift(const DateMatch& match, const DateFrame& frame) {
  auto sign = match.value(DateClass::kShift);
  if (!sign) sign = match.value(DateClass::kShiftIfLast);
  if (!sign) sign = -1;  // "the year-ago quarter"
  // "Later" without a date told before counts from nothing known.
  if (*sign > 0 && !frame.told) return vague("FUTURE_REF");
  return read_steps(match, frame, StepsFrom::kTold, *sign);
}

std::optional<DateValue> read_told(const DateMatch& match, const DateFrame& frame) {
  int direction = 1;
  if (const auto told = match.value(DateClass::kToldDirection)) direction = *told;
  const auto base = direction == 0 ? frame.told : told_or_anchor(frame);
  if (!base)
    return vague(direction < 0 ? "PAST_REF" : direction > 0 ? "FUTURE_REF" : "PRESENT_REF");
  const Day from = direction < 0 ? base->start : base->end;
  if (const auto weekday = match.value(DateClass::kWeekday)) {
    const Tense side = direction < 0 ? Tense::kPast : Tense::kFuture;
    const Day next = direction == 0 ? from : from + days(direction);
    return with_parts(date_value(day_span(choose_weekday(next, side, *weekday))), match,
                      frame.anchor);
  }
  auto value = in_direction(match, from, direction);
  if (!value || value->is_vague) return value;
  return with_parts(std::move(*value), match, frame.anchor);
}

}  // namespace verbale
