// SPDX-License-Identifier: Apache-2.0
#include "train/export_neural.h"

#include <algorithm>
#include <deque>

#include "learning/neural_features.h"
#include "learning/neural_section.h"

namespace verbale {

namespace {

std::int8_t rounded(float value, float scale) {
  const float steps = value / scale;
  const float whole = (steps + 12582912.0F) - 12582912.0F;
  return static_cast<std::int8_t>(std::clamp(whole, -127.0F, 127.0F));
}

float scale_of(float largest) {
  return std::max(largest, 1e-20F) / 127.0F;
}

// Owns the arrays that a section's views point at, until it is written.
class Store {
 public:
  Int8Matrix matrix(const float* values, std::size_t inputs, std::size_t outputs) {
    const std::size_t padded = Int8Matrix::padded(outputs);
    auto& weights = bytes_.emplace_back(inputs * padded, std::int8_t{0});
    auto& scales = floats_.emplace_back(padded, 0.0F);
    auto& sums = sums_.emplace_back(padded, 0);
    for (std::size_t column = 0; column < outputs; ++column) {
      float largest = 0;
      for (std::size_t k = 0; k < inputs; ++k) {
        largest = std::max(largest, std::abs(values[k * outputs + column]));
      }
      scales[column] = scale_of(largest);
      for (std::size_t k = 0; k < inputs; ++k) {
        const std::int8_t weight = rounded(values[k * outputs + column], scales[column]);
        weights[place(inputs, k, column)] = weight;
        sums[column] += weight;
      }
    }
    return {inputs, padded, weights, scales, sums};
  }

  NeuralSection::Table table(std::span<const std::uint64_t> hashes,
                             const std::vector<float>& values, std::size_t width) {
    auto& bytes = bytes_.emplace_back(values.size());
    auto& scales = floats_.emplace_back(hashes.size());
    auto& slots = slots_.emplace_back(FeatureIndex::build(hashes));
    for (std::size_t row = 0; row < hashes.size(); ++row) {
      const float* from = values.data() + row * width;
      float largest = 0;
      for (std::size_t j = 0; j < width; ++j) largest = std::max(largest, std::abs(from[j]));
      scales[row] = scale_of(largest);
      for (std::size_t j = 0; j < width; ++j)
        bytes[row * width + j] = rounded(from[j], scales[row]);
    }
    return {slots, bytes, scales};
  }

 private:
  // Where the kernels look for a weight (see Int8Matrix).
  static std::size_t place(std::size_t inputs, std::size_t k, std::size_t column) {
    constexpr std::size_t block = Int8Matrix::kBlock;
    return column / block * block * inputs + k / 4 * 4 * block + column % block * 4 + k % 4;
  }

  std::deque<std::vector<std::int8_t>> bytes_;
  std::deque<std::vector<float>> floats_;
  std::deque<std::vector<std::int32_t>> sums_;
  std::deque<std::vector<std::uint32_t>> slots_;
};

}  // namespace

std::string export_neural(const NeuralModel& model) {
  const NeuralParameters& from = model.parameters;
  const NeuralShape& shape = from.shape;
  const NeuralLayout& layout = from.layout;
  const float* dense = from.dense.data();
  const std::size_t state = shape.state();
  Store store;
  NeuralSection section;
  section.shape = shape;
  section.upos = model.labels.upos;
  section.xpos = model.labels.xpos;
  section.deprels = model.labels.deprels;
  section.names = model.labels.names;
  section.tag_pairs = model.labels.tag_pairs;
  section.words = store.table(model.word_hashes, from.words, shape.word_width);
  section.parts = store.table(model.part_hashes, from.parts, shape.part_width);
  for (const NeuralLayout::Layer& layer : layout.layers) {
    section.layers.push_back({store.matrix(dense + layer.weights, state, shape.gates()),
                              {dense + layer.forget_state, state},
                              {dense + layer.reset_state, state},
                              {dense + layer.forget_bias, state},
                              {dense + layer.reset_bias, state}});
  }
  section.tags = store.matrix(dense + layout.tag_weights, state, shape.tags());
  section.tag_bias = {dense + layout.tag_bias, shape.tags()};
  section.name_weights = store.matrix(dense + layout.name_weights, state, shape.name_count);
  section.name_bias = {dense + layout.name_bias, shape.name_count};
  section.views = store.matrix(dense + layout.view_weights, state, shape.views());
  section.view_bias = {dense + layout.view_bias, shape.views()};
  section.arcs = store.matrix(dense + layout.arc_weights, shape.arc_width, shape.arc_width);
  section.arc_bias = {dense + layout.arc_bias, shape.arc_width};
  section.distances =
      store.matrix(dense + layout.distance_weights, shape.arc_width, NeuralShape::kDistances);
  section.distance_bias = {dense + layout.distance_bias, NeuralShape::kDistances};
  section.arc_root = {dense + layout.arc_root, shape.arc_width};
  section.labels =
      store.matrix(dense + layout.label_weights, shape.label_width, shape.deprel_count);
  section.label_bias = {dense + layout.label_bias, shape.deprel_count};
  section.label_root = {dense + layout.label_root, shape.label_width};
  return write_neural_section(section);
}

}  // namespace verbale
