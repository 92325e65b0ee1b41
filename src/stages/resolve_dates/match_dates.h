// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/date_words.h"
#include "stages/resolve_dates/date_atoms.h"

namespace verbale {

// A word of a class within a match.
struct DateCapture {
  DateClass kind = DateClass::kMonth;
  std::int32_t value = 0;
};

// A time expression: atoms [begin, end) of a sentence, and the words of classes that it holds, in
// order.
struct DateMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const DatePattern* pattern = nullptr;
  std::vector<DateCapture> captures;

  // The value of the n-th capture of that class.
  std::optional<int> value(DateClass kind, int nth = 0) const {
    for (const DateCapture& capture : captures) {
      if (capture.kind == kind && nth-- == 0) return capture.value;
    }
    return std::nullopt;
  }
  bool has(DateClass kind) const { return value(kind).has_value(); }
};

// The time expressions of a sentence, left to right, the longest first; they do not overlap.
// Patterns that mean "none" hide what they cover and are left out.
std::vector<DateMatch> match_dates(const std::vector<DateAtom>& atoms, const DateReadings& readings,
                                   const DateWords& words);

}  // namespace verbale
