// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "lexicon/date_words.h"

namespace verbale {

// What time expressions are read from: a run of letters, a number, a sign. Finer than tokens, and
// the same whatever the tokens are: "mid-March" is three atoms, "3rd" two, "2025-04-02" one.
struct DateAtom {
  enum class Form : std::uint8_t { kWord, kNumber, kSign, kNumericDate, kClockTime };
  ByteSpan span;
  Form form = Form::kSign;
  bool is_glued = false;    // No white space before it.
  bool is_capital = false;  // A word whose first letter is upper case.
  std::uint8_t digits = 0;  // Of a number.
  std::int32_t value = 0;   // Of a number; of a date see pack_numeric_date(); of a time, minutes.
  const DateWords::Word* word = nullptr;  // Null when no time expression uses it.
};

// The three numbers of "2/4/2025"; year_first for "2025-04-02".
struct NumericDate {
  bool year_first = false;
  int first = 0;
  int second = 0;
  int year = 0;
};
std::int32_t pack_numeric_date(const NumericDate& date);
NumericDate unpack_numeric_date(std::int32_t value);

// The atoms of a sentence; spans are of the whole text. `atoms` is overwritten: it is reused from
// sentence to sentence. False when no atom of them can start or be a time expression.
bool cut_date_atoms(std::string_view text, ByteSpan sentence, const DateWords& words,
                    std::vector<DateAtom>& atoms);

// One reading of the atoms from some atom on.
struct DateReading {
  DateClass kind = DateClass::kMonth;
  bool is_weak = false;
  std::int32_t value = 0;
  std::uint32_t end = 0;  // The atom after its last.
};

// The readings of every atom of a sentence.
struct DateReadings {
  std::vector<DateReading> all;
  std::vector<std::uint32_t> first;  // Of atom a: all[first[a]] … all[first[a + 1]].

  std::span<const DateReading> at(std::size_t atom) const {
    return {all.data() + first[atom], all.data() + first[atom + 1]};
  }
  // The reading of that class that ends before `end`, or null; looks a few atoms back.
  const DateReading* ending_at(std::uint32_t end, DateClass kind) const;
};

void read_atoms(std::string_view text, const std::vector<DateAtom>& atoms, DateReadings& readings);

}  // namespace verbale
