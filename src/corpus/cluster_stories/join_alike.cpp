// SPDX-License-Identifier: Apache-2.0
#include "corpus/cluster_stories/join_alike.h"

#include <algorithm>
#include <map>
#include <queue>

namespace verbale {
namespace {

struct Offer {
  double value;
  std::uint32_t first, second;
  std::uint32_t first_version, second_version;  // Of the sets when it was made.
};

struct IsWorse {
  bool operator()(const Offer& a, const Offer& b) const {
    if (a.value != b.value) return a.value < b.value;
    return a.first != b.first ? a.first > b.first : a.second > b.second;
  }
};

class Joining {
 public:
  Joining(std::uint32_t count, const std::vector<Likeness>& pairs, double least)
      : least_(least), sums_(count), sizes_(count, 1), versions_(count, 0), sets_(count) {
    for (std::uint32_t i = 0; i < count; ++i) sets_[i] = i;
    for (const Likeness& pair : pairs) {
      sums_[pair.first][pair.second] = sums_[pair.second][pair.first] = pair.value;
      offer(pair.first, pair.second);
    }
  }

  std::vector<std::uint32_t> run() {
    while (!offers_.empty()) {
      const Offer best = offers_.top();
      offers_.pop();
      if (versions_[best.first] == best.first_version &&
          versions_[best.second] == best.second_version) {
        join(best.first, best.second);
      }
    }
    for (std::uint32_t& set : sets_) {
      while (sets_[set] != set) set = sets_[set];
    }
    return sets_;
  }

 private:
  void offer(std::uint32_t a, std::uint32_t b) {
    const double size = static_cast<double>(sizes_[a]) * static_cast<double>(sizes_[b]);
    const double mean = sums_[a].at(b) / size;
    if (mean < least_) return;
    const std::uint32_t first = std::min(a, b), second = std::max(a, b);
    offers_.push({mean, first, second, versions_[first], versions_[second]});
  }

  // The set of `into`, the smaller, takes in that of `from`.
  void join(std::uint32_t into, std::uint32_t from) {
    sets_[from] = into;
    sizes_[into] += sizes_[from];
    ++versions_[into];
    ++versions_[from];
    sums_[into].erase(from);
    for (const auto& [other, sum] : sums_[from]) {
      sums_[other].erase(from);
      if (other == into) continue;
      sums_[into][other] += sum;
      sums_[other][into] = sums_[into][other];
    }
    sums_[from].clear();
    for (const auto& [other, sum] : sums_[into]) offer(into, other);
  }

  double least_;
  std::vector<std::map<std::uint32_t, double>> sums_;  // Of likeness, over all pairs of nodes.
  std::vector<std::size_t> sizes_;
  std::vector<std::uint32_t> versions_;
  std::vector<std::uint32_t> sets_;
  std::priority_queue<Offer, std::vector<Offer>, IsWorse> offers_;
};

}  // namespace

std::vector<std::uint32_t> join_alike(std::uint32_t count, const std::vector<Likeness>& pairs,
                                      double least) {
  return Joining(count, pairs, least).run();
}

}  // namespace verbale
