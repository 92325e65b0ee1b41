// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "core/span.h"
#include "document/syntax.h"

namespace verbale {

enum class MentionKind : std::uint8_t { kPerson, kOrganisation, kGroup, kPlace, kDate };
// "person", "organisation", "group", "place", "date"
std::string_view name_of(MentionKind kind);

// Who acts or is acted upon, as far as words and data settle it; empty strings where they don't.
struct Party {
  std::string name;     // Canonical name, or the words of the text.
  std::string code;     // CAMEO actor code: "RUSGOV", "IGOUNO", "---" never stands.
  std::string country;  // ISO 3166 alpha-3, XKX, or IGO NGO MNC IMG ISM for those above states.
  std::string sector;   // PLOVER sector: GOV, MIL, REB …
  std::string role;     // Office held at that date, if known or told: "foreign minister".
  std::string id;       // Stable: the data's key ("country:RUS", "person:vladimir-putin"), or a hash
                        // of the canonical name.
};

// How precise a place is. Only settlements and sites have coordinates.
enum class PlaceKind : std::uint8_t {
  kWorldRegion,  // "Middle East", "Sahel": several countries.
  kCountry,
  kRegion,       // Part of one country: "Donetsk Oblast", "Texas", "West Bank".
  kWater,        // "Black Sea", "Strait of Hormuz".
  kCity,         // A settlement of any size.
  kSite,         // A base, a plant, a crossing, a square.
};
// "world region", "country", "region", "water", "city", "site"
std::string_view name_of(PlaceKind kind);

struct Place {
  std::string name;     // Canonical.
  PlaceKind kind = PlaceKind::kCity;
  std::string country;  // ISO 3166 alpha-3, or empty.
  std::string region;   // First-level division within the country ("Texas"), or empty.
  std::optional<double> latitude;  // Degrees; nothing where only a country or region is named.
  std::optional<double> longitude;
  std::optional<std::int64_t> geonames;
};

enum class DateType : std::uint8_t { kDate, kTime, kDuration, kSet };
std::string_view name_of(DateType type);  // "DATE" …

// How what is dated lies to the days of its date; the range is widened to match it where the
// article's day allows: "since Monday" runs from Monday to the article's day.
enum class DateBound : std::uint8_t {
  kOn,      // Within them: "on Monday", "in March", "from 3 to 5 May".
  kSince,   // From them on: "since 2014", "from Friday".
  kUntil,   // Up to them: "by Friday", "until June", "within ten days".
  kBefore,  // "before Monday"; the range is of the Monday itself.
  kAfter,   // "after March 3"; the range is of the day itself.
};

struct DateValue {
  DateType type = DateType::kDate;
  std::string timex;              // TIMEX3 value: "2025-04-02", "2025-W14", "P3D", "PAST_REF".
  std::optional<DayRange> range;  // The days it speaks of, no narrower than the words. Nothing:
                                  // not settled ("recently", a weekday without any anchor), or a
                                  // DURATION or SET.
  DateBound bound = DateBound::kOn;
  bool is_background = false;  // Historical matter told to explain the news.
  bool is_vague = false;       // A reference, no date: "now", "recently", "in recent weeks".
};

// A stretch of text that speaks of someone, some place or some time.
struct Mention {
  TokenSpan tokens;  // The whole phrase, title and trailing "of …" of an office included:
                     // "Ukrainian President Volodymyr Zelensky".
  std::uint32_t head = kNoToken;  // The token of the phrase that its other words hang on.
  MentionKind kind = MentionKind::kPerson;
  std::uint32_t entity = 0;  // The same number for all mentions of one. Dates: each its own.
  std::optional<Party> party;
  std::optional<Place> place;
  std::optional<DateValue> date;
  std::vector<std::uint32_t> members;  // Entities of a group that the text settles: "the two
                                       // leaders".
  bool is_pronoun = false;   // "he", "they": a party only through its entity.
  bool is_dateline = false;  // Stands in a dateline ("KYIV, March 3 (Reuters) -"): where the report
                             // was written, not where things happen.
  bool is_modifier = false;  // A nationality or name that modifies a noun of no party of its own:
                             // "Iranian" in "Iranian nuclear sites".
  bool is_team = false;      // A country, or people of no office, where sport is spoken of: they
                             // play there, and do nothing political.
};

// Who, where and when. Mentions are in text order; they may nest ("the [Iranian] foreign
// minister" is one person whose nationality is no mention of its own; "sources in [Paris]" nests a
// place), and never cross.
struct References {
  std::vector<Mention> mentions;
};

}  // namespace verbale
