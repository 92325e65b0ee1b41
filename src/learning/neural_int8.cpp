// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_int8.h"

#include <algorithm>
#include <cstring>

#include "core/check.h"
#include "learning/neural_int8_amx.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace verbale {

namespace {

constexpr std::size_t kBlock = Int8Matrix::kBlock;

VERBALE_KERNEL float round_row(const float* __restrict from, std::size_t width,
                               std::int8_t* __restrict to) {
  // Comparing bit patterns without the sign compares magnitudes, and vectorises.
  std::uint32_t largest_bits = 0;
  for (std::size_t j = 0; j < width; ++j) {
    std::uint32_t bits;
    std::memcpy(&bits, from + j, sizeof(bits));
    largest_bits = std::max(largest_bits, bits & 0x7FFFFFFFU);
  }
  float largest;
  std::memcpy(&largest, &largest_bits, sizeof(largest));
  largest = std::max(largest, 1e-20F);
  const float factor = 127.0F / largest;
  for (std::size_t j = 0; j < width; ++j) {
    const float whole = (from[j] * factor + 12582912.0F) - 12582912.0F;
    to[j] = static_cast<std::int8_t>(static_cast<std::int32_t>(whole));
  }
  return largest / 127.0F;
}

struct RowsToRound {
  const float* rows;
  std::size_t count;
  std::size_t width;
  std::size_t by_row;
};

VERBALE_KERNEL void round_all(const RowsToRound& in, Int8Rows& out) {
  for (std::size_t i = 0; i < in.count; ++i) {
    out.scales[i] = round_row(in.rows + i * in.by_row, in.width, out.values.data() + i * in.width);
  }
}

void round_portable(const RowsToRound& in, Int8Rows& out) {
  round_all(in, out);
}
VERBALE_AVX2 void round_avx2(const RowsToRound& in, Int8Rows& out) {
  round_all(in, out);
}
VERBALE_AVX512 void round_avx512(const RowsToRound& in, Int8Rows& out) {
  round_all(in, out);
}

// The obvious way: the referee of the others.
void multiply_portable(const std::int8_t* rows, std::size_t count, const Int8Matrix& matrix,
                       std::int32_t* sums) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int8_t* row = rows + i * matrix.inputs;
    for (std::size_t column = 0; column < matrix.outputs; column += kBlock) {
      std::int32_t block[kBlock] = {};
      const std::int8_t* weights = matrix.weights.data() + column * matrix.inputs;
      for (std::size_t k = 0; k < matrix.inputs; k += 4, weights += 4 * kBlock) {
        for (std::size_t c = 0; c < kBlock; ++c) {
          block[c] += row[k] * weights[4 * c] + row[k + 1] * weights[4 * c + 1] +
                      row[k + 2] * weights[4 * c + 2] + row[k + 3] * weights[4 * c + 3];
        }
      }
      std::memcpy(sums + i * matrix.outputs + column, block, sizeof(block));
    }
  }
}

#if defined(__x86_64__)

std::int32_t four_at(const void* from) {
  std::int32_t four;
  std::memcpy(&four, from, sizeof(four));
  return four;
}

// A product of magnitudes and signed weights stays below 2^15 even for pairs, so nothing saturates.
template <std::size_t kRows>
VERBALE_AVX2 inline void multiply_tile_avx2(const std::int8_t* rows, const Int8Matrix& matrix,
                                            std::size_t column, std::int32_t* sums) {
  __m256i totals[kRows][2];
#pragma GCC unroll 4
  for (std::size_t r = 0; r < kRows; ++r) totals[r][0] = totals[r][1] = _mm256_setzero_si256();
  const __m256i ones = _mm256_set1_epi16(1);
  const std::int8_t* weights = matrix.weights.data() + column * matrix.inputs;
  for (std::size_t k = 0; k < matrix.inputs; k += 4, weights += 4 * kBlock) {
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + 32));
#pragma GCC unroll 4
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m256i four = _mm256_set1_epi32(four_at(rows + r * matrix.inputs + k));
      const __m256i size = _mm256_abs_epi8(four);
      const __m256i pairs_low = _mm256_maddubs_epi16(size, _mm256_sign_epi8(low, four));
      const __m256i pairs_high = _mm256_maddubs_epi16(size, _mm256_sign_epi8(high, four));
      totals[r][0] = _mm256_add_epi32(totals[r][0], _mm256_madd_epi16(pairs_low, ones));
      totals[r][1] = _mm256_add_epi32(totals[r][1], _mm256_madd_epi16(pairs_high, ones));
    }
  }
#pragma GCC unroll 4
  for (std::size_t r = 0; r < kRows; ++r) {
    auto* out = reinterpret_cast<__m256i*>(sums + r * matrix.outputs + column);
    _mm256_storeu_si256(out, totals[r][0]);
    _mm256_storeu_si256(out + 1, totals[r][1]);
  }
}

VERBALE_AVX2 void multiply_avx2(const std::int8_t* rows, std::size_t count,
                                const Int8Matrix& matrix, std::int32_t* sums) {
  for (std::size_t column = 0; column < matrix.outputs; column += kBlock) {
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
      multiply_tile_avx2<4>(rows + i * matrix.inputs, matrix, column, sums + i * matrix.outputs);
    }
    for (; i < count; ++i) {
      multiply_tile_avx2<1>(rows + i * matrix.inputs, matrix, column, sums + i * matrix.outputs);
    }
  }
}

// The rows come shifted by 128 to be unsigned; 128 times each column's sum is taken off at the end.
template <std::size_t kRows, std::size_t kBlocks>
VERBALE_AVX512 inline void multiply_tile_avx512(const std::uint8_t* rows, const Int8Matrix& matrix,
                                                std::size_t column, std::int32_t* sums) {
  __m512i totals[kRows][kBlocks];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < kRows; ++r) {
#pragma GCC unroll 4
    for (std::size_t b = 0; b < kBlocks; ++b) totals[r][b] = _mm512_setzero_si512();
  }
  const std::int8_t* weights = matrix.weights.data() + column * matrix.inputs;
  const std::size_t by_block = kBlock * matrix.inputs;
  for (std::size_t k = 0; k < matrix.inputs; k += 4, weights += 4 * kBlock) {
    __m512i block[kBlocks];
#pragma GCC unroll 4
    for (std::size_t b = 0; b < kBlocks; ++b) {
      block[b] = _mm512_loadu_si512(weights + b * by_block);
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m512i four = _mm512_set1_epi32(four_at(rows + r * matrix.inputs + k));
#pragma GCC unroll 4
      for (std::size_t b = 0; b < kBlocks; ++b) {
        // As the intrinsic says, but in place: GCC 12 copies each total twice around it.
        asm("vpdpbusd %2, %1, %0" : "+v"(totals[r][b]) : "v"(four), "v"(block[b]));
      }
    }
  }
#pragma GCC unroll 4
  for (std::size_t b = 0; b < kBlocks; ++b) {
    // The masked form: GCC 12 warns of its own header in the plain one.
    const __m512i shift = _mm512_maskz_slli_epi32(
        0xFFFF, _mm512_loadu_si512(matrix.sums.data() + column + b * kBlock), 7);
#pragma GCC unroll 8
    for (std::size_t r = 0; r < kRows; ++r) {
      _mm512_storeu_si512(sums + r * matrix.outputs + column + b * kBlock,
                          _mm512_sub_epi32(totals[r][b], shift));
    }
  }
}

template <std::size_t kBlocks>
VERBALE_AVX512 void multiply_columns_avx512(const std::uint8_t* rows, std::size_t count,
                                            const Int8Matrix& matrix, std::size_t column,
                                            std::int32_t* sums) {
  std::size_t i = 0;
  for (; i + 6 <= count; i += 6) {
    multiply_tile_avx512<6, kBlocks>(rows + i * matrix.inputs, matrix, column,
                                     sums + i * matrix.outputs);
  }
  for (; i < count; ++i) {
    multiply_tile_avx512<1, kBlocks>(rows + i * matrix.inputs, matrix, column,
                                     sums + i * matrix.outputs);
  }
}

VERBALE_AVX512 void shift_avx512(const std::int8_t* __restrict from, std::size_t count,
                                 std::uint8_t* __restrict to) {
  for (std::size_t i = 0; i < count; ++i) {
    to[i] = static_cast<std::uint8_t>(static_cast<std::uint8_t>(from[i]) ^ 0x80U);
  }
}

void multiply_avx512(const std::uint8_t* rows, std::size_t count, const Int8Matrix& matrix,
                     std::int32_t* sums) {
  std::size_t column = 0;
  for (; column + 4 * kBlock <= matrix.outputs; column += 4 * kBlock) {
    multiply_columns_avx512<4>(rows, count, matrix, column, sums);
  }
  for (; column < matrix.outputs; column += kBlock) {
    multiply_columns_avx512<1>(rows, count, matrix, column, sums);
  }
}

#endif

}  // namespace

void round_rows(const float* rows, std::size_t count, std::size_t width, std::size_t by_row,
                Int8Rows& out, SimdLevel level) {
  out.values.resize(count * width);
  out.scales.resize(count);
  const RowsToRound in{rows, count, width, by_row};
  switch (level) {
    case SimdLevel::kPortable:
      return round_portable(in, out);
    case SimdLevel::kAvx2:
      return round_avx2(in, out);
    case SimdLevel::kAvx512:
    case SimdLevel::kAmx:
      return round_avx512(in, out);
  }
}

void multiply_int8(std::span<const std::int8_t> rows, std::size_t count, const Int8Matrix& matrix,
                   std::span<std::int32_t> sums, std::vector<std::uint8_t>& shifted,
                   SimdLevel level) {
  VERBALE_CHECK(rows.size() >= count * matrix.inputs && sums.size() >= count * matrix.outputs);
#if defined(__x86_64__)
  if (level == SimdLevel::kAmx && fits_tiles(count, matrix)) {
    return multiply_tiles(rows.data(), count, matrix, sums.data());
  }
  if (level >= SimdLevel::kAvx512) {
    shifted.resize(count * matrix.inputs);
    shift_avx512(rows.data(), shifted.size(), shifted.data());
    return multiply_avx512(shifted.data(), count, matrix, sums.data());
  }
  if (level == SimdLevel::kAvx2) return multiply_avx2(rows.data(), count, matrix, sums.data());
#else
  static_cast<void>(shifted);
  static_cast<void>(level);
#endif
  multiply_portable(rows.data(), count, matrix, sums.data());
}

}  // namespace verbale
