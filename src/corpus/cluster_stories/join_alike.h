// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace verbale {

struct Likeness {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  double value = 0;
};

// Joins `count` nodes from the most alike on, as long as the mean likeness between all nodes of one
// set and all of the other is at least `least`; pairs that are not listed are not alike at all.
// Answers the set of each node: its smallest member.
std::vector<std::uint32_t> join_alike(std::uint32_t count, const std::vector<Likeness>& pairs,
                                      double least);

}  // namespace verbale
