// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_int8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace verbale {
namespace {

// A matrix with its arrays, laid out as Int8Matrix asks, from a rule that fills every corner.
struct Sample {
  Sample(std::size_t inputs, std::size_t outputs)
      : padded(Int8Matrix::padded(outputs)),
        plain(inputs * padded, 0),
        weights(inputs * padded, 0),
        scales(padded, 1.0F),
        sums(padded, 0) {
    std::uint32_t state = 12345;
    for (std::size_t k = 0; k < inputs; ++k) {
      for (std::size_t c = 0; c < outputs; ++c) {
        state = state * 1664525U + 1013904223U;
        const int roll = static_cast<int>(state >> 24);
        // Extremes often: they are what overflows.
        const int value = roll < 60 ? -127 : roll < 120 ? 127 : roll % 255 - 127;
        plain[k * padded + c] = static_cast<std::int8_t>(value);
        weights[c / 16 * 16 * inputs + k / 4 * 64 + c % 16 * 4 + k % 4] = plain[k * padded + c];
        sums[c] += value;
      }
    }
    matrix = {inputs, padded, weights, scales, sums};
  }

  std::size_t padded;
  std::vector<std::int8_t> plain, weights;
  std::vector<float> scales;
  std::vector<std::int32_t> sums;
  Int8Matrix matrix;
};

std::vector<SimdLevel> levels() {
  std::vector<SimdLevel> all{SimdLevel::kPortable};
  if (widest_simd() >= SimdLevel::kAvx2) all.push_back(SimdLevel::kAvx2);
  if (widest_simd() >= SimdLevel::kAvx512) all.push_back(SimdLevel::kAvx512);
  if (widest_simd() >= SimdLevel::kAmx) all.push_back(SimdLevel::kAmx);
  return all;
}

TEST(NeuralInt8, EveryInstructionSetYieldsTheExactProduct) {
  for (const std::size_t count : {1U, 5U, 6U, 13U, 16U, 17U, 32U, 45U}) {
    for (const std::size_t outputs : {7U, 64U, 150U}) {
      const std::size_t inputs = count % 2 == 0 ? 128 : 96 + 32 * (count / 17);
      const Sample sample(inputs, outputs);
      std::vector<std::int8_t> rows(count * inputs);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = i % 3 == 0 ? std::int8_t{-127} : static_cast<std::int8_t>(i * 37 % 255 - 127);
      }
      for (const SimdLevel level : levels()) {
        std::vector<std::int32_t> sums(count * sample.padded, -1);
        std::vector<std::uint8_t> shifted;
        multiply_int8(rows, count, sample.matrix, sums, shifted, level);
        for (std::size_t i = 0; i < count; ++i) {
          for (std::size_t c = 0; c < sample.padded; ++c) {
            int wanted = 0;
            for (std::size_t k = 0; k < inputs; ++k) {
              wanted += rows[i * inputs + k] * sample.plain[k * sample.padded + c];
            }
            ASSERT_EQ(sums[i * sample.padded + c], wanted)
                << "row " << i << " column " << c << " level " << static_cast<int>(level);
          }
        }
      }
    }
  }
}

TEST(NeuralInt8, RoundsRowsAlikeEverywhere) {
  std::vector<float> rows(5 * 48);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i] = static_cast<float>(static_cast<int>(i * 7919 % 2001) - 1000) * 0.013F;
  }
  std::fill(rows.begin() + 48, rows.begin() + 96, 0.0F);  // A row of nothing.
  Int8Rows referee;
  round_rows(rows.data(), 5, 48, 48, referee, SimdLevel::kPortable);
  int largest = 0;
  for (std::size_t i = 0; i < 48; ++i) largest = std::max(largest, std::abs(referee.values[i]));
  EXPECT_EQ(largest, 127);
  EXPECT_EQ(referee.values[50], 0);
  for (const SimdLevel level : levels()) {
    Int8Rows rounded;
    round_rows(rows.data(), 5, 48, 48, rounded, level);
    EXPECT_EQ(rounded.values, referee.values);
    EXPECT_EQ(rounded.scales, referee.scales);
  }
}

}  // namespace
}  // namespace verbale
