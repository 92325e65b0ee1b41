// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// The body of a kernel is written once, plainly, and compiled for several instruction sets by
// wrapping it in functions that carry these attributes. Every variant yields the same bits:
// integers are exact, and floats are computed lane by lane in one fixed order (the project is
// compiled with -ffp-contract=off).
#define VERBALE_KERNEL static inline __attribute__((always_inline))
#if defined(__x86_64__)
#define VERBALE_AVX2 __attribute__((target("avx2")))
#define VERBALE_AVX512 \
  __attribute__((      \
      target("avx2,avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,prefer-vector-width=512")))
#else
#define VERBALE_AVX2
#define VERBALE_AVX512
#endif

namespace verbale {

// kAmx is kAvx512 with products of whole numbers by tiles.
enum class SimdLevel : std::uint8_t { kPortable, kAvx2, kAvx512, kAmx };

// The best level this processor runs (kAvx512 asks for VNNI too, kAvx2 for FMA).
SimdLevel widest_simd();

// widest_simd(), or a lower one that the environment variable VERBALE_SIMD names: "portable",
// "avx2", "avx512". A level that the processor lacks is never chosen.
SimdLevel chosen_simd();

}  // namespace verbale
