// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace verbale {

// A feature of a linear model is known by its hash only: of the number of its template and the
// values in it, each a hash or a small number. The same on every machine.
constexpr std::uint64_t mix_feature(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t a) {
  // Kinds and many values are small numbers: unless each is spread out on its own, 1 and 2 would be
  // taken for 2 and 1.
  return mix_feature(mix_feature(kind + 1, 0x2545F4914F6CDD1Du), a * 0xD6E8FEB86659FD93u + kind);
}
constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t a, std::uint64_t b) {
  return feature(kind, mix_feature(mix_feature(0x5851F42Du, a), b));
}
constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t a, std::uint64_t b,
                                std::uint64_t c) {
  return feature(kind, mix_feature(mix_feature(mix_feature(0x5851F42Du, a), b), c));
}
constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t a, std::uint64_t b,
                                std::uint64_t c, std::uint64_t d) {
  return feature(kind, a, b, mix_feature(mix_feature(0x14057B7Eu, c), d));
}

// Models keep this number: should hashing ever change, it changes, and they are refused.
inline constexpr std::uint64_t kFeatureProbe = feature(1, 2, 3, 4);

// The features of one decision. What goes beyond its room is dropped.
class FeatureList {
 public:
  void clear() { size_ = 0; }
  void add(std::uint64_t hash) {
    if (size_ < hashes_.size()) hashes_[size_++] = hash;
  }
  std::span<const std::uint64_t> all() const { return {hashes_.data(), size_}; }

 private:
  std::array<std::uint64_t, 128> hashes_;
  std::size_t size_ = 0;
};

}  // namespace verbale
