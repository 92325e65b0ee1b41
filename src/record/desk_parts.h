// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "document/claim_side.h"
#include "formats/json_writer.h"

namespace verbale {

// Parts that the rows of the desk share.

// [{"id": "BOL", "name": "Bolivia", "country": "BOL"}, …]
inline void write_sides(JsonWriter& json, std::string_view name,
                        const std::vector<ClaimSide>& sides) {
  json.key(name);
  json.begin_array();
  for (const ClaimSide& side : sides) {
    json.begin_object();
    json.member("id", side.key);
    json.member("name", side.name);
    json.member_or_null("country", side.country);
    json.end_object();
  }
  json.end_array();
}

inline void write_day(JsonWriter& json, std::string_view name, const std::optional<Day>& day) {
  json.member_or_null(name, day ? iso_day(*day) : "");
}

// {"start": "2026-03-02", "end": "2026-03-08"}: the days between which it lies.
inline void write_range(JsonWriter& json, std::string_view name,
                        const std::optional<DayRange>& days) {
  json.key(name);
  if (!days) return json.null();
  json.begin_object();
  json.member("start", iso_day(days->start));
  json.member("end", iso_day(days->end));
  json.end_object();
}

}  // namespace verbale
