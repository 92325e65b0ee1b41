// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace verbale {

// Why a pattern that a word called up made no event: what `explain` tells of a sentence without one.
struct Refusal {
  std::uint32_t head = 0;     // The token that called the pattern up.
  std::uint32_t pattern = 0;  // Index into ActLexicon::patterns.
  std::string reason;         // "its object is none that the pattern asks for"
};

// Null where nobody asks.
using Refusals = std::vector<Refusal>*;

}  // namespace verbale
