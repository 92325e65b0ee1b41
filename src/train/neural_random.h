// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace verbale {

// A small stream of random bits (splitmix64), the same on every machine for the same seed.
class NeuralRandom {
 public:
  explicit NeuralRandom(std::uint64_t seed) : state_(seed) {}
  // A stream of its own for each pair of numbers, so that threads need not share one.
  NeuralRandom(std::uint64_t seed, std::uint64_t first, std::uint64_t second)
      : state_(mix(mix(mix(seed) ^ first) + second)) {}

  std::uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15U); }
  // 0 ≤ x < 1.
  float uniform() { return static_cast<float>(next() >> 40) * 0x1p-24F; }
  // 0 ≤ x < bound; bound > 0. The bias is below 2^-32 for the sizes used here.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }

 private:
  static std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
  }
  std::uint64_t state_;
};

}  // namespace verbale
