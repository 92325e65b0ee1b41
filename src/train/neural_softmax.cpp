// SPDX-License-Identifier: Apache-2.0
#include "train/neural_softmax.h"

#include <cmath>

#include "learning/neural_activation.h"

namespace verbale {

SoftmaxLoss softmax_loss(std::span<float> scores, std::size_t right, float weight) {
  SoftmaxLoss result;
  for (std::size_t i = 1; i < scores.size(); ++i) {
    if (scores[i] > scores[result.best]) result.best = i;
  }
  const float highest = scores[result.best];
  float total = 0;
  for (float& score : scores) {
    score = fast_exp(score - highest);
    total += score;
  }
  // The logarithm is only reported; nothing is learned from its last bits.
  result.loss = -std::log(static_cast<double>(scores[right] / total) + 1e-30);
  const float factor = weight / total;
  for (float& score : scores) score *= factor;
  scores[right] -= weight;
  return result;
}

}  // namespace verbale
