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

struct Place {
  std::string name;     // Canonical.
  std::string country;  // ISO 3166 alpha-3, or empty.
  std::optional<double> latitude;  // Degrees; nothing where only a country or region is named.
  std::optional<double> longitude;
  std::optional<std::int64_t> geonames;
};

enum class DateType : std::uint8_t { kDate, kTime, kDuration, kSet };
std::string_view name_of(DateType type);  // "DATE" …

struct DateValue {
  DateType type = DateType::kDate;
  std::string timex;              // TIMEX3 value: "2025-04-02", "2025-W14", "P3D", "PAST_REF".
  std::optional<DayRange> range;  // The days it speaks of, no narrower than the words.
  bool is_background = false;     // Historical matter told to explain the news.
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
  bool is_modifier = false;  // A nationality or name that modifies a noun of no party of its own:
                             // "Iranian" in "Iranian nuclear sites".
};

// Who, where and when. Mentions are in text order; they may nest ("the [Iranian] foreign
// minister" is one person whose nationality is no mention of its own; "sources in [Paris]" nests a
// place), and never cross.
struct References {
  std::vector<Mention> mentions;
};

}  // namespace verbale
