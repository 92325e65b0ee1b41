// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "learning/neural_simd.h"

namespace verbale {

// One direction of one SRU layer over one sentence (Lei et al. 2018):
//   forget = sigmoid(gate + forget_state * before + forget_bias)
//   reset  = sigmoid(gate + reset_state * before + reset_bias)
//   cell   = candidate + forget * (before - candidate)
//   out    = input + reset * (cell - input)
// Pointers stand at the direction's first column in the sentence's first row.
struct SruForward {
  std::size_t hidden = 0;
  std::size_t rows = 0;
  bool backwards = false;  // From the last row to the first.
  std::size_t gates_by_row = 0;
  std::size_t state_by_row = 0;
  const float* gates = nullptr;  // candidate, forget, reset: `hidden` columns each.
  const float* input = nullptr;
  const float* forget_state = nullptr;
  const float* reset_state = nullptr;
  const float* forget_bias = nullptr;
  const float* reset_bias = nullptr;
  float* forget = nullptr;
  float* reset = nullptr;
  float* cell = nullptr;
  float* out = nullptr;
};
void run_sru(const SruForward& pass, SimdLevel level = chosen_simd());

// The gradients of the same. `forward` as it was run; gradients of vectors are added to, the rest
// is written.
struct SruBackward {
  SruForward forward;
  const float* out_gradient = nullptr;
  float* gates_gradient = nullptr;
  float* input_gradient = nullptr;  // Through the highway only.
  float* forget_state_gradient = nullptr;
  float* reset_state_gradient = nullptr;
  float* forget_bias_gradient = nullptr;
  float* reset_bias_gradient = nullptr;
  float* carry = nullptr;  // `hidden` floats to work in.
};
void run_sru_backward(const SruBackward& pass, SimdLevel level = chosen_simd());

}  // namespace verbale
