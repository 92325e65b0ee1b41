// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "learning/neural_simd.h"

namespace verbale {

// One direction of one SRU layer over one sentence, from exact sums to floats (what the equations
// are stands in train/neural_recurrence.h). Pointers stand at the direction's first column in the
// sentence's first row; a sum is worth row_scales[row] * column_scales[column].
struct CellPass {
  std::size_t hidden = 0;  // At most 1024.
  std::size_t rows = 0;
  bool backwards = false;
  std::size_t sums_by_row = 0;
  std::size_t state_by_row = 0;
  const std::int32_t* sums = nullptr;  // candidate, forget, reset: `hidden` columns each.
  const float* row_scales = nullptr;
  const float* column_scales = nullptr;
  const float* input = nullptr;
  const float* forget_state = nullptr;
  const float* reset_state = nullptr;
  const float* forget_bias = nullptr;
  const float* reset_bias = nullptr;
  float* out = nullptr;
};
void run_cells(const CellPass& pass, SimdLevel level);

// Adds `count` rows of a table of whole numbers, each with its scale, to `to` in order.
struct RowSum {
  const std::int8_t* values = nullptr;
  const float* scales = nullptr;
  std::size_t width = 0;
  const std::uint32_t* rows = nullptr;
  std::size_t count = 0;
  float* to = nullptr;
};
void add_table_rows(const RowSum& sum, SimdLevel level);

// out[row, column] = sum * row scale * column scale + bias[column], for the first `columns` of the
// `sums_by_row` columns; the first `positive` columns are cut off below zero.
struct Unfold {
  const std::int32_t* sums = nullptr;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t sums_by_row = 0;
  const float* row_scales = nullptr;
  const float* column_scales = nullptr;
  const float* bias = nullptr;
  std::size_t positive = 0;
  float* out = nullptr;  // `columns` apart.
};
void unfold(const Unfold& what, SimdLevel level);

}  // namespace verbale
