// SPDX-License-Identifier: Apache-2.0
#include "train/neural_recurrence.h"

#include <algorithm>

#include "learning/neural_activation.h"

namespace verbale {

namespace {

VERBALE_KERNEL void step_forward(const SruForward& p, std::size_t row,
                                 const float* __restrict before) {
  const std::size_t hidden = p.hidden;
  const float* __restrict candidate = p.gates + row * p.gates_by_row;
  const float* __restrict forget_gate = candidate + hidden;
  const float* __restrict reset_gate = forget_gate + hidden;
  const float* __restrict input = p.input + row * p.state_by_row;
  float* __restrict forget = p.forget + row * p.state_by_row;
  float* __restrict reset = p.reset + row * p.state_by_row;
  float* __restrict cell = p.cell + row * p.state_by_row;
  float* __restrict out = p.out + row * p.state_by_row;
  for (std::size_t j = 0; j < hidden; ++j) {
    const float past = before[j];
    const float f = fast_sigmoid(forget_gate[j] + p.forget_state[j] * past + p.forget_bias[j]);
    const float r = fast_sigmoid(reset_gate[j] + p.reset_state[j] * past + p.reset_bias[j]);
    const float c = candidate[j] + f * (past - candidate[j]);
    forget[j] = f;
    reset[j] = r;
    cell[j] = c;
    out[j] = input[j] + r * (c - input[j]);
  }
}

constexpr std::size_t kHiddenMax = 1024;
alignas(64) constexpr float kZeros[kHiddenMax] = {};

VERBALE_KERNEL void forward(const SruForward& p) {
  const float* before = kZeros;
  for (std::size_t i = 0; i < p.rows; ++i) {
    const std::size_t row = p.backwards ? p.rows - 1 - i : i;
    step_forward(p, row, before);
    before = p.cell + row * p.state_by_row;
  }
}

VERBALE_KERNEL void step_backward(const SruBackward& b, std::size_t row,
                                  const float* __restrict before) {
  const SruForward& p = b.forward;
  const std::size_t hidden = p.hidden;
  const std::size_t at = row * p.state_by_row;
  const float* __restrict candidate = p.gates + row * p.gates_by_row;
  const float* __restrict input = p.input + at;
  const float* __restrict forget = p.forget + at;
  const float* __restrict reset = p.reset + at;
  const float* __restrict cell = p.cell + at;
  const float* __restrict out_gradient = b.out_gradient + at;
  float* __restrict candidate_gradient = b.gates_gradient + row * p.gates_by_row;
  float* __restrict forget_gradient = candidate_gradient + hidden;
  float* __restrict reset_gradient = forget_gradient + hidden;
  float* __restrict input_gradient = b.input_gradient + at;
  float* __restrict carry = b.carry;
  float* __restrict forget_state_gradient = b.forget_state_gradient;
  float* __restrict reset_state_gradient = b.reset_state_gradient;
  float* __restrict forget_bias_gradient = b.forget_bias_gradient;
  float* __restrict reset_bias_gradient = b.reset_bias_gradient;
  for (std::size_t j = 0; j < hidden; ++j) {
    const float past = before[j];
    const float f = forget[j];
    const float r = reset[j];
    const float dout = out_gradient[j];
    const float dreset = dout * (cell[j] - input[j]) * (r * (1.0F - r));
    const float dcell = dout * r + carry[j];
    const float dforget = dcell * (past - candidate[j]) * (f * (1.0F - f));
    input_gradient[j] = dout * (1.0F - r);
    candidate_gradient[j] = dcell * (1.0F - f);
    forget_gradient[j] = dforget;
    reset_gradient[j] = dreset;
    carry[j] = dcell * f + dforget * p.forget_state[j] + dreset * p.reset_state[j];
    forget_state_gradient[j] += dforget * past;
    reset_state_gradient[j] += dreset * past;
    forget_bias_gradient[j] += dforget;
    reset_bias_gradient[j] += dreset;
  }
}

VERBALE_KERNEL void backward(const SruBackward& b) {
  const SruForward& p = b.forward;
  std::fill(b.carry, b.carry + p.hidden, 0.0F);
  for (std::size_t i = p.rows; i-- > 0;) {
    const std::size_t row = p.backwards ? p.rows - 1 - i : i;
    const std::size_t row_before = p.backwards ? row + 1 : row - 1;
    step_backward(b, row, i == 0 ? kZeros : p.cell + row_before * p.state_by_row);
  }
}

void forward_portable(const SruForward& p) {
  forward(p);
}
VERBALE_AVX2 void forward_avx2(const SruForward& p) {
  forward(p);
}
VERBALE_AVX512 void forward_avx512(const SruForward& p) {
  forward(p);
}
void backward_portable(const SruBackward& b) {
  backward(b);
}
VERBALE_AVX2 void backward_avx2(const SruBackward& b) {
  backward(b);
}
VERBALE_AVX512 void backward_avx512(const SruBackward& b) {
  backward(b);
}

}  // namespace

void run_sru(const SruForward& pass, SimdLevel level) {
  switch (level) {
    case SimdLevel::kPortable:
      return forward_portable(pass);
    case SimdLevel::kAvx2:
      return forward_avx2(pass);
    case SimdLevel::kAvx512:
    case SimdLevel::kAmx:
      return forward_avx512(pass);
  }
}

void run_sru_backward(const SruBackward& pass, SimdLevel level) {
  switch (level) {
    case SimdLevel::kPortable:
      return backward_portable(pass);
    case SimdLevel::kAvx2:
      return backward_avx2(pass);
    case SimdLevel::kAvx512:
    case SimdLevel::kAmx:
      return backward_avx512(pass);
  }
}

}  // namespace verbale
