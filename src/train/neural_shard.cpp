// SPDX-License-Identifier: Apache-2.0
#include "train/neural_shard.h"

#include <algorithm>

#include "learning/neural_gemm.h"
#include "train/neural_random.h"
#include "train/neural_recurrence.h"

namespace verbale {

namespace {

// Parts the streams of random numbers that one sentence needs in one step.
enum Salt : std::uint64_t { kWords = 1, kInput = 2, kLayers = 16 };

void add_rows(std::span<const std::uint32_t> rows, const float* table, std::size_t width,
              float* to) {
  for (const std::uint32_t row : rows) {
    const float* from = table + row * width;
    for (std::size_t j = 0; j < width; ++j) to[j] += from[j];
  }
}

}  // namespace

void NeuralLoss::add(const NeuralLoss& other) {
  arcs += other.arcs;
  labels += other.labels;
  tags += other.tags;
  names += other.names;
  tokens += other.tokens;
  upos_right += other.upos_right;
  heads_right += other.heads_right;
  both_right += other.both_right;
}

NeuralShard::NeuralShard(const NeuralShape& shape)
    : shape_(shape), layout_(shape), layers_(shape.layers), out_gradients_(shape.layers) {}

NeuralLoss NeuralShard::run(const NeuralParameters& parameters,
                            std::span<const EncodedExample* const> batch, std::size_t first_number,
                            const NeuralStep& step, bool learn) {
  batch_ = batch;
  first_number_ = first_number;
  step_ = step;
  learn_ = learn;
  loss_ = {};
  begins_.assign(1, 0);
  for (const EncodedExample* example : batch) begins_.push_back(begins_.back() + example->size());
  const std::size_t tokens = begins_.back();
  loss_.tokens = tokens;
  if (learn) {
    gradient_.assign(layout_.size, 0.0F);
    for (auto& wanted : out_gradients_) wanted.assign(tokens * shape_.state(), 0.0F);
  }
  if (tokens == 0) return loss_;

  embed(parameters);
  for (std::size_t layer = 0; layer < shape_.layers; ++layer) run_layer(parameters, layer);
  run_linear_head(parameters, false);
  run_linear_head(parameters, true);
  run_views(parameters);
  if (!learn) return loss_;
  run_views_back(parameters);
  for (std::size_t layer = shape_.layers; layer-- > 0;) run_layer_back(parameters, layer);
  drop_columns(state_gradient_.data(), state_gradient_.data(), shape_.state(), step_.dropout.input,
               kInput);
  return loss_;
}

void NeuralShard::fill_mask(std::size_t sentence, float rate, std::uint64_t salt,
                            std::span<float> mask) const {
  NeuralRandom random(step_.seed + salt, step_.number, first_number_ + sentence);
  const float kept = 1.0F / (1.0F - rate);
  for (float& value : mask) value = random.uniform() < rate ? 0.0F : kept;
}

void NeuralShard::drop_columns(const float* from, float* to, std::size_t width, float rate,
                               std::uint64_t salt) const {
  if (rate == 0.0F) {
    if (from != to) std::copy(from, from + begins_.back() * width, to);
    return;
  }
  std::vector<float> mask(width);
  for (std::size_t s = 0; s + 1 < begins_.size(); ++s) {
    fill_mask(s, rate, salt, mask);
    for (std::size_t row = begins_[s]; row < begins_[s + 1]; ++row) {
      const float* read = from + row * width;
      float* write = to + row * width;
      for (std::size_t j = 0; j < width; ++j) write[j] = read[j] * mask[j];
    }
  }
}

void NeuralShard::embed(const NeuralParameters& parameters) {
  const std::size_t state = shape_.state();
  embedded_.assign(begins_.back() * state, 0.0F);
  seen_.assign(begins_.back() * 2, 1);
  for (std::size_t s = 0; s < batch_.size(); ++s) {
    const EncodedExample& example = *batch_[s];
    NeuralRandom random(step_.seed + kWords, step_.number, first_number_ + s);
    for (std::size_t i = 0; i < example.size(); ++i) {
      const std::size_t row = begins_[s] + i;
      float* to = embedded_.data() + row * state;
      seen_[2 * row] = random.uniform() >= example.word_drop[i] * step_.dropout.words;
      seen_[2 * row + 1] = random.uniform() >= step_.dropout.parts;
      if (seen_[2 * row]) {
        add_rows(example.words_of(i), parameters.words.data(), shape_.word_width, to);
      }
      if (seen_[2 * row + 1]) {
        add_rows(example.parts_of(i), parameters.parts.data(), shape_.part_width,
                 to + shape_.word_width);
      }
    }
  }
  drop_columns(embedded_.data(), embedded_.data(), state, step_.dropout.input, kInput);
}

void NeuralShard::run_layer(const NeuralParameters& parameters, std::size_t layer) {
  const std::size_t tokens = begins_.back();
  const std::size_t state = shape_.state();
  const std::size_t hidden = shape_.hidden;
  const float* dense = parameters.dense.data();
  const NeuralLayout::Layer& at = layout_.layers[layer];
  LayerState& own = layers_[layer];
  const float* below = layer == 0 ? embedded_.data() : layers_[layer - 1].out.data();
  own.input.resize(tokens * state);
  own.gates.resize(tokens * shape_.gates());
  for (auto* part : {&own.forget, &own.reset, &own.cell, &own.out}) part->resize(tokens * state);
  drop_columns(below, own.input.data(), state, layer == 0 ? 0.0F : step_.dropout.layer,
               kLayers + layer);
  multiply({tokens, shape_.gates(), state}, {own.input.data(), state},
           {dense + at.weights, shape_.gates()}, own.gates.data(), shape_.gates(), false);
  for (std::size_t s = 0; s < batch_.size(); ++s) {
    for (const std::size_t side : {0U, 1U}) {
      const std::size_t column = begins_[s] * state + side * hidden;
      run_sru({.hidden = hidden,
               .rows = batch_[s]->size(),
               .backwards = side == 1,
               .gates_by_row = shape_.gates(),
               .state_by_row = state,
               .gates = own.gates.data() + begins_[s] * shape_.gates() + side * 3 * hidden,
               .input = below + column,
               .forget_state = dense + at.forget_state + side * hidden,
               .reset_state = dense + at.reset_state + side * hidden,
               .forget_bias = dense + at.forget_bias + side * hidden,
               .reset_bias = dense + at.reset_bias + side * hidden,
               .forget = own.forget.data() + column,
               .reset = own.reset.data() + column,
               .cell = own.cell.data() + column,
               .out = own.out.data() + column});
    }
  }
}

void NeuralShard::run_layer_back(const NeuralParameters& parameters, std::size_t layer) {
  const std::size_t tokens = begins_.back();
  const std::size_t state = shape_.state();
  const std::size_t hidden = shape_.hidden;
  const float* dense = parameters.dense.data();
  const NeuralLayout::Layer& at = layout_.layers[layer];
  LayerState& own = layers_[layer];
  const float* below = layer == 0 ? embedded_.data() : layers_[layer - 1].out.data();
  std::vector<float>& wanted = out_gradients_[layer];
  if (layer + 1 < shape_.layers) {
    for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] += state_gradient_[i];
  }
  state_gradient_.resize(tokens * state);
  gates_gradient_.resize(tokens * shape_.gates());
  product_gradient_.resize(tokens * state);
  carry_.resize(hidden);
  for (std::size_t s = 0; s < batch_.size(); ++s) {
    for (const std::size_t side : {0U, 1U}) {
      const std::size_t column = begins_[s] * state + side * hidden;
      const std::size_t gates = begins_[s] * shape_.gates() + side * 3 * hidden;
      SruBackward pass;
      pass.forward = {.hidden = hidden,
                      .rows = batch_[s]->size(),
                      .backwards = side == 1,
                      .gates_by_row = shape_.gates(),
                      .state_by_row = state,
                      .gates = own.gates.data() + gates,
                      .input = below + column,
                      .forget_state = dense + at.forget_state + side * hidden,
                      .reset_state = dense + at.reset_state + side * hidden,
                      .forget_bias = dense + at.forget_bias + side * hidden,
                      .reset_bias = dense + at.reset_bias + side * hidden,
                      .forget = own.forget.data() + column,
                      .reset = own.reset.data() + column,
                      .cell = own.cell.data() + column,
                      .out = own.out.data() + column};
      pass.out_gradient = wanted.data() + column;
      pass.gates_gradient = gates_gradient_.data() + gates;
      pass.input_gradient = state_gradient_.data() + column;
      pass.forget_state_gradient = gradient_.data() + at.forget_state + side * hidden;
      pass.reset_state_gradient = gradient_.data() + at.reset_state + side * hidden;
      pass.forget_bias_gradient = gradient_.data() + at.forget_bias + side * hidden;
      pass.reset_bias_gradient = gradient_.data() + at.reset_bias + side * hidden;
      pass.carry = carry_.data();
      run_sru_backward(pass);
    }
  }
  multiply({state, shape_.gates(), tokens}, MatrixView{own.input.data(), state}.transposed(),
           {gates_gradient_.data(), shape_.gates()}, gradient_.data() + at.weights, shape_.gates(),
           true);
  multiply({tokens, state, shape_.gates()}, {gates_gradient_.data(), shape_.gates()},
           MatrixView{dense + at.weights, shape_.gates()}.transposed(), product_gradient_.data(),
           state, false);
  drop_columns(product_gradient_.data(), product_gradient_.data(), state,
               layer == 0 ? 0.0F : step_.dropout.layer, kLayers + layer);
  for (std::size_t i = 0; i < state_gradient_.size(); ++i) {
    state_gradient_[i] += product_gradient_[i];
  }
}

}  // namespace verbale
