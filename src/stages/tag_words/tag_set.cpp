// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_words/tag_set.h"

#include "document/xpos.h"

namespace verbale {

TagSet TagSet::from_numbers(std::span<const std::uint8_t> numbers) {
  TagSet set;
  for (std::size_t i = 0; i + 3 <= numbers.size() && set.size() < kPairsMax; i += 3) {
    const bool has_lane = numbers[i + 2] >= kUposCount && numbers[i + 2] < kLanes;
    const bool is_known = numbers[i] < kUposCount && numbers[i + 1] < xpos_count();
    if (!is_known || (!has_lane && numbers[i + 2] != kNoLane)) continue;
    set.pairs_.push_back({{static_cast<Upos>(numbers[i]), numbers[i + 1]}, numbers[i + 2]});
  }
  return set;
}

TagSet TagSet::from_pairs(std::span<const TagPair> pairs) {
  std::vector<std::uint8_t> lanes(xpos_count(), kNoLane);
  std::size_t next = kUposCount;
  TagSet set;
  for (const TagPair& pair : pairs) {
    if (set.size() == kPairsMax) break;
    if (lanes[pair.xpos] == kNoLane && next < kLanes) {
      lanes[pair.xpos] = static_cast<std::uint8_t>(next++);
    }
    set.pairs_.push_back({pair, lanes[pair.xpos]});
  }
  return set;
}

std::vector<std::uint8_t> TagSet::numbers() const {
  std::vector<std::uint8_t> numbers;
  for (const Pair& pair : pairs_) {
    numbers.push_back(static_cast<std::uint8_t>(pair.tags.upos));
    numbers.push_back(pair.tags.xpos);
    numbers.push_back(pair.lane);
  }
  return numbers;
}

std::size_t TagSet::find(TagPair pair) const {
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    if (pairs_[i].tags == pair) return i;
  }
  return pairs_.size();
}

}  // namespace verbale
