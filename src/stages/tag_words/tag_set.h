// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "document/syntax.h"

namespace verbale {

// A part of speech and a Penn tag that go together.
struct TagPair {
  Upos upos = Upos::kX;
  XposId xpos = 0;
  bool operator==(const TagPair&) const = default;
};

// The pairs that a model knows, each by its number. A pair's score is that of its UPOS (lanes 0
// to 16) and that of its Penn tag (the lanes after those).
class TagSet {
 public:
  static constexpr std::size_t kLanes = 64;
  static constexpr std::size_t kPairsMax = 250;
  static constexpr std::uint8_t kNoLane = 0xFF;

  // Three numbers a pair: UPOS, Penn tag, lane of the Penn tag or kNoLane. Numbers that cannot
  // be are left out.
  static TagSet from_numbers(std::span<const std::uint8_t> numbers);
  // The pairs in order of `pairs`; Penn tags that come first get lanes while there are some.
  static TagSet from_pairs(std::span<const TagPair> pairs);
  std::vector<std::uint8_t> numbers() const;

  std::size_t size() const { return pairs_.size(); }
  TagPair pair(std::size_t number) const { return pairs_[number].tags; }
  std::uint8_t lane_of_xpos(std::size_t number) const { return pairs_[number].lane; }
  // size() when the pair is unknown.
  std::size_t find(TagPair pair) const;

  template <typename Score>
  std::size_t best(std::span<const Score> scores) const {
    std::size_t best = 0;
    Score best_score{};
    bool any = false;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const Pair& pair = pairs_[i];
      if (pair.lane == kNoLane) continue;
      const auto score = static_cast<Score>(scores[static_cast<std::size_t>(pair.tags.upos)] +
                                            scores[pair.lane]);
      if (any && score <= best_score) continue;
      any = true;
      best_score = score;
      best = i;
    }
    return best;
  }

 private:
  struct Pair {
    TagPair tags;
    std::uint8_t lane = kNoLane;
  };
  std::vector<Pair> pairs_;
};

}  // namespace verbale
