// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_gemm.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace verbale {

namespace {

// One register of floats, and how many rows of a panel's sums the registers hold at once.
struct Wide {
  typedef float Lanes __attribute__((vector_size(64), aligned(4), may_alias));
  static constexpr std::size_t kTileRows = 8;
};
struct Middle {
  typedef float Lanes __attribute__((vector_size(32), aligned(4), may_alias));
  static constexpr std::size_t kTileRows = 2;
};
struct Narrow {
  typedef float Lanes __attribute__((vector_size(16), aligned(4), may_alias));
  static constexpr std::size_t kTileRows = 1;
};
constexpr std::size_t kPanelColumns = 48;

// sum += factor · right, rounded once: a processor that fuses the two takes half the time, and one
// that does not must still answer the same.
template <typename Lanes>
VERBALE_KERNEL void add_product(Lanes& sum, const Lanes& factor, const Lanes& right) {
#if defined(__x86_64__)
  if constexpr (sizeof(Lanes) > 16) {
    asm("vfmadd231ps %2, %1, %0" : "+v"(sum) : "v"(factor), "v"(right));
    return;
  }
#endif
  for (std::size_t i = 0; i < sizeof(Lanes) / sizeof(float); ++i) {
    sum[i] = __builtin_fmaf(factor[i], right[i], sum[i]);
  }
}

template <typename Lanes>
VERBALE_KERNEL void set_lanes(Lanes& lanes, float value) {
  for (std::size_t i = 0; i < sizeof(Lanes) / sizeof(float); ++i) lanes[i] = value;
}

struct Tile {
  MatrixView left;
  std::size_t depth = 0;
  const float* panel = nullptr;  // depth × kPanelColumns
  float* out = nullptr;
  std::size_t out_by_row = 0;
  std::size_t columns = 0;  // At most kPanelColumns.
  bool add = false;
};

template <typename Width, std::size_t kRows>
VERBALE_KERNEL void multiply_tile(const Tile& tile) {
  using Lanes = typename Width::Lanes;
  constexpr std::size_t kLanes = sizeof(Lanes) / sizeof(float);
  constexpr std::size_t kPanelVectors = kPanelColumns / kLanes;
  Lanes sums[kRows][kPanelVectors];
  float edge[kRows][kPanelColumns];
  const bool whole = tile.columns == kPanelColumns;
  if (tile.add && !whole) {
    for (std::size_t r = 0; r < kRows; ++r) {
      std::memcpy(edge[r], tile.out + r * tile.out_by_row, tile.columns * sizeof(float));
      std::memset(edge[r] + tile.columns, 0, (kPanelColumns - tile.columns) * sizeof(float));
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r) {
#pragma GCC unroll 12
    for (std::size_t v = 0; v < kPanelVectors; ++v) {
      const float* from = whole ? tile.out + r * tile.out_by_row : edge[r];
      sums[r][v] = tile.add ? *reinterpret_cast<const Lanes*>(from + v * kLanes) : Lanes{};
    }
  }
  const float* panel = tile.panel;
  const float* left = tile.left.data;
  for (std::size_t k = 0; k < tile.depth; ++k) {
    Lanes right[kPanelVectors];
#pragma GCC unroll 12
    for (std::size_t v = 0; v < kPanelVectors; ++v) {
      right[v] = *reinterpret_cast<const Lanes*>(panel + v * kLanes);
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < kRows; ++r) {
      Lanes factor;
      set_lanes(factor, left[r * tile.left.by_row]);
#pragma GCC unroll 12
      for (std::size_t v = 0; v < kPanelVectors; ++v) add_product(sums[r][v], factor, right[v]);
    }
    panel += kPanelColumns;
    left += tile.left.by_column;
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r) {
    float* to = whole ? tile.out + r * tile.out_by_row : edge[r];
#pragma GCC unroll 12
    for (std::size_t v = 0; v < kPanelVectors; ++v) {
      *reinterpret_cast<Lanes*>(to + v * kLanes) = sums[r][v];
    }
    if (!whole) {
      std::memcpy(tile.out + r * tile.out_by_row, edge[r], tile.columns * sizeof(float));
    }
  }
}

template <typename Width>
VERBALE_KERNEL void multiply_panel(Tile tile, std::size_t rows) {
  std::size_t row = 0;
  const auto advance = [&tile, &row](std::size_t by) {
    tile.left.data += by * tile.left.by_row;
    tile.out += by * tile.out_by_row;
    row += by;
  };
  while (row + Width::kTileRows <= rows) {
    multiply_tile<Width, Width::kTileRows>(tile);
    advance(Width::kTileRows);
  }
  while (row < rows) {
    multiply_tile<Width, 1>(tile);
    advance(1);
  }
}

void multiply_panel_portable(const Tile& tile, std::size_t rows) {
  multiply_panel<Narrow>(tile, rows);
}
VERBALE_AVX2 void multiply_panel_avx2(const Tile& tile, std::size_t rows) {
  multiply_panel<Middle>(tile, rows);
}
VERBALE_AVX512 void multiply_panel_avx512(const Tile& tile, std::size_t rows) {
  multiply_panel<Wide>(tile, rows);
}

void pack_panel(MatrixView right, std::size_t depth, std::size_t columns, float* panel) {
  for (std::size_t k = 0; k < depth; ++k) {
    const float* from = right.data + k * right.by_row;
    float* to = panel + k * kPanelColumns;
    if (right.by_column == 1) {
      std::memcpy(to, from, columns * sizeof(float));
    } else {
      for (std::size_t c = 0; c < columns; ++c) to[c] = from[c * right.by_column];
    }
    std::fill(to + columns, to + kPanelColumns, 0.0F);
  }
}

}  // namespace

void multiply(const GemmSize& size, MatrixView left, MatrixView right, float* out,
              std::size_t out_by_row, bool add, SimdLevel level) {
  static thread_local std::vector<float> panel;
  if (panel.size() < size.depth * kPanelColumns) panel.resize(size.depth * kPanelColumns);
  for (std::size_t column = 0; column < size.columns; column += kPanelColumns) {
    const std::size_t columns = std::min(kPanelColumns, size.columns - column);
    const MatrixView part{right.data + column * right.by_column, right.by_row, right.by_column};
    pack_panel(part, size.depth, columns, panel.data());
    const Tile tile{left, size.depth, panel.data(), out + column, out_by_row, columns, add};
    switch (level) {
      case SimdLevel::kPortable:
        multiply_panel_portable(tile, size.rows);
        break;
      case SimdLevel::kAvx2:
        multiply_panel_avx2(tile, size.rows);
        break;
      case SimdLevel::kAvx512:
      case SimdLevel::kAmx:
        multiply_panel_avx512(tile, size.rows);
        break;
    }
  }
}

}  // namespace verbale
