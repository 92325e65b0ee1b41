// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "train/neural_adam.h"
#include "train/neural_corpus.h"
#include "train/neural_parameters.h"
#include "train/neural_shard.h"

namespace verbale {

struct NeuralTrainOptions {
  NeuralShape shape;
  std::size_t epochs = 16;
  std::size_t batch_tokens = 800;
  float rate = 2e-3F;
  // Steps over which the rate rises from nothing; after that it falls in a cosine to `rate_left`
  // of itself.
  std::size_t warm_up_steps = 300;
  float rate_left = 0.05F;
  // The answer is a running average of the parameters, moved every so many steps by at least this
  // share of the way to where they are: steps jump about the best place, their average does not.
  std::size_t average_every = 8;
  float average_step = 0.02F;
  float gradient_norm_max = 5.0F;
  AdamOptions adam;
  NeuralDropout dropout{
      .input = 0.3F, .layer = 0.3F, .heads = 0.4F, .views = 0.33F, .parts = 0.1F, .words = 1.0F};
  NeuralWeights weights;
  // A word seen `count` times is hidden with the chance rareness / (rareness + count).
  float rareness = 1.0F;
  // Features seen less often have no row.
  std::size_t word_count_min = 2;
  std::size_t part_count_min = 4;
  std::uint64_t seed = 1;
  bool two_threads = true;
};

// The learned numbers, and which feature owns which row of the tables.
struct NeuralModel {
  NeuralParameters parameters;
  std::vector<std::uint64_t> word_hashes;
  std::vector<std::uint64_t> part_hashes;
  NeuralLabels labels;
};

struct NeuralProgress {
  std::size_t epoch = 0;
  std::size_t epochs = 0;
  NeuralLoss train;
};

// Trains from nothing, or goes on from `start`, a network with the same labels. The same examples,
// options, start and seed yield the same bits, with one thread or two. `report` is called after
// each epoch.
NeuralModel train_neural(
    const std::vector<NeuralExample>& examples, const NeuralLabels& labels,
    const NeuralTrainOptions& options,
    const std::function<void(const NeuralProgress&, const NeuralModel&)>& report,
    const NeuralModel* start = nullptr);

// Losses and greedy accuracy in floats, without dropout and without trees.
NeuralLoss measure_neural(const NeuralModel& model, const std::vector<NeuralExample>& examples);

}  // namespace verbale
