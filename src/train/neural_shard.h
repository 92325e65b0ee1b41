// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "train/neural_example.h"
#include "train/neural_parameters.h"

namespace verbale {

// How much is hidden from the network while it learns; all zero when it is measured.
struct NeuralDropout {
  float input = 0.0F;  // Columns of the embeddings.
  float layer = 0.0F;  // Columns of what goes into the second and later layers' products.
  float heads = 0.0F;  // Columns of what the heads read.
  float views = 0.0F;  // Columns of a token as dependent and head.
  float parts = 0.0F;  // All parts of a word.
  float words = 0.0F;  // Scales EncodedExample::word_drop.
};

struct NeuralWeights {
  float tags = 0.5F;
  float names = 0.5F;
};

struct NeuralStep {
  NeuralDropout dropout;
  NeuralWeights weights;
  std::uint64_t seed = 0;
  std::uint64_t number = 0;
  float scale = 1.0F;  // 1 / tokens of the whole batch.
};

// Sums over tokens.
struct NeuralLoss {
  double arcs = 0, labels = 0, tags = 0, names = 0;
  std::size_t tokens = 0, upos_right = 0, heads_right = 0, both_right = 0;

  void add(const NeuralLoss& other);
};

// One worker's part of a batch: runs the network forward over some sentences, and back. Keeps its
// memory from step to step. Masks depend on the seed, the step and the sentence's number only.
class NeuralShard {
 public:
  explicit NeuralShard(const NeuralShape& shape);

  // Computes losses; fills gradient() and input_gradient() where `learn` is true.
  // `first_number` is the first sentence's number within the batch.
  NeuralLoss run(const NeuralParameters& parameters, std::span<const EncodedExample* const> batch,
                 std::size_t first_number, const NeuralStep& step, bool learn);

  std::span<const float> gradient() const { return gradient_; }
  // A row for each token: what the loss wants of its embedding.
  std::span<const float> input_gradient() const { return state_gradient_; }
  // Whether the token's word and parts were seen (a row of two for each token).
  std::span<const std::uint8_t> seen() const { return seen_; }

 private:
  struct LayerState {
    std::vector<float> input;  // After dropout, as the product reads it.
    std::vector<float> gates;
    std::vector<float> forget, reset, cell, out;
  };

  void embed(const NeuralParameters& parameters);
  void run_layer(const NeuralParameters& parameters, std::size_t layer);
  void run_layer_back(const NeuralParameters& parameters, std::size_t layer);
  void run_linear_head(const NeuralParameters& parameters, bool is_names);
  void run_views(const NeuralParameters& parameters);
  void run_views_back(const NeuralParameters& parameters);
  void run_arcs(const NeuralParameters& parameters, std::size_t sentence);
  void run_labels(const NeuralParameters& parameters);
  void run_labels_back(const NeuralParameters& parameters);
  // Writes `to` = `from` with a mask drawn for each sentence and column; `salt` parts the uses.
  void drop_columns(const float* from, float* to, std::size_t width, float rate,
                    std::uint64_t salt) const;
  void fill_mask(std::size_t sentence, float rate, std::uint64_t salt, std::span<float> mask) const;

  NeuralShape shape_;
  NeuralLayout layout_;
  std::span<const EncodedExample* const> batch_;
  std::size_t first_number_ = 0;
  NeuralStep step_;
  bool learn_ = false;
  NeuralLoss loss_;

  std::vector<std::size_t> begins_;  // Where each sentence's tokens start; one more at the end.
  std::vector<float> embedded_;
  std::vector<std::uint8_t> seen_;
  std::vector<LayerState> layers_;
  std::vector<float> head_input_, head_out_;
  std::vector<float> views_, views_gradient_;
  std::vector<float> asked_, asked_gradient_;  // Dependents times the arc matrix.
  std::vector<float> distances_, distances_gradient_;
  std::vector<float> scores_;
  std::vector<std::uint8_t> head_right_;
  std::vector<float> pairs_, pairs_gradient_, label_scores_;
  std::vector<float> state_gradient_, gates_gradient_, product_gradient_, carry_;
  std::vector<std::vector<float>> out_gradients_;  // What the heads want of each layer.
  std::vector<float> gradient_;
};

}  // namespace verbale
