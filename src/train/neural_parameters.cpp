// SPDX-License-Identifier: Apache-2.0
#include "train/neural_parameters.h"

#include <span>

#include "train/neural_random.h"

namespace verbale {

namespace {

// What makes sqrt(3 / inputs) without the C library's rounding: sums of products keep the size of
// their inputs.
float spread_of(std::size_t inputs) {
  const float wanted = 3.0F / static_cast<float>(inputs);
  float root = 1.0F;
  for (int i = 0; i < 20; ++i) root = 0.5F * (root + wanted / root);
  return root;
}

void fill(std::span<float> values, float spread, NeuralRandom& random) {
  for (float& value : values) value = (2.0F * random.uniform() - 1.0F) * spread;
}

}  // namespace

NeuralLayout::NeuralLayout(const NeuralShape& shape) {
  const auto place = [this](std::size_t count) {
    const std::size_t at = size;
    size += count;
    return at;
  };
  const std::size_t state = shape.state();
  for (std::uint32_t i = 0; i < shape.layers; ++i) {
    Layer layer;
    layer.weights = place(state * shape.gates());
    layer.forget_state = place(state);
    layer.reset_state = place(state);
    layer.forget_bias = place(state);
    layer.reset_bias = place(state);
    layers.push_back(layer);
  }
  tag_weights = place(state * shape.tags());
  tag_bias = place(shape.tags());
  name_weights = place(state * shape.name_count);
  name_bias = place(shape.name_count);
  view_weights = place(state * shape.views());
  view_bias = place(shape.views());
  arc_weights = place(std::size_t{shape.arc_width} * shape.arc_width);
  arc_bias = place(shape.arc_width);
  distance_weights = place(shape.arc_width * NeuralShape::kDistances);
  distance_bias = place(NeuralShape::kDistances);
  arc_root = place(shape.arc_width);
  label_root = place(shape.label_width);
  label_weights = place(std::size_t{shape.label_width} * shape.deprel_count);
  label_bias = place(shape.deprel_count);
}

NeuralParameters::NeuralParameters(const NeuralShape& sizes, std::size_t word_rows,
                                   std::size_t part_rows, std::uint64_t seed)
    : shape(sizes),
      layout(sizes),
      dense(layout.size, 0.0F),
      words(word_rows * sizes.word_width),
      parts(part_rows * sizes.part_width) {
  NeuralRandom random(seed);
  const auto fill_dense = [this, &random](std::size_t at, std::size_t inputs, std::size_t outputs) {
    fill(std::span(dense).subspan(at, inputs * outputs), spread_of(inputs), random);
  };
  const std::size_t state = shape.state();
  for (const NeuralLayout::Layer& layer : layout.layers) {
    fill_dense(layer.weights, state, shape.gates());
  }
  fill_dense(layout.view_weights, state, shape.views());
  fill_dense(layout.arc_root, shape.arc_width, 1);
  fill_dense(layout.label_root, shape.label_width, 1);
  fill_dense(layout.label_weights, shape.label_width, shape.deprel_count);
  // Tags, names and arcs start from nothing: every answer is as likely as the others.
  // Rows of rare features move little; what they start with would stay as noise.
  fill(words, 0.02F, random);
  fill(parts, 0.02F, random);
}

}  // namespace verbale
