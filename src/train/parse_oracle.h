// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "stages/parse_sentences/parse_state.h"

namespace verbale {

// The tree a parse should come to, without crossing arcs: a word whose arc crosses another hangs
// on the nearest ancestor whose arc does not.
std::vector<std::int32_t> projective_heads(std::span<const std::int32_t> heads);

// Says of each kind of move how many arcs of the true tree it puts out of reach.
class ParseOracle {
 public:
  // `heads` count from 0, -1 for the root, and must not cross.
  explicit ParseOracle(std::span<const std::int32_t> heads) : heads_(heads) {}

  static constexpr int kForbidden = 1 << 20;
  // The loss of each MoveKind; kForbidden for moves that the state does not allow.
  std::array<int, 4> losses(const ParseState& state) const;

 private:
  std::span<const std::int32_t> heads_;
};

}  // namespace verbale
