// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/ontology.h"
#include "lexicon/vocabulary.h"

namespace verbale {

enum class MagnitudeField : std::uint8_t { kKilled, kInjured, kArrested, kParticipants };

struct NumberWord {
  enum class Kind : std::uint8_t { kNumber, kScale, kVague };
  double low = 0;
  double high = 0;
  Kind kind = Kind::kNumber;
};

// Words that tell how large an event was. Read-only after loading.
struct MagnitudeWords {
  struct Sign {
    MagnitudeField field = MagnitudeField::kKilled;
    std::uint32_t acts = 0;  // Bit set of PloverType.
  };
  std::unordered_map<WordId, NumberWord> numbers;
  std::unordered_map<WordId, Sign> signs;
  std::unordered_map<WordId, std::string_view> currencies;  // ISO 4217.
  // Before a number: "at least" names its lower end, "up to" its upper; between two numbers "to"
  // joins a range by itself, "and" only after "between".
  std::vector<Term> lower, upper, range_openers, range_joins;
};

MagnitudeWords load_magnitude_words(DataFiles& files, Vocabulary& vocabulary);

}  // namespace verbale
