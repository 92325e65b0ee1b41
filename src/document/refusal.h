// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace verbale {

// Why a pattern that a word called up made no event: what `explain` tells of a sentence without one.
struct Refusal {
  // A pattern that fits but whose sides make no event is nearer to one than any that does not fit;
  // an entry that says that this is no act settles the matter.
  static constexpr int kFits = 100;
  static constexpr int kSettled = 200;

  std::uint32_t head = 0;     // The token that called the pattern up.
  std::uint32_t pattern = 0;  // Index into ActLexicon::patterns.
  std::string reason;         // "its object “bread” is none of the words that the pattern asks for"
  int nearness = 0;           // The more, the nearer to an event.
};

// Null where nobody asks.
using Refusals = std::vector<Refusal>*;

// What the cheap pass of the cascade makes of a sentence.
struct Outlook {
  enum class Kind : std::uint8_t {
    kHopeful,    // May hold an event, whatever its tree.
    kNoTrigger,  // No word may name an act.
    kLacksRest,  // Some word may, but what the patterns ask for beside it is not there.
  };
  Kind kind = Kind::kHopeful;
  std::uint32_t token = 0;  // The first word that may name an act; of kNoTrigger: none.
};

}  // namespace verbale
