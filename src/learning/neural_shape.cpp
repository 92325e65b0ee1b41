// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_shape.h"

namespace verbale {

namespace {

bool is_width(std::uint32_t width) {
  return width >= 16 && width <= 1024 && width % 16 == 0;
}
bool is_count(std::uint32_t count) {
  return count >= 1 && count <= 255;
}

}  // namespace

bool is_usable(const NeuralShape& shape) {
  const bool widths = is_width(shape.word_width) && is_width(shape.part_width) &&
                      is_width(shape.hidden) && is_width(shape.arc_width) &&
                      is_width(shape.label_width);
  const bool counts = is_count(shape.upos_count) && is_count(shape.xpos_count) &&
                      is_count(shape.deprel_count) && is_count(shape.name_count);
  const bool layers = shape.layers >= 1 && shape.layers <= 8 && shape.tag_layer >= 1 &&
                      shape.tag_layer <= shape.layers && shape.name_layer >= 1 &&
                      shape.name_layer <= shape.layers;
  return widths && counts && layers && shape.word_width + shape.part_width == 2 * shape.hidden;
}

}  // namespace verbale
