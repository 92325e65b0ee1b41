// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "learning/neural_shape.h"

namespace verbale {

// Which of the kDistances classes a head belongs to: behind or ahead of its dependent, and how far.
// Words are counted alike; the two differ.
inline std::size_t distance_class(std::size_t dependent, std::size_t head) {
  const std::size_t way = head > dependent ? head - dependent : dependent - head;
  std::size_t step = 7;
  if (way <= 4) {
    step = way == 0 ? 0 : way - 1;
  } else if (way <= 6) {
    step = 4;
  } else if (way <= 9) {
    step = 5;
  } else if (way <= 14) {
    step = 6;
  }
  return step + (head > dependent ? NeuralShape::kDistances / 2 : 0);
}

}  // namespace verbale
