// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_int8_amx.h"

#include <algorithm>

#if defined(__x86_64__) && defined(__linux__)
#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>
#define VERBALE_AMX __attribute__((target("amx-tile,amx-int8,avx512f")))
#endif

namespace verbale {

namespace {

constexpr std::size_t kTileRows = 16;
constexpr std::size_t kTileBytes = 64;  // Of a row: as many inputs, or 16 sums.

}  // namespace

bool fits_tiles(std::size_t count, const Int8Matrix& matrix) {
  return count >= kTileRows && matrix.inputs % kTileBytes == 0;
}

#if defined(VERBALE_AMX)

namespace {

bool ask_for_tiles() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
  constexpr unsigned kTile = 1U << 24, kInt8 = 1U << 25;
  if ((d & kTile) == 0 || (d & kInt8) == 0) return false;
  // Linux keeps no tiles over a switch of threads before it is asked to (arch_prctl(2)).
  constexpr long kAskPermission = 0x1023, kTileData = 18;
  return ::syscall(SYS_arch_prctl, kAskPermission, kTileData) == 0;
}

struct alignas(64) TileConfig {
  std::uint8_t palette = 1;
  std::uint8_t start_row = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t row_bytes[16] = {};
  std::uint8_t rows[16] = {};
};

// Up to two tiles of rows times up to two blocks of columns: four tiles of sums.
struct TileProduct {
  const std::int8_t* rows[2];
  const std::int8_t* columns[2];
  std::int32_t* sums[2];
  std::size_t inputs = 0;
  std::size_t outputs = 0;
};

template <bool kTwoRows, bool kTwoColumns>
VERBALE_AMX inline void multiply_tile_amx(const TileProduct& p) {
  _tile_zero(0);
  if (kTwoColumns) _tile_zero(1);
  if (kTwoRows) _tile_zero(2);
  if (kTwoRows && kTwoColumns) _tile_zero(3);
  for (std::size_t k = 0; k < p.inputs; k += kTileBytes) {
    const std::size_t below = k * Int8Matrix::kBlock;
    _tile_loadd(4, p.rows[0] + k, p.inputs);
    _tile_loadd(6, p.columns[0] + below, kTileBytes);
    _tile_dpbssd(0, 4, 6);
    if (kTwoColumns) {
      _tile_loadd(7, p.columns[1] + below, kTileBytes);
      _tile_dpbssd(1, 4, 7);
    }
    if (kTwoRows) {
      _tile_loadd(5, p.rows[1] + k, p.inputs);
      _tile_dpbssd(2, 5, 6);
      if (kTwoColumns) _tile_dpbssd(3, 5, 7);
    }
  }
  const std::size_t stride = p.outputs * sizeof(std::int32_t);
  _tile_stored(0, p.sums[0], stride);
  if (kTwoColumns) _tile_stored(1, p.sums[0] + Int8Matrix::kBlock, stride);
  if (kTwoRows) _tile_stored(2, p.sums[1], stride);
  if (kTwoRows && kTwoColumns) _tile_stored(3, p.sums[1] + Int8Matrix::kBlock, stride);
}

template <bool kTwoColumns>
VERBALE_AMX void multiply_columns_amx(const std::int8_t* rows, std::size_t count,
                                      const Int8Matrix& matrix, std::size_t column,
                                      std::int32_t* sums) {
  TileProduct product{{}, {}, {}, matrix.inputs, matrix.outputs};
  product.columns[0] = matrix.weights.data() + column * matrix.inputs;
  product.columns[1] = product.columns[0] + Int8Matrix::kBlock * matrix.inputs;
  // The last tile ends with the last row, and does some of the rows before once more.
  const auto place = [&](std::size_t tile, std::size_t row) {
    const std::size_t first = std::min(row, count - kTileRows);
    product.rows[tile] = rows + first * matrix.inputs;
    product.sums[tile] = sums + first * matrix.outputs + column;
  };
  std::size_t row = 0;
  for (; row + kTileRows < count; row += 2 * kTileRows) {
    place(0, row);
    place(1, row + kTileRows);
    multiply_tile_amx<true, kTwoColumns>(product);
  }
  if (row < count) {
    place(0, row);
    multiply_tile_amx<false, kTwoColumns>(product);
  }
}

}  // namespace

bool may_multiply_tiles() {
  static const bool answer = ask_for_tiles();
  return answer;
}

VERBALE_AMX void multiply_tiles(const std::int8_t* rows, std::size_t count,
                                const Int8Matrix& matrix, std::int32_t* sums) {
  TileConfig config;
  std::fill(config.row_bytes, config.row_bytes + 8, kTileBytes);
  std::fill(config.rows, config.rows + 8, kTileRows);
  _tile_loadconfig(&config);
  std::size_t column = 0;
  for (; column + 2 * Int8Matrix::kBlock <= matrix.outputs; column += 2 * Int8Matrix::kBlock) {
    multiply_columns_amx<true>(rows, count, matrix, column, sums);
  }
  if (column < matrix.outputs) multiply_columns_amx<false>(rows, count, matrix, column, sums);
  _tile_release();
}

#else

bool may_multiply_tiles() {
  return false;
}
void multiply_tiles(const std::int8_t*, std::size_t, const Int8Matrix&, std::int32_t*) {}

#endif

}  // namespace verbale
