// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace verbale {

// A map from hashes to small numbers, read in place: open addressing over a power of two of
// slots, the upper 48 bits of the hash and the number in each. Two hashes that agree in those
// bits are taken for one.
class HashValues {
 public:
  HashValues() = default;
  // An empty span, or one that build() made; anything else is searched safely, in vain.
  explicit HashValues(std::span<const std::uint64_t> slots) : slots_(slots) {
    if ((slots_.size() & (slots_.size() - 1)) != 0) slots_ = {};
  }

  std::optional<std::uint16_t> find(std::uint64_t hash) const {
    if (slots_.empty()) return std::nullopt;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t step = 0; step <= mask; ++step) {
      const std::uint64_t slot = slots_[((hash >> 16) + step) & mask];
      if (slot == 0) return std::nullopt;
      if ((slot & kKeyBits) == key_of(hash)) return static_cast<std::uint16_t>(slot);
    }
    return std::nullopt;
  }

  // At most half of the slots are taken.
  static std::vector<std::uint64_t> build(const std::map<std::uint64_t, std::uint16_t>& values) {
    std::size_t size = 16;
    while (size < 2 * values.size()) size *= 2;
    std::vector<std::uint64_t> slots(size, 0);
    for (const auto& [hash, value] : values) {
      std::size_t at = (hash >> 16) & (size - 1);
      while (slots[at] != 0) at = (at + 1) & (size - 1);
      slots[at] = key_of(hash) | value;
    }
    return slots;
  }

 private:
  static constexpr std::uint64_t kKeyBits = ~std::uint64_t{0xFFFF};
  static std::uint64_t key_of(std::uint64_t hash) {
    const std::uint64_t key = hash & kKeyBits;
    return key == 0 ? std::uint64_t{0x10000} : key;
  }

  std::span<const std::uint64_t> slots_;
};

}  // namespace verbale
