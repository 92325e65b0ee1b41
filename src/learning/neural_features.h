// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace verbale {

// What the network is told of one word, as 64-bit hashes: the word itself (as written; lower case
// with digits made equal), and its parts (shape, prefixes, suffixes, letter triples).
struct WordFeatures {
  static constexpr std::size_t kWordsMax = 2;
  static constexpr std::size_t kPartsMax = 32;

  std::array<std::uint64_t, kWordsMax> word_hashes{};
  std::array<std::uint64_t, kPartsMax> part_hashes{};
  std::uint32_t word_count = 0;
  std::uint32_t part_count = 0;

  std::span<const std::uint64_t> words() const { return {word_hashes.data(), word_count}; }
  std::span<const std::uint64_t> parts() const { return {part_hashes.data(), part_count}; }
};

// Any bytes will do; only the first 64 and last 64 letters of a very long word are looked at.
WordFeatures features_of(std::string_view word);

// Finds the row of a table that belongs to a hash: open addressing over a power of two of slots,
// two words each: the hash's upper half and row + 1 (0: the slot is free). A plain array, so that
// it can be read in place from a mapped model.
class FeatureIndex {
 public:
  static constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

  FeatureIndex() = default;
  // REQUIRES: slots.size() is twice a power of two, and some slot is free.
  explicit FeatureIndex(std::span<const std::uint32_t> slots) : slots_(slots) {}

  std::uint32_t row_of(std::uint64_t hash) const {
    const std::size_t mask = slots_.size() / 2 - 1;
    const auto mark = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
      const std::uint32_t row = slots_[2 * slot + 1];
      if (row == 0) return kNoRow;
      if (slots_[2 * slot] == mark) return row - 1;
    }
  }

  // Slots for hashes whose rows are their places in `hashes`; at most half of the slots are taken.
  static std::vector<std::uint32_t> build(std::span<const std::uint64_t> hashes);
  // Whether `slots` may be searched: sizes fit, a slot is free, each row is below `rows`.
  static bool is_sound(std::span<const std::uint32_t> slots, std::size_t rows);

 private:
  std::span<const std::uint32_t> slots_;
};

}  // namespace verbale
