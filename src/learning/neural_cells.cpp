// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_cells.h"

#include <algorithm>

#include "learning/neural_activation.h"

namespace verbale {

namespace {

constexpr std::size_t kHiddenMax = 1024;

VERBALE_KERNEL void cell_step(const CellPass& p, std::size_t row, float* __restrict cell) {
  const std::size_t hidden = p.hidden;
  const float scale = p.row_scales[row];
  const std::int32_t* __restrict candidate = p.sums + row * p.sums_by_row;
  const std::int32_t* __restrict forget = candidate + hidden;
  const std::int32_t* __restrict reset = forget + hidden;
  const float* __restrict columns = p.column_scales;
  const float* __restrict input = p.input + row * p.state_by_row;
  float* __restrict out = p.out + row * p.state_by_row;
  for (std::size_t j = 0; j < hidden; ++j) {
    const float past = cell[j];
    const float x = static_cast<float>(candidate[j]) * (scale * columns[j]);
    const float zf = static_cast<float>(forget[j]) * (scale * columns[hidden + j]);
    const float zr = static_cast<float>(reset[j]) * (scale * columns[2 * hidden + j]);
    // Two sigmoids for one division, the slowest step.
    const float forgets = 1.0F + fast_exp(-(zf + p.forget_state[j] * past + p.forget_bias[j]));
    const float resets = 1.0F + fast_exp(-(zr + p.reset_state[j] * past + p.reset_bias[j]));
    const float both = 1.0F / (forgets * resets);
    const float f = resets * both;
    const float r = forgets * both;
    const float c = x + f * (past - x);
    cell[j] = c;
    out[j] = input[j] + r * (c - input[j]);
  }
}

VERBALE_KERNEL void cells(const CellPass& p) {
  alignas(64) float cell[kHiddenMax];
  std::fill(cell, cell + p.hidden, 0.0F);
  for (std::size_t i = 0; i < p.rows; ++i) cell_step(p, p.backwards ? p.rows - 1 - i : i, cell);
}

VERBALE_KERNEL void add_rows(const RowSum& s) {
  for (std::size_t i = 0; i < s.count; ++i) {
    const std::int8_t* __restrict from = s.values + s.rows[i] * s.width;
    const float scale = s.scales[s.rows[i]];
    float* __restrict to = s.to;
    for (std::size_t j = 0; j < s.width; ++j) to[j] += static_cast<float>(from[j]) * scale;
  }
}

VERBALE_KERNEL void unfold_rows(const Unfold& u) {
  for (std::size_t i = 0; i < u.rows; ++i) {
    const std::int32_t* __restrict sums = u.sums + i * u.sums_by_row;
    const float* __restrict columns = u.column_scales;
    const float* __restrict bias = u.bias;
    float* __restrict out = u.out + i * u.columns;
    const float scale = u.row_scales[i];
    for (std::size_t j = 0; j < u.columns; ++j) {
      out[j] = static_cast<float>(sums[j]) * (scale * columns[j]) + bias[j];
    }
    for (std::size_t j = 0; j < u.positive; ++j) out[j] = out[j] > 0.0F ? out[j] : 0.0F;
  }
}

void cells_portable(const CellPass& p) {
  cells(p);
}
VERBALE_AVX2 void cells_avx2(const CellPass& p) {
  cells(p);
}
VERBALE_AVX512 void cells_avx512(const CellPass& p) {
  cells(p);
}
void rows_portable(const RowSum& s) {
  add_rows(s);
}
VERBALE_AVX2 void rows_avx2(const RowSum& s) {
  add_rows(s);
}
VERBALE_AVX512 void rows_avx512(const RowSum& s) {
  add_rows(s);
}
void unfold_portable(const Unfold& u) {
  unfold_rows(u);
}
VERBALE_AVX2 void unfold_avx2(const Unfold& u) {
  unfold_rows(u);
}
VERBALE_AVX512 void unfold_avx512(const Unfold& u) {
  unfold_rows(u);
}

}  // namespace

void run_cells(const CellPass& pass, SimdLevel level) {
  switch (level) {
    case SimdLevel::kPortable:
      return cells_portable(pass);
    case SimdLevel::kAvx2:
      return cells_avx2(pass);
    case SimdLevel::kAvx512:
    case SimdLevel::kAmx:
      return cells_avx512(pass);
  }
}

void add_table_rows(const RowSum& sum, SimdLevel level) {
  switch (level) {
    case SimdLevel::kPortable:
      return rows_portable(sum);
    case SimdLevel::kAvx2:
      return rows_avx2(sum);
    case SimdLevel::kAvx512:
    case SimdLevel::kAmx:
      return rows_avx512(sum);
  }
}

void unfold(const Unfold& what, SimdLevel level) {
  switch (level) {
    case SimdLevel::kPortable:
      return unfold_portable(what);
    case SimdLevel::kAvx2:
      return unfold_avx2(what);
    case SimdLevel::kAvx512:
    case SimdLevel::kAmx:
      return unfold_avx512(what);
  }
}

}  // namespace verbale
