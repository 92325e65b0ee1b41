// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_words/tag_set.h"

#include <algorithm>

#include "document/xpos.h"

namespace verbale {

TagSet::TagSet(std::span<const TagPair> pairs)
    : pairs_(pairs.begin(),
             pairs.begin() + static_cast<std::ptrdiff_t>(std::min(pairs.size(), kPairsMax))) {}

TagSet TagSet::from_numbers(std::span<const std::uint8_t> numbers) {
  std::vector<TagPair> pairs;
  for (std::size_t i = 0; i + 2 <= numbers.size(); i += 2) {
    if (numbers[i] >= kUposCount || numbers[i + 1] >= xpos_count()) continue;
    pairs.push_back({static_cast<Upos>(numbers[i]), numbers[i + 1]});
  }
  return TagSet(pairs);
}

std::vector<std::uint8_t> TagSet::numbers() const {
  std::vector<std::uint8_t> numbers;
  for (const TagPair& pair : pairs_) {
    numbers.push_back(static_cast<std::uint8_t>(pair.upos));
    numbers.push_back(pair.xpos);
  }
  return numbers;
}

std::size_t TagSet::find(TagPair pair) const {
  return static_cast<std::size_t>(std::find(pairs_.begin(), pairs_.end(), pair) - pairs_.begin());
}

}  // namespace verbale
