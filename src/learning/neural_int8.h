// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "learning/neural_simd.h"

namespace verbale {

// A matrix of whole numbers -127..127 with a scale for each column, laid out as the kernels read
// it: blocks of 16 columns; in a block, for each four inputs, 16 columns of four numbers. Columns
// are filled up with zeros to whole blocks. A view; the bytes lie in a mapped model.
struct Int8Matrix {
  static constexpr std::size_t kBlock = 16;

  std::size_t inputs = 0;   // A multiple of four.
  std::size_t outputs = 0;  // As padded: a multiple of 16.
  std::span<const std::int8_t> weights;
  std::span<const float> scales;       // `outputs` of them.
  std::span<const std::int32_t> sums;  // Of each column's weights.

  static std::size_t padded(std::size_t outputs) {
    return (outputs + kBlock - 1) / kBlock * kBlock;
  }
};

// Rows of whole numbers -127..127 with a scale for each row.
struct Int8Rows {
  std::vector<std::int8_t> values;
  std::vector<float> scales;
};

// Rounds each of `count` rows (`width` floats, `by_row` apart) to the 127 steps that its largest
// value spans.
void round_rows(const float* rows, std::size_t count, std::size_t width, std::size_t by_row,
                Int8Rows& out, SimdLevel level);

// sums (count × matrix.outputs) = rows · matrix, exact: the same on every machine.
// `shifted` is memory to work in.
void multiply_int8(std::span<const std::int8_t> rows, std::size_t count, const Int8Matrix& matrix,
                   std::span<std::int32_t> sums, std::vector<std::uint8_t>& shifted,
                   SimdLevel level);

}  // namespace verbale
