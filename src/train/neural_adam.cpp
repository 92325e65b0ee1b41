// SPDX-License-Identifier: Apache-2.0
#include "train/neural_adam.h"

#include <cmath>

#include "learning/neural_simd.h"

namespace verbale {

namespace {

VERBALE_KERNEL void adam(const AdamStep& step, std::span<const float> gradient,
                         std::span<float> values, std::span<float> first_span,
                         std::span<float> second_span) {
  const float* __restrict wanted = gradient.data();
  float* __restrict value = values.data();
  float* __restrict first = first_span.data();
  float* __restrict second = second_span.data();
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    const float g = wanted[i];
    first[i] = step.first_decay * first[i] + (1.0F - step.first_decay) * g;
    second[i] = step.second_decay * second[i] + (1.0F - step.second_decay) * (g * g);
    value[i] -= step.rate * first[i] / (__builtin_sqrtf(second[i]) + step.epsilon);
  }
}

VERBALE_AVX512 void adam_avx512(const AdamStep& step, std::span<const float> gradient,
                                std::span<float> values, std::span<float> first,
                                std::span<float> second) {
  adam(step, gradient, values, first, second);
}

}  // namespace

AdamStep adam_step(const AdamOptions& options, float rate, std::size_t number) {
  double first_power = 1;
  double second_power = 1;
  for (std::size_t i = 0; i < number && second_power > 1e-9; ++i) {
    first_power *= static_cast<double>(options.first_decay);
    second_power *= static_cast<double>(options.second_decay);
  }
  const double root = std::sqrt(1 - second_power);  // Rounded alike everywhere, as IEEE asks.
  return {static_cast<float>(static_cast<double>(rate) * root / (1 - first_power)),
          static_cast<float>(static_cast<double>(options.epsilon) * root), options.first_decay,
          options.second_decay};
}

void run_adam(const AdamStep& step, std::span<const float> gradient, std::span<float> values,
              std::span<float> first, std::span<float> second) {
  if (chosen_simd() >= SimdLevel::kAvx512) {
    adam_avx512(step, gradient, values, first, second);
  } else {
    adam(step, gradient, values, first, second);
  }
}

}  // namespace verbale
