// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace verbale {

// Numbers that look like chance and are the same on every machine (SplitMix64, Steele et al. 2014).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  // 0 … below - 1. REQUIRES: below > 0. The bias for small `below` is under one in 10^12.
  std::size_t draw(std::size_t below) {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31)) % below);
  }

 private:
  std::uint64_t state_;
};

}  // namespace verbale
