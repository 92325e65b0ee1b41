// SPDX-License-Identifier: Apache-2.0
#include "train_types/type_learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace verbale {
namespace {

constexpr int kRounds = 30;
constexpr double kFirstRate = 0.03;
constexpr double kRateFall = 0.3;    // The rate of round r is kFirstRate / (1 + kRateFall r).
constexpr double kShrink = 1e-3;     // Of a weight, by each case that has it, times the rate.

}  // namespace

TypeLearner::TypeLearner(std::size_t features, std::size_t types)
    : types_(types), weights_(features * types, 0), odds_(types, 0) {}

void TypeLearner::learn(const std::vector<TypeCase>& cases) {
  // A fixed shuffle: steps that share no factor with the number of cases visit each once.
  const std::size_t count = cases.size();
  if (count == 0) return;
  for (int round = 0; round < kRounds; ++round) {
    const double rate = kFirstRate / (1 + kRateFall * round);
    std::size_t step = 7919 + 2 * static_cast<std::size_t>(round);
    while (std::gcd(step, count) != 1) ++step;
    for (std::size_t i = 0, at = static_cast<std::size_t>(round) % count; i < count; ++i) {
      see(cases[at], rate);
      at = (at + step) % count;
    }
  }
}

void TypeLearner::see(const TypeCase& each, double rate) {
  std::fill(odds_.begin(), odds_.end(), 0);
  for (std::uint32_t feature : each.features) {
    for (std::size_t type = 0; type < types_; ++type) odds_[type] += weight(feature, type);
  }
  const double most = *std::max_element(odds_.begin(), odds_.end());
  double sum = 0;
  for (double& odd : odds_) sum += odd = std::exp(odd - most);
  for (std::uint32_t feature : each.features) {
    for (std::size_t type = 0; type < types_; ++type) {
      double& value = weights_[feature * types_ + type];
      const double wanted = type == each.type ? 1 : 0;
      value += rate * (wanted - odds_[type] / sum) - rate * kShrink * value;
    }
  }
}

}  // namespace verbale
