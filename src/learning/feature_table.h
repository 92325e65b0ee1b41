// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "learning/model_file.h"

namespace verbale {

// Which row of weights belongs to a feature, told by its hash. Rows stand in buckets of sixteen;
// a bucket holds a 16-bit mark of each feature in it, so that a feature never seen in training is
// (but for one in some thousands) known as such without touching any weights.
class FeatureMarks {
 public:
  static constexpr std::size_t kBucket = 16;
  static constexpr std::uint32_t kNoRow = std::numeric_limits<std::uint32_t>::max();

  FeatureMarks() = default;
  // REQUIRES: a multiple of kBucket marks. 0 marks a free row.
  explicit FeatureMarks(std::span<const std::uint16_t> marks);

  std::size_t rows() const { return marks_.size(); }
  std::uint32_t row_of(std::uint64_t hash) const;
  void prefetch(std::uint64_t hash) const {
    __builtin_prefetch(marks_.data() + bucket_of(hash) * kBucket);
  }

  // The marks of at most `rows` features (a multiple of kBucket): those first in `by_worth` that
  // find room in their bucket.
  static std::vector<std::uint16_t> place(std::span<const std::uint64_t> by_worth,
                                          std::size_t rows);

 private:
  static std::uint16_t mark_of(std::uint64_t hash) {
    const auto mark = static_cast<std::uint16_t>(hash);
    return mark == 0 ? std::uint16_t{1} : mark;
  }
  std::size_t bucket_of(std::uint64_t hash) const {
    return static_cast<std::size_t>(((hash >> 32) * buckets_) >> 32);
  }

  std::span<const std::uint16_t> marks_;
  std::uint64_t buckets_ = 0;
};

// A linear model over hashed features: a row of small whole weights for each feature kept, a lane
// for each answer. Sums of whole numbers come out the same on every machine.
class FeatureTable {
 public:
  // Lanes come in sixteens.
  static constexpr std::size_t kLanesMax = 64;
  // So many features a sum can never overflow.
  static constexpr std::size_t kFeaturesMax = 256;

  FeatureTable() = default;
  // Reads sections `name`.marks, `name`.weights and `name`.probe.
  static Result<FeatureTable> load(const ModelFile& file, std::string_view name);

  std::size_t lanes() const { return lanes_; }
  // scores[i] = sum of lane i over the features that have a row. REQUIRES: scores.size() ==
  // lanes(), features.size() <= kFeaturesMax.
  void score(std::span<const std::uint64_t> features, std::span<std::int16_t> scores) const;

 private:
  template <std::size_t kLanes>
  void add_rows(std::span<const std::uint32_t> rows, std::int16_t* scores) const;

  FeatureMarks marks_;
  std::span<const std::int8_t> weights_;
  std::size_t lanes_ = 0;
};

}  // namespace verbale
