// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "learning/neural_int8.h"
#include "learning/neural_shape.h"

namespace verbale {

// One network as it lies in a model file: whole numbers for what is multiplied, floats for what is
// added. All members are views into the section's bytes, which must outlive them.
struct NeuralSection {
  struct Layer {
    Int8Matrix weights;  // state × gates: for each direction candidate, forget, reset.
    std::span<const float> forget_state, reset_state, forget_bias, reset_bias;
  };
  // Rows of a table of features, each with a scale, found through the slots of a FeatureIndex.
  struct Table {
    std::span<const std::uint32_t> slots;
    std::span<const std::int8_t> values;
    std::span<const float> scales;
  };

  NeuralShape shape;
  std::vector<std::string> upos, xpos, deprels, names;
  // UPOS and XPOS that occur together, two numbers a pair; at least one pair.
  std::span<const std::uint8_t> tag_pairs;
  Table words, parts;
  std::vector<Layer> layers;
  Int8Matrix tags, name_weights, views, arcs, distances, labels;
  std::span<const float> tag_bias, name_bias, view_bias, arc_bias, distance_bias, label_bias;
  std::span<const float> arc_root, label_root;
};

// Looks at every size and index, so that a broken file is an error and never a wrong access.
// REQUIRES: the bytes are aligned to four.
Result<NeuralSection> read_neural_section(std::span<const std::byte> bytes);

std::string write_neural_section(const NeuralSection& section);

}  // namespace verbale
