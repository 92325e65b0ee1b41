// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace verbale {

// The tree with the highest sum of scores in which just one token hangs on the root
// (Chu-Liu-Edmonds). `scores` holds a row for each of `count` tokens: column 0 says how well the
// root is its head, column h how well token h (counted from 1). The answer uses the same numbers.
// Where each token's best head already makes such a tree, that is the answer. Among equals the
// first head wins. Quadratic but for rings within rings within rings.
void decode_tree(std::span<const float> scores, std::size_t count, std::span<std::uint32_t> heads);

// Whether `heads` (0: root) form one tree with one root.
bool is_tree(std::span<const std::uint32_t> heads);

// The best sequence of labels, one for each row of `scores` (rows × may_start.size()), where
// label b may follow a only if may_follow[a * labels + b], and may open only if may_start[b].
void decode_sequence(std::span<const float> scores, std::span<const std::uint8_t> may_start,
                     std::span<const std::uint8_t> may_follow, std::span<std::uint8_t> labels);

}  // namespace verbale
