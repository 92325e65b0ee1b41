// SPDX-License-Identifier: Apache-2.0
#include "train/parse_oracle.h"

#include <algorithm>

namespace verbale {
namespace {

bool crosses(std::span<const std::int32_t> heads, std::int32_t word) {
  const std::int32_t head = heads[static_cast<std::size_t>(word)];
  if (head < 0) return false;
  const auto [low, high] = std::minmax(word, head);
  for (std::int32_t other = low + 1; other < high; ++other) {
    // Every word between must hang below the head.
    std::int32_t above = other;
    std::size_t steps = 0;
    while (above >= 0 && above != head && steps++ < heads.size()) {
      above = heads[static_cast<std::size_t>(above)];
    }
    if (above != head) return true;
  }
  return false;
}

}  // namespace

std::vector<std::int32_t> projective_heads(std::span<const std::int32_t> heads) {
  std::vector<std::int32_t> lifted(heads.begin(), heads.end());
  while (true) {
    std::int32_t worst = -1;
    std::int32_t width = 0;
    for (std::int32_t word = 0; word < static_cast<std::int32_t>(lifted.size()); ++word) {
      if (!crosses(lifted, word)) continue;
      const std::int32_t size = std::abs(word - lifted[static_cast<std::size_t>(word)]);
      if (worst == -1 || size < width) {
        worst = word;
        width = size;
      }
    }
    if (worst == -1) return lifted;
    const std::int32_t head = lifted[static_cast<std::size_t>(worst)];
    const std::int32_t above = lifted[static_cast<std::size_t>(head)];
    if (above < 0) return lifted;  // Hangs on the root and still crosses: no tree at all.
    lifted[static_cast<std::size_t>(worst)] = above;
  }
}

std::array<int, 4> ParseOracle::losses(const ParseState& state) const {
  std::array<int, 4> losses;
  losses.fill(kForbidden);
  const std::int32_t top = state.stack(0);
  const std::int32_t front = state.buffer(0);
  const auto gold = [&](std::int32_t word) { return heads_[static_cast<std::size_t>(word)]; };

  int children_of_front_in_stack = 0;
  int head_of_front_in_stack = 0;
  for (std::size_t depth = 0; depth < state.stack_size(); ++depth) {
    const std::int32_t word = state.stack(depth);
    if (gold(word) == front && state.head(word) == ParseState::kNone) ++children_of_front_in_stack;
    if (gold(front) == word) head_of_front_in_stack = 1;
  }
  if (state.allows(MoveKind::kShift)) {
    losses[0] = children_of_front_in_stack + head_of_front_in_stack;
  }
  if (top == ParseState::kNone) return losses;

  int children_of_top_ahead = 0;
  for (std::int32_t ahead = 0;; ++ahead) {
    const std::int32_t word = state.buffer(ahead);
    if (word == ParseState::kNone) break;
    if (gold(word) == top) ++children_of_top_ahead;
  }
  if (state.allows(MoveKind::kReduce)) losses[1] = children_of_top_ahead;
  if (state.allows(MoveKind::kLeft)) {
    // The root's head comes after all words, so to speak.
    const bool head_is_later =
        gold(top) < 0 || (gold(top) != front && state.in_buffer(gold(top)));
    losses[2] = children_of_top_ahead + (head_is_later ? 1 : 0);
  }
  const bool is_child_of_top = gold(front) == top;
  const bool head_is_elsewhere =
      !is_child_of_top &&
      (gold(front) < 0 || head_of_front_in_stack == 1 || state.in_buffer(gold(front)));
  losses[3] = children_of_front_in_stack + (head_is_elsewhere ? 1 : 0);
  return losses;
}

}  // namespace verbale
