// SPDX-License-Identifier: Apache-2.0
#include "learning/perceptron_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "core/check.h"
#include "learning/feature_hash.h"

namespace verbale {
namespace {

// So large a share of the weights that are not zero keeps its size; larger ones are cut off. The
// few large ones matter most: cutting one in two thousand cost half a point of LAS.
constexpr double kWeightsKept = 0.99999;
constexpr double kWeightMax = 127.0;

// What to multiply weights with before they are rounded to a byte.
double scale_of(const std::vector<float>& weights) {
  std::vector<float> sizes;
  for (float weight : weights) {
    if (weight != 0) sizes.push_back(std::fabs(weight));
  }
  if (sizes.empty()) return 1.0;
  const auto nth =
      static_cast<std::ptrdiff_t>(kWeightsKept * static_cast<double>(sizes.size() - 1));
  std::nth_element(sizes.begin(), sizes.begin() + nth, sizes.end());
  return kWeightMax / static_cast<double>(sizes[static_cast<std::size_t>(nth)]);
}

}  // namespace

std::uint64_t SeededOrder::next() {
  state_ += 0x9E3779B97F4A7C15u;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

void SeededOrder::shuffle(std::span<std::uint32_t> items) {
  for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[next() % i]);
}

std::vector<std::uint64_t> frequent_features(std::vector<std::uint64_t>& met,
                                             std::size_t count_min) {
  std::sort(met.begin(), met.end());
  std::vector<std::pair<std::uint32_t, std::uint64_t>> counted;
  for (std::size_t i = 0; i < met.size();) {
    std::size_t end = i;
    while (end < met.size() && met[end] == met[i]) ++end;
    if (end - i >= count_min) counted.emplace_back(static_cast<std::uint32_t>(end - i), met[i]);
    i = end;
  }
  std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::uint64_t> frequent;
  frequent.reserve(counted.size());
  for (const auto& [count, hash] : counted) frequent.push_back(hash);
  return frequent;
}

PerceptronTrainer::PerceptronTrainer(std::span<const std::uint64_t> frequent, std::size_t rows,
                                     std::size_t lanes)
    : marks_store_(FeatureMarks::place(frequent, rows)),
      marks_(marks_store_),
      lanes_(lanes),
      weights_(rows * lanes, 0.0f),
      late_(rows * lanes, 0.0f) {
  VERBALE_CHECK(lanes % 16 == 0 && lanes <= FeatureTable::kLanesMax);
}

template <std::size_t kLanes>
void PerceptronTrainer::add_rows(std::span<const std::uint64_t> features, float* scores) const {
  std::array<float, kLanes> sums{};
  for (std::uint64_t hash : features) {
    const std::uint32_t row = marks_.row_of(hash);
    if (row == FeatureMarks::kNoRow) continue;
    const float* weights = weights_.data() + std::size_t{row} * kLanes;
    for (std::size_t i = 0; i < kLanes; ++i) sums[i] += weights[i];
  }
  std::copy(sums.begin(), sums.end(), scores);
}

void PerceptronTrainer::score(std::span<const std::uint64_t> features,
                              std::span<float> scores) const {
  VERBALE_CHECK(scores.size() == lanes_);
  switch (lanes_) {
    case 16:
      return add_rows<16>(features, scores.data());
    case 32:
      return add_rows<32>(features, scores.data());
    case 48:
      return add_rows<48>(features, scores.data());
    case 64:
      return add_rows<64>(features, scores.data());
    default:
      return;
  }
}

void PerceptronTrainer::update(std::span<const std::uint64_t> features, std::size_t lane,
                               float step) {
  const auto late = static_cast<float>(static_cast<double>(step) * ticks_ / 1e4);
  for (std::uint64_t hash : features) {
    const std::uint32_t row = marks_.row_of(hash);
    if (row == FeatureMarks::kNoRow) continue;
    weights_[std::size_t{row} * lanes_ + lane] += step;
    late_[std::size_t{row} * lanes_ + lane] += late;
  }
}

void PerceptronTrainer::write(ModelWriter& writer, std::string_view name) const {
  std::vector<float> average(weights_.size());
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    average[i] = static_cast<float>(static_cast<double>(weights_[i]) -
                                    static_cast<double>(late_[i]) * 1e4 / ticks_);
  }
  const double scale = scale_of(average);
  std::vector<std::int8_t> rounded(average.size());
  for (std::size_t i = 0; i < average.size(); ++i) {
    const double value = std::round(static_cast<double>(average[i]) * scale);
    rounded[i] = static_cast<std::int8_t>(std::clamp(value, -kWeightMax, kWeightMax));
  }
  writer.add_array(std::string(name) + ".probe", std::vector<std::uint64_t>{kFeatureProbe});
  writer.add_array(std::string(name) + ".marks", marks_store_);
  writer.add_array(std::string(name) + ".weights", rounded);
}

}  // namespace verbale
