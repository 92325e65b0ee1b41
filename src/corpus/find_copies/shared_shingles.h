// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "corpus/find_copies/text_sketch.h"

namespace verbale {

// Two texts, by their place in a list; first < second.
struct TextPair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  auto operator<=>(const TextPair&) const = default;
};

// Pairs that share at least two sampled shingles, in order. Of the many holders of one shingle each
// is paired with the first few of the list and with those just before it: enough to bind copies
// together, and the work stays in proportion to the texts.
std::vector<TextPair> pairs_with_shared_shingles(const std::vector<TextSketch>& sketches);

// Takes shingles out of all sketches whose holders mostly share little else: notices of rights,
// invitations to subscribe, a quotation that everybody carries. `pairs` as found above.
void drop_furniture(const std::vector<TextPair>& pairs, std::vector<TextSketch>& sketches);

}  // namespace verbale
