// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_dates/read_spans.h"

#include "stages/resolve_dates/choose_year.h"
#include "stages/resolve_dates/date_parts.h"
#include "stages/resolve_dates/read_absolute.h"
#include "stages/resolve_dates/read_relative.h"

namespace verbale {
namespace {

// Numbers of units beyond this are no spans of news.
constexpr int kCountMax = 1000000;

std::optional<DateValue> duration_value(std::string timex) {
  DateValue value;
  value.type = DateType::kDuration;
  value.timex = std::move(timex);
  return value;
}

std::string padded(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

// "two years and three months" is P2Y3M; `first` is the value where there is but one unit.
std::string summed_timex(const DateMatch& match, std::string first) {
  std::string dates = "P", times;
  int units = 0;
  std::optional<int> number;
  for (const DateCapture& capture : match.captures) {
    if (capture.kind == DateClass::kNumber) {
      number = capture.value;
    } else if (capture.kind == DateClass::kUnit || capture.kind == DateClass::kUnits) {
      if (!number) return first;
      const auto unit = static_cast<TimeUnit>(capture.value);
      const std::string part = duration_timex(*number, unit);
      if (unit < TimeUnit::kDay)
        times += part.substr(2);
      else
        dates += part.substr(1);
      number.reset();
      ++units;
    }
  }
  if (units < 2) return first;
  return times.empty() ? dates : dates + "T" + times;
}

}  // namespace

std::optional<DateValue> read_duration(const DateMatch& match) {
  const auto unit = unit_in(match);
  if (!unit) return std::nullopt;
  if (match.has(DateClass::kHalfOf)) {
    switch (*unit) {
      case TimeUnit::kYear:
        return duration_value("P6M");
      case TimeUnit::kDecade:
        return duration_value("P5Y");
      case TimeUnit::kCentury:
        return duration_value("P50Y");
      case TimeUnit::kHour:
        return duration_value("PT30M");
      case TimeUnit::kDay:
        return duration_value("PT12H");
      default:
        return duration_value(duration_timex(-1, *unit));
    }
  }
  auto number = match.value(DateClass::kNumber);
  if (!number && !match.has(DateClass::kFuzzy) && !match.has(DateClass::kUnits)) number = 1;
  if (!number) return duration_value(duration_timex(-1, *unit));
  if (*number > kCountMax || *number < 0) return std::nullopt;
  if (match.has(DateClass::kAndHalf)) {
    switch (*unit) {
      case TimeUnit::kYear:
        return duration_value(duration_timex(*number, *unit) + "6M");
      case TimeUnit::kHour:
        return duration_value(duration_timex(*number, *unit) + "30M");
      case TimeUnit::kDecade:
        return duration_value(duration_timex(*number * 10 + 5, TimeUnit::kYear));
      default:
        return duration_value(duration_timex(-1, *unit));
    }
  }
  return duration_value(summed_timex(match, duration_timex(*number, *unit)));
}

std::optional<DateValue> read_span(const DateMatch& match, const DateFrame& frame) {
  auto value = read_duration(match);
  const auto unit = unit_in(match);
  const auto number = match.value(DateClass::kNumber);
  const int direction = match.value(DateClass::kDirection).value_or(0);
  if (!value || !unit || !number || !frame.anchor || direction == 0) return value;
  const Day other = shift_day(*frame.anchor, *unit, direction < 0 ? -*number : *number);
  value->range = direction < 0 ? DayRange{other, *frame.anchor} : DayRange{*frame.anchor, other};
  return value;
}

std::optional<DateValue> read_recent(const DateMatch& match) {
  int direction = match.value(DateClass::kDirection).value_or(-1);
  if (const auto told = match.value(DateClass::kToldDirection)) direction = *told;
  DateValue value;
  value.timex = direction < 0 ? "PAST_REF" : direction > 0 ? "FUTURE_REF" : "PRESENT_REF";
  value.is_vague = true;
  return value;
}

std::optional<DateValue> read_within(const DateMatch& match, const DateFrame& frame) {
  auto value = read_duration(match);
  const auto unit = unit_in(match);
  if (!value || !unit || !frame.anchor || frame.tense == Tense::kPast) return value;
  const auto number = match.value(DateClass::kNumber);
  if (!number && match.has(DateClass::kUnits)) return value;
  value->range = DayRange{*frame.anchor, shift_day(*frame.anchor, *unit, number.value_or(1))};
  value->bound = DateBound::kUntil;
  return value;
}

std::optional<DateValue> read_set(const DateMatch& match, const DateWords& words) {
  DateValue value;
  value.type = DateType::kSet;
  if (const auto code = match.value(DateClass::kFrequency)) {
    value.timex = words.codes[static_cast<std::size_t>(*code)];
  } else if (const auto weekdays = match.value(DateClass::kWeekdays)) {
    value.timex = "XXXX-WXX-" + std::to_string(*weekdays);
  } else if (const auto weekday = match.value(DateClass::kWeekday)) {
    value.timex = "XXXX-WXX-" + std::to_string(*weekday);
  } else if (const auto month = match.value(DateClass::kMonth)) {
    value.timex = "XXXX-" + padded(*month);
  } else if (const auto part = match.value(DateClass::kPart)) {
    value.timex = "XXXX-XX-XXT" + std::string(part_code(*part));
  } else if (const auto season = match.value(DateClass::kSeason)) {
    constexpr const char* kSeasons[] = {"XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"};
    value.timex = kSeasons[*season & 3];
  } else if (const auto unit = unit_in(match)) {
    // In "four times a week" the number counts the times, in "every two weeks" the weeks.
    const bool counts_units = match.has(DateClass::kUnits) && !match.has(DateClass::kUnit);
    const int number = counts_units ? match.value(DateClass::kNumber).value_or(-1) : 1;
    value.timex = duration_timex(number, *unit);
  } else {
    return std::nullopt;
  }
  return value;
}

std::optional<DateValue> read_clock(const DateMatch& match, const DateFrame& frame) {
  std::optional<DateValue> day;
  if (match.has(DateClass::kWeekday) || match.has(DateClass::kMonth)) {
    DateMatch date = match;
    std::erase_if(date.captures, [](const DateCapture& capture) {
      return capture.kind == DateClass::kPart || capture.kind == DateClass::kNumber ||
             capture.kind == DateClass::kMod;
    });
    day = read_calendar(date, frame);
  } else if (const auto offset = match.value(DateClass::kDeictic); offset && frame.anchor) {
    day = date_value(day_span(*frame.anchor + std::chrono::days(*offset)));
  }
  const bool names_hour = match.has(DateClass::kNumber) || match.has(DateClass::kClockTime);
  if (!day && names_hour && frame.told && frame.told->start == frame.told->end) {
    day = date_value(day_span(frame.told->start));
  }
  if (!day && frame.anchor) day = date_value(day_span(*frame.anchor));
  DateValue value = day ? *day : date_value("XXXX-XX-XX");
  value.type = DateType::kTime;
  if (!names_hour) {  // "in the morning", of whatever day.
    value.timex += "T" + std::string(part_code(match.value(DateClass::kPart).value_or(0)));
    value.is_vague = !match.has(DateClass::kWeekday);
    if (value.is_vague) value.range.reset();
    return value;
  }
  constexpr int kHour = 60;
  int minutes = match.value(DateClass::kClockTime).value_or(-1);
  if (minutes < 0) {
    const int number = *match.value(DateClass::kNumber);
    minutes = number >= 100 ? number / 100 * kHour + number % 100 : number * kHour;
  }
  if (const auto half = match.value(DateClass::kMeridiem); half && minutes / kHour <= 12) {
    minutes = (minutes / kHour % 12 + *half) * kHour + minutes % kHour;
  }
  if (minutes < 0 || minutes > 24 * kHour) return std::nullopt;
  value.timex += "T" + padded(minutes / kHour) + ":" + padded(minutes % kHour);
  return value;
}

std::optional<DateValue> read_reference(const DateMatch& match, const DateWords& words) {
  const auto code = match.value(DateClass::kReference);
  if (!code) return std::nullopt;
  DateValue value;
  value.timex = words.codes[static_cast<std::size_t>(*code)];
  value.is_vague = true;
  return value;
}

}  // namespace verbale
