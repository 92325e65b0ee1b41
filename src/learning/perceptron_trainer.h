// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "learning/feature_table.h"
#include "learning/model_file.h"

namespace verbale {

// Numbers in a fixed order for a seed, the same on every machine (SplitMix64).
class SeededOrder {
 public:
  explicit SeededOrder(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // A number in [0, 1).
  double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  void shuffle(std::span<std::uint32_t> items);

 private:
  std::uint64_t state_;
};

// The features met in training, most frequent first; those met less than `count_min` times are
// left out. Ties are settled by the hash. Sorts `met` in place.
std::vector<std::uint64_t> frequent_features(std::vector<std::uint64_t>& met,
                                             std::size_t count_min);

// An averaged perceptron over the features that `frequent` lists and `rows` have room for.
class PerceptronTrainer {
 public:
  PerceptronTrainer(std::span<const std::uint64_t> frequent, std::size_t rows, std::size_t lanes);
  PerceptronTrainer(const PerceptronTrainer&) = delete;
  PerceptronTrainer& operator=(const PerceptronTrainer&) = delete;

  // The present sums, one for each lane.
  void score(std::span<const std::uint64_t> features, std::span<float> scores) const;
  // Adds `step` to a lane of each feature.
  void update(std::span<const std::uint64_t> features, std::size_t lane, float step);
  // One more decision was made; the average is taken over them.
  void tick() { ++ticks_; }

  // Averages, scales and rounds the weights, and adds the sections that
  // FeatureTable reads.
  void write(ModelWriter& writer, std::string_view name) const;

 private:
  template <std::size_t kLanes>
  void add_rows(std::span<const std::uint64_t> features, float* scores) const;

  std::vector<std::uint16_t> marks_store_;
  FeatureMarks marks_;
  std::size_t lanes_;
  std::vector<float> weights_;
  std::vector<float> late_;  // Sum over the updates of step times the tick it came at.
  double ticks_ = 1;
};

}  // namespace verbale
