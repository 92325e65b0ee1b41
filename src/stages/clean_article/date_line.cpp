// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/date_line.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "core/calendar.h"
#include "core/utf8.h"
#include "formats/records.h"

namespace verbale {
namespace {

using Tokens = std::vector<LineToken>;

struct Time {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

std::string two_digits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string instant(Day day, const Time& time, int offset) {
  const int size = std::abs(offset);
  return iso_day(day) + "T" + two_digits(time.hour) + ":" + two_digits(time.minute) + ":" +
         two_digits(time.second) + (offset < 0 ? "-" : "+") + two_digits(size / 60) + ":" +
         two_digits(size % 60);
}

// The number that a token starts with ("2nd" → 2); nothing when it is longer than a year.
std::optional<int> number_of(const LineToken& token) {
  if (!token.is_number) return std::nullopt;
  int number = 0;
  const char* begin = token.text.data();
  const char* end = begin + token.text.size();
  const auto read = std::from_chars(begin, end, number);
  if (read.ec != std::errc() || read.ptr - begin > 4) return std::nullopt;
  return number;
}

std::string letters_after_number(const LineToken& token) {
  std::string_view text = token.text;
  while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  return lower_case(text);
}

std::optional<Day> day_of(int year, int month, int day) {
  if (year < 100) year += year < 70 ? 2000 : 1900;
  if (year < 1500 || year > 2200) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (month < 1 || day < 1 || !date.ok()) return std::nullopt;
  return Day(date);
}

bool is_date_joint(const LineToken& token, const Furniture& furniture) {
  const auto joints = furniture.slots.phrases.find("date_joint");
  return joints != furniture.slots.phrases.end() &&
         std::any_of(joints->second.begin(), joints->second.end(),
                     [&token](const auto& phrase) { return phrase.front() == token.word; });
}

// The nearest word or number in this direction, over punctuation and small words.
std::optional<std::size_t> neighbour(const Tokens& tokens, std::size_t from, int step,
                                     const Furniture& furniture) {
  std::size_t at = from;
  for (int looked = 0; looked < 4; ++looked) {
    if (step < 0 ? at == 0 : at + 1 >= tokens.size()) return std::nullopt;
    at = step < 0 ? at - 1 : at + 1;
    if (tokens[at].is_number) return at;
    if (!tokens[at].is_punctuation && !is_date_joint(tokens[at], furniture)) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Day> day_by_month_name(const Tokens& tokens, std::size_t month_at, int month,
                                     const Furniture& furniture) {
  const auto before = neighbour(tokens, month_at, -1, furniture);
  const auto after = neighbour(tokens, month_at, 1, furniture);
  const auto day_before = before ? number_of(tokens[*before]) : std::nullopt;
  const auto day_after = after ? number_of(tokens[*after]) : std::nullopt;
  constexpr int kDaysMax = 31;
  if (day_before && *day_before <= kDaysMax && day_after && *day_after > kDaysMax) {
    return day_of(*day_after, month, *day_before);  // 2 April 2025
  }
  if (day_after && *day_after <= kDaysMax) {
    const auto year_at = neighbour(tokens, *after, 1, furniture);
    const auto year = year_at ? number_of(tokens[*year_at]) : std::nullopt;
    if (year && *year > kDaysMax) return day_of(*year, month, *day_after);  // April 2, 2025
    if (day_before && *day_before > kDaysMax) {
      return day_of(*day_before, month, *day_after);  // 2025 April 2
    }
    if (day_before && *day_before <= kDaysMax && tokens[*after].text.size() == 2) {
      return day_of(*day_after, month, *day_before);  // 02-Apr-25
    }
  }
  return std::nullopt;
}

// 2025-04-02, 2025/04/02, 25.4.2025, 25.04.25. A day that could be a month names nothing.
std::optional<Day> day_by_numbers(const Tokens& tokens, std::size_t at) {
  if (at + 4 >= tokens.size()) return std::nullopt;
  const std::string_view mark = tokens[at + 1].text;
  if ((mark != "-" && mark != "/" && mark != ".") || tokens[at + 3].text != mark) {
    return std::nullopt;
  }
  const auto first = number_of(tokens[at]);
  const auto second = number_of(tokens[at + 2]);
  const auto third = number_of(tokens[at + 4]);
  if (!first || !second || !third) return std::nullopt;
  if (tokens[at].text.size() == 4) return day_of(*first, *second, *third);
  // Two digits of a year only where points and two-digit numbers make it sure to be a date.
  const bool is_short = mark == "." && tokens[at].text.size() == 2 &&
                        tokens[at + 2].text.size() == 2 && tokens[at + 4].text.size() == 2;
  const bool is_year =
      letters_after_number(tokens[at + 4]).empty() && (tokens[at + 4].text.size() == 4 || is_short);
  if (!is_year) return std::nullopt;
  if (*first > 12 || mark == "." || *first == *second) return day_of(*third, *second, *first);
  if (*second > 12) return day_of(*third, *first, *second);
  return std::nullopt;
}

struct FoundDay {
  Day day;
  std::size_t at = 0;
};

std::optional<FoundDay> find_day(const Tokens& tokens, const Furniture& furniture) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_number) {
      if (const auto day = day_by_numbers(tokens, i)) return FoundDay{*day, i};
      continue;
    }
    const auto month = furniture.months.find(lower_case(tokens[i].text));
    if (month == furniture.months.end()) continue;
    if (const auto day = day_by_month_name(tokens, i, month->second, furniture))
      return FoundDay{*day, i};
  }
  return std::nullopt;
}

// "am", "a.m.", "PM" from `at` on; moves `at` past it.
std::optional<bool> read_half_of_day(const Tokens& tokens, std::size_t& at) {
  if (at >= tokens.size()) return std::nullopt;
  const std::string word = lower_case(tokens[at].text);
  if (word == "am" || word == "pm") {
    ++at;
    return word == "pm";
  }
  const bool is_dotted = (word == "a" || word == "p") && at + 2 < tokens.size() &&
                         tokens[at + 1].text == "." && lower_case(tokens[at + 2].text) == "m";
  if (!is_dotted) return std::nullopt;
  at += 3;
  if (at < tokens.size() && tokens[at].text == ".") ++at;
  return word == "p";
}

// A time of day that starts at `at`; moves `at` past it.
std::optional<Time> read_time(const Tokens& tokens, std::size_t& at) {
  const auto hour = number_of(tokens[at]);
  if (!hour || *hour > 24) return std::nullopt;
  Time time{*hour % 24, 0, 0};
  std::size_t next = at + 1;
  std::string tail = letters_after_number(tokens[at]);
  const bool has_minutes = next + 1 < tokens.size() && tail.empty() &&
                           (tokens[next].text == ":" || tokens[next].text == ".") &&
                           tokens[next + 1].is_number && tokens[next + 1].text.size() >= 2;
  const bool by_colon = has_minutes && tokens[next].text == ":";
  if (has_minutes) {
    const auto minute = number_of(tokens[next + 1]);
    if (!minute || *minute > 59) return std::nullopt;
    time.minute = *minute;
    tail = letters_after_number(tokens[next + 1]);
    next += 2;
    if (next + 1 < tokens.size() && tokens[next].text == ":" && tokens[next + 1].is_number) {
      time.second = number_of(tokens[next + 1]).value_or(0) % 60;
      next += 2;
    }
  }
  std::optional<bool> is_pm;
  if (tail == "am" || tail == "pm") {
    is_pm = tail == "pm";
  } else {
    is_pm = read_half_of_day(tokens, next);
  }
  if (!by_colon && !is_pm) return std::nullopt;
  if (is_pm && *hour <= 12) time.hour = *hour % 12 + (*is_pm ? 12 : 0);
  at = next;
  return time;
}

// "CET", "(GMT)", "GMT+2", "+0200" from `at` on.
std::optional<int> read_zone(const Tokens& tokens, std::size_t at, const Furniture& furniture) {
  std::optional<int> minutes;
  for (int looked = 0; looked < 3 && at < tokens.size(); ++looked, ++at) {
    const bool is_sign = tokens[at].text == "+" || tokens[at].text == "-" || tokens[at].text == "−";
    if (is_sign && at + 1 < tokens.size() && tokens[at + 1].is_number) {
      const std::string_view digits = tokens[at + 1].text;
      const int number = number_of(tokens[at + 1]).value_or(0);
      int size = digits.size() > 2 ? number / 100 * 60 + number % 100 : number * 60;
      if (at + 3 < tokens.size() && tokens[at + 2].text == ":") {
        size += number_of(tokens[at + 3]).value_or(0);
      }
      constexpr int kOffsetMax = 14 * 60;
      if (size > kOffsetMax) return minutes;
      return minutes.value_or(0) + (tokens[at].text == "+" ? size : -size);
    }
    if (tokens[at].is_punctuation) continue;
    if (minutes) return minutes;
    for (const ZoneOffset& zone : furniture.zones) {
      if (zone.name == tokens[at].text) minutes = zone.minutes;
    }
    if (!minutes) return std::nullopt;
  }
  return minutes;
}

// "20250402T091000Z" and "20250402091000" with the marks that ISO 8601 lets out; others as they
// are.
std::string with_iso_marks(std::string_view line) {
  constexpr std::size_t kDayBytes = 8;
  constexpr std::size_t kClockBytes = 6;
  const auto are_digits = [line](std::size_t at, std::size_t count) {
    if (line.size() < at + count) return false;
    const std::string_view part = line.substr(at, count);
    return std::all_of(part.begin(), part.end(), is_digit);
  };
  if (!are_digits(0, kDayBytes)) return std::string(line);
  const std::string day = std::string(line.substr(0, 4)) + "-" + std::string(line.substr(4, 2)) +
                          "-" + std::string(line.substr(6, 2));
  const std::size_t clock = kDayBytes + (line.size() > kDayBytes && line[kDayBytes] == 'T');
  if (!are_digits(clock, kClockBytes)) {
    return line.size() == kDayBytes ? day : std::string(line);
  }
  return day + "T" + std::string(line.substr(clock, 2)) + ":" +
         std::string(line.substr(clock + 2, 2)) + ":" + std::string(line.substr(clock + 4));
}

// "2025-04-02T09:10:00.123+02:00" as it is, but for fractions and a "Z". Nothing when the line is
// no ISO 8601.
std::optional<std::string> read_iso(std::string_view line) {
  const auto day = parse_iso_day(line);
  if (!day || line.size() < 4 || !is_digit(line[3])) return std::nullopt;
  constexpr std::size_t kTimeAt = 11;
  if (line.size() < kTimeAt + 5 || (line[10] != 'T' && line[10] != ' ')) return iso_day(*day);
  const std::string_view clock = line.substr(kTimeAt);
  const auto digits = [](std::string_view text) {
    return text.size() == 2 && is_digit(text[0]) && is_digit(text[1])
               ? (text[0] - '0') * 10 + (text[1] - '0')
               : -1;
  };
  Time time{digits(clock.substr(0, 2)), digits(clock.substr(3, 2)), 0};
  if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59) return iso_day(*day);
  std::string_view rest = clock.substr(5);
  if (rest.size() >= 3 && rest[0] == ':') {
    time.second = std::max(0, digits(rest.substr(1, 2))) % 60;
    rest.remove_prefix(3);
  }
  while (!rest.empty() && (rest.front() == '.' || rest.front() == ',' || is_digit(rest.front()))) {
    rest.remove_prefix(1);
  }
  rest = trim(rest);
  if (rest == "Z" || rest == "z" || rest == "UTC" || rest == "GMT") return instant(*day, time, 0);
  if (rest.size() < 3 || (rest[0] != '+' && rest[0] != '-')) return iso_day(*day);
  const int hours = digits(rest.substr(1, 2));
  const std::string_view after = rest.substr(rest.size() > 3 && rest[3] == ':' ? 4 : 3);
  const int minutes = after.size() >= 2 ? digits(after.substr(0, 2)) : 0;
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return iso_day(*day);
  return instant(*day, time, (rest[0] == '-' ? -1 : 1) * (hours * 60 + minutes));
}

}  // namespace

std::string read_date_line(std::string_view line, const Furniture& furniture) {
  constexpr std::size_t kBytesMax = 200;
  line = trim(line.substr(0, kBytesMax));
  if (const auto iso = read_iso(with_iso_marks(line))) return *iso;
  const Tokens tokens = furniture.words.tokens_of(line);
  const auto found = find_day(tokens, furniture);
  if (!found) return {};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::size_t at = i;
    const auto time = tokens[i].is_number ? read_time(tokens, at) : std::nullopt;
    if (!time) continue;
    const auto zone = read_zone(tokens, at, furniture);
    return zone ? instant(found->day, *time, *zone) : iso_day(found->day);
  }
  return iso_day(found->day);
}

bool is_clock_line(std::string_view line) {
  constexpr std::size_t kBytesMax = 24;
  constexpr std::size_t kWordBytesMax = 4;
  if (line.size() > kBytesMax) return false;
  const std::size_t mark = line.find_first_of(":.h");
  const auto is_digit_at = [line](std::size_t at) {
    return at < line.size() && is_digit(line[at]);
  };
  if (mark == std::string_view::npos || mark == 0 || mark > 2) return false;
  if (!is_digit_at(0) || !is_digit_at(mark - 1)) return false;
  if (!is_digit_at(mark + 1) || !is_digit_at(mark + 2) || is_digit_at(mark + 3)) return false;
  std::size_t letters = 0;
  for (char c : line.substr(mark + 3)) {
    letters = c == ' ' || c == '.' ? 0 : letters + 1;
    if (letters > kWordBytesMax || is_digit(c)) return false;
  }
  return true;
}

}  // namespace verbale
