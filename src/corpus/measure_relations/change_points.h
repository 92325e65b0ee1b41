// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace verbale {

// The happenings of one period, as far as change points are concerned.
struct PeriodScores {
  std::size_t count = 0;
  double sum = 0;
};

struct ChangePoint {
  std::size_t at = 0;  // Index of the first period of the new level.
  double before = 0, after = 0;
  double p = 1;
};

// Where the level of a series changes: binary segmentation by the gain in squared error of the
// period sums about their segments' means, weighted by counts; a split stands when at most 5 % of
// shuffles of the periods part the segment as well. Segments hold at least three periods
// with happenings. In the order of time.
std::vector<ChangePoint> find_change_points(const std::vector<PeriodScores>& periods,
                                            std::uint64_t seed);

}  // namespace verbale
