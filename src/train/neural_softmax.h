// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

namespace verbale {

struct SoftmaxLoss {
  double loss = 0;       // -log of the right answer's share.
  std::size_t best = 0;  // The answer with the highest score, the first among equals.
};

// Turns `scores` into `weight` times the gradient of the loss.
SoftmaxLoss softmax_loss(std::span<float> scores, std::size_t right, float weight);

}  // namespace verbale
