// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "learning/neural_simd.h"

namespace verbale {

// A matrix somewhere in memory: element (row, column) stands at data[row * by_row + column *
// by_column], so a transposed matrix is the same memory with the steps exchanged.
struct MatrixView {
  const float* data = nullptr;
  std::size_t by_row = 0;
  std::size_t by_column = 1;

  MatrixView transposed() const { return {data, by_column, by_row}; }
};

struct GemmSize {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t depth = 0;
};

// out (rows × columns, `out_by_row` apart) = left (rows × depth) · right (depth × columns), or
// += where `add` is true. Each element is summed in order of depth, one product after the other,
// each added and rounded in one, so the bits depend neither on the instruction set nor on the sizes
// of blocks.
void multiply(const GemmSize& size, MatrixView left, MatrixView right, float* out,
              std::size_t out_by_row, bool add, SimdLevel level = chosen_simd());

}  // namespace verbale
