// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/calendar.h"

namespace verbale {

class DataFiles;

// Classes of words that time expressions are made of; docs/formats/dates.md says what each means.
// Those from kDay on are found by their form in the text, not listed.
enum class DateClass : std::uint8_t {
  kMonth,
  kWeekday,
  kWeekdays,
  kPart,
  kSeason,
  kUnit,
  kUnits,
  kNumber,
  kTens,
  kScale,
  kFuzzy,
  kOrdinal,
  kOrdinalSuffix,
  kPluralSuffix,
  kQuarter,
  kHalf,
  kMod,
  kDirection,
  kToldDirection,
  kDeictic,
  kDeicticPart,
  kOvernight,
  kReference,
  kFrequency,
  kAbout,
  kBound,
  kSpanOpen,
  kSpanJoin,
  kFutureAux,
  kModal,
  kFutureGovernor,
  kPastInfinitive,
  kFutureCue,
  kHoliday,
  kPeriod,
  kDecadeWord,
  kMeridiem,
  kClockWord,
  kZone,
  kNumericOrder,
  kOne,
  kAndHalf,
  kHalfOf,
  kShift,
  kShiftIfLast,
  kToldNext,
  kDayUnit,
  kLong,
  kFutureState,
  kWeekendUnit,
  kDay,
  kYear,
  kDecade,
  kNumericDate,
  kClockTime,
};
inline constexpr std::size_t kDateClassCount = 55;

// What a pattern of data/en/dates/patterns.rec means.
enum class DateMeaning : std::uint8_t {
  kCalendar,
  kWeekdayOfWeek,
  kHoliday,
  kEve,
  kQuarter,
  kHalf,
  kDecade,
  kCentury,
  kPeriod,
  kYearSpan,
  kNumeric,
  kDaySpan,
  kMonthSpan,
  kDeictic,
  kOvernight,
  kSlot,
  kSlotOfAnchor,
  kMonthOfSlot,
  kSpan,
  kRecent,
  kAgo,
  kFromNow,
  kWithin,
  kInUnits,
  kShift,
  kTold,
  kDuration,
  kNone,
  kSet,
  kClock,
  kReference,
  kNthWeekday,
  kNthWeek,
  kWeekOf,
  kAfterNext,
};
inline constexpr std::size_t kDateMeaningCount = 35;

enum class TimeUnit : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeekend,
  kWeek,
  kFortnight,
  kMonth,
  kQuarter,
  kHalfYear,
  kYear,
  kDecade,
  kCentury,
  kMillennium,
};

// "START" of a span … "EARLIER" counts back from the article's day.
enum class SpanPart : std::uint8_t { kStart, kMiddle, kEnd, kEarlier, kLater };

// The value of a kBound word beside those of DateBound: "by", an until that need not lie ahead.
inline constexpr int kByBound = 5;

// How a holiday's day follows from the year.
struct HolidayRule {
  enum class Kind : std::uint8_t { kFixed, kEaster, kOrthodoxEaster, kWeekday };
  Kind kind = Kind::kFixed;
  std::uint8_t month = 0;
  std::uint8_t day = 0;      // kFixed.
  std::uint8_t weekday = 0;  // kWeekday: 1 Monday … 7 Sunday.
  std::int8_t which = 0;     // kWeekday: 1 the first …, -1 the last.
  std::int16_t shift = 0;    // Days to add.
};

// One reading of a word or of several side by side.
struct DateLexeme {
  DateClass kind = DateClass::kMonth;
  bool is_weak = false;     // No date when it stands alone.
  bool needs_name = false;  // Counts only with a capital.
  std::int32_t value =
      0;  // By kind: a number, an enumerator, or an index into a list of DateWords.
  std::vector<std::uint32_t> rest;  // The words that must follow.
};

using DateWordId = std::uint32_t;
inline constexpr DateWordId kNoDateWord = 0xFFFFFFFF;

struct DatePattern {
  DateMeaning meaning = DateMeaning::kNone;
  bool accepts_weak = false;
  int line = 0;  // Of data/en/dates/patterns.rec.
  // The word before or after must be (must not be) one of these; empty: any. The end of a
  // sentence counts as ".". Sorted.
  std::vector<DateWordId> after, not_after, before, not_before;
};

// A state of the matcher. A symbol is a DateClass, or kDateClassCount plus the number of a word.
struct DateState {
  struct Edge {
    std::uint32_t symbol = 0;
    std::uint32_t next = 0;
  };
  std::vector<Edge> edges;              // Sorted by symbol.
  std::vector<std::uint32_t> patterns;  // That end here, in file order.
};

struct DateExample {
  std::string text;  // With brackets: "It was signed on [2 April 2025|2025-04-02]."
  int line = 0;
};

// All that data/en/dates says. Read-only after loading: threads may share it.
struct DateWords {
  struct Word {
    DateWordId id = kNoDateWord;
    std::vector<DateLexeme> lexemes;
  };
  // Null for a word that no time expression uses. REQUIRES: lower case.
  const Word* find(std::string_view word) const;
  // True when the word alone belongs to that class.
  bool is(std::string_view word, DateClass kind) const;

  std::vector<Word> words;
  std::vector<DatePattern> patterns;
  std::vector<DateState> states;  // The first is where every match starts.
  std::vector<HolidayRule> holidays;
  std::vector<DayRange> periods;
  std::vector<std::string> codes;  // TIMEX3 values of references and frequencies.
  std::vector<DateExample> examples;
  bool day_before_month = false;  // What 2/4/2025 means when nothing in the article settles it.

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const {
      return std::hash<std::string_view>{}(word);
    }
  };
  std::unordered_map<std::string, DateWordId, Hash, std::equal_to<>> ids;
};

// Loads data/en/dates; every mistake goes to `files`, wrong lines are left out. The texts of
// `files` must outlive it.
DateWords load_date_words(DataFiles& files);

}  // namespace verbale
