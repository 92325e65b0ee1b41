// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "learning/neural_shape.h"

namespace verbale {

// Where each matrix and vector stands in the one array of dense parameters. Matrices are
// row-major, inputs × outputs.
struct NeuralLayout {
  struct Layer {
    std::size_t weights = 0;       // state × gates: for each direction candidate, forget, reset.
    std::size_t forget_state = 0;  // The four vectors hold both directions, one after the other.
    std::size_t reset_state = 0;
    std::size_t forget_bias = 0;
    std::size_t reset_bias = 0;
  };

  explicit NeuralLayout(const NeuralShape& shape);

  std::vector<Layer> layers;
  std::size_t tag_weights = 0;  // state × (upos + xpos)
  std::size_t tag_bias = 0;
  std::size_t name_weights = 0;  // state × names
  std::size_t name_bias = 0;
  std::size_t view_weights = 0;  // state × (arc dependent, arc head, label dependent, label head)
  std::size_t view_bias = 0;
  std::size_t arc_weights = 0;       // arc_width × arc_width
  std::size_t arc_bias = 0;          // How readily a token is a head, whatever the dependent.
  std::size_t distance_weights = 0;  // arc_width × kDistances
  std::size_t distance_bias = 0;
  std::size_t arc_root = 0;  // The root seen as a head.
  std::size_t label_root = 0;
  std::size_t label_weights = 0;  // label_width × deprels
  std::size_t label_bias = 0;
  std::size_t size = 0;
};

// All that is learned, in floats.
struct NeuralParameters {
  NeuralParameters(const NeuralShape& sizes, std::size_t words, std::size_t parts,
                   std::uint64_t seed);

  NeuralShape shape;
  NeuralLayout layout;
  std::vector<float> dense;
  std::vector<float> words;  // Rows of word_width.
  std::vector<float> parts;  // Rows of part_width.
};

}  // namespace verbale
