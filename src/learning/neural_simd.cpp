// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_simd.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "learning/neural_int8_amx.h"

namespace verbale {

SimdLevel widest_simd() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vnni")) {
    return may_multiply_tiles() ? SimdLevel::kAmx : SimdLevel::kAvx512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return SimdLevel::kAvx2;
#endif
  return SimdLevel::kPortable;
}

SimdLevel chosen_simd() {
  const char* wish = std::getenv("VERBALE_SIMD");
  const std::string_view name = wish == nullptr ? "" : wish;
  SimdLevel level = SimdLevel::kAmx;
  if (name == "portable") level = SimdLevel::kPortable;
  if (name == "avx2") level = SimdLevel::kAvx2;
  if (name == "avx512") level = SimdLevel::kAvx512;
  return std::min(level, widest_simd());
}

}  // namespace verbale
