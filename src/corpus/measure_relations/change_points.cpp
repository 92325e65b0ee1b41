// SPDX-License-Identifier: Apache-2.0
#include "corpus/measure_relations/change_points.h"

#include <algorithm>
#include <utility>

#include "corpus/measure_relations/chance.h"

namespace verbale {
namespace {

constexpr std::size_t kShuffles = 999;
constexpr double kSignificance = 0.05;
constexpr std::size_t kPeriodsMin = 3;  // On each side of a change.

struct Split {
  std::size_t at = 0;  // Among the periods with happenings; 0: none.
  double gain = 0;
  double before = 0, after = 0;
};

// The best split of periods[begin, end), all of which have happenings. The gain is
// n1 n2 / (n1 + n2) (mean1 - mean2)^2: what two means explain better than one.
Split best_split(const std::vector<PeriodScores>& periods, std::size_t begin, std::size_t end) {
  double all_count = 0, all_sum = 0;
  for (std::size_t i = begin; i < end; ++i) {
    all_count += static_cast<double>(periods[i].count);
    all_sum += periods[i].sum;
  }
  Split best;
  double count = 0, sum = 0;
  for (std::size_t i = begin; i + kPeriodsMin < end; ++i) {
    count += static_cast<double>(periods[i].count);
    sum += periods[i].sum;
    if (i + 1 < begin + kPeriodsMin) continue;
    const double before = sum / count, after = (all_sum - sum) / (all_count - count);
    const double gain = count * (all_count - count) / all_count * (before - after) *
                        (before - after);
    if (gain > best.gain) best = {i + 1, gain, before, after};
  }
  return best;
}

class ChangeFinder {
 public:
  ChangeFinder(std::vector<PeriodScores> periods, std::uint64_t seed)
      : periods_(std::move(periods)), chance_(seed) {}

  void find(std::size_t begin, std::size_t end, std::vector<ChangePoint>& found) {
    const Split split = best_split(periods_, begin, end);
    if (split.at == 0) return;
    const double p = share_as_good(begin, end, split.gain);
    if (p > kSignificance) return;
    find(begin, split.at, found);
    found.push_back({split.at, split.before, split.after, p});
    find(split.at, end, found);
  }

 private:
  double share_as_good(std::size_t begin, std::size_t end, double gain) {
    std::vector<PeriodScores> shuffled(periods_.begin() + static_cast<std::ptrdiff_t>(begin),
                                       periods_.begin() + static_cast<std::ptrdiff_t>(end));
    std::size_t as_good = 1;  // The series itself counts as one of the shuffles.
    for (std::size_t round = 0; round < kShuffles; ++round) {
      for (std::size_t i = shuffled.size(); i > 1; --i) {
        std::swap(shuffled[i - 1], shuffled[chance_.draw(i)]);
      }
      as_good += best_split(shuffled, 0, shuffled.size()).gain >= gain;
    }
    return static_cast<double>(as_good) / static_cast<double>(kShuffles + 1);
  }

  std::vector<PeriodScores> periods_;
  Chance chance_;
};

}  // namespace

std::vector<ChangePoint> find_change_points(const std::vector<PeriodScores>& periods,
                                            std::uint64_t seed) {
  std::vector<PeriodScores> filled;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (periods[i].count == 0) continue;
    filled.push_back(periods[i]);
    places.push_back(i);
  }
  std::vector<ChangePoint> found;
  ChangeFinder(std::move(filled), seed).find(0, places.size(), found);
  for (ChangePoint& change : found) change.at = places[change.at];
  return found;
}

}  // namespace verbale
