// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace verbale {

struct JsonMember;

// One JSON value with all that is in it; owns its text.
struct JsonValue {
  enum class Kind : std::uint8_t { kNull, kBoolean, kNumber, kString, kArray, kObject };
  Kind kind = Kind::kNull;
  bool boolean = false;
  double number = 0;
  std::optional<std::int64_t> integer;  // Only of a number without fraction that fits.
  std::string string;
  std::vector<JsonValue> items;     // Of an array.
  std::vector<JsonMember> members;  // Of an object, in the order written.

  bool is(Kind wanted) const { return kind == wanted; }
  // The member of that name, or null; null too when this is no object. The first of several.
  const JsonValue* find(std::string_view name) const;
  // The text of the member of that name; empty when there is none or it is no string.
  std::string_view text_of(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

// Reads one JSON value (RFC 8259), nested at most 1,000 deep. An error says what is wrong and how
// to mend it; its `where` is empty.
Result<JsonValue> parse_json(std::string_view text);

}  // namespace verbale
