// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>

namespace verbale {

// e^x to about 1e-4 of its value; x is held to -80..80. Only additions and multiplications in a
// fixed order, so every machine yields the same bits (the C library's exp does not promise that).
inline float fast_exp(float x) {
  x = x < -80.0F ? -80.0F : x;
  x = x > 80.0F ? 80.0F : x;
  const float y = x * 1.44269504F;
  // Adding and taking away 1.5 * 2^23 rounds to the nearest integer.
  const float whole = (y + 12582912.0F) - 12582912.0F;
  const float part = y - whole;
  const float power =
      1.0F +
      part * (0.69314718F + part * (0.24022651F + part * (0.05550411F + part * 0.00961813F)));
  const auto exponent = static_cast<std::uint32_t>(static_cast<std::int32_t>(whole) + 127) << 23;
  return power * std::bit_cast<float>(exponent);
}

inline float fast_sigmoid(float x) {
  return 1.0F / (1.0F + fast_exp(-x));
}

}  // namespace verbale
