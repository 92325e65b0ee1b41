// SPDX-License-Identifier: Apache-2.0
// The heads of the network: tags, names, arcs, relations. The encoder stands in neural_shard.cpp.
#include <algorithm>

#include "learning/neural_distance.h"
#include "learning/neural_gemm.h"
#include "train/neural_random.h"
#include "train/neural_shard.h"
#include "train/neural_softmax.h"

namespace verbale {

namespace {

enum Salt : std::uint64_t { kTags = 100, kNames, kViewInput, kViews, kPairs };

void add_bias(std::span<float> rows, std::span<const float> bias) {
  for (std::size_t at = 0; at < rows.size(); at += bias.size()) {
    for (std::size_t j = 0; j < bias.size(); ++j) rows[at + j] += bias[j];
  }
}

void add_bias_gradient(std::span<const float> rows, std::span<float> gradient) {
  for (std::size_t at = 0; at < rows.size(); at += gradient.size()) {
    for (std::size_t j = 0; j < gradient.size(); ++j) gradient[j] += rows[at + j];
  }
}

void add_to(std::span<float> to, std::span<const float> from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

}  // namespace

void NeuralShard::run_linear_head(const NeuralParameters& parameters, bool is_names) {
  const std::size_t tokens = begins_.back();
  const std::size_t state = shape_.state();
  const std::size_t width = is_names ? shape_.name_count : shape_.tags();
  const std::size_t layer = (is_names ? shape_.name_layer : shape_.tag_layer) - 1;
  const std::size_t weights = is_names ? layout_.name_weights : layout_.tag_weights;
  const std::size_t bias = is_names ? layout_.name_bias : layout_.tag_bias;
  const std::uint64_t salt = is_names ? kNames : kTags;
  const float* dense = parameters.dense.data();
  head_input_.resize(tokens * state);
  head_out_.resize(tokens * width);
  drop_columns(layers_[layer].out.data(), head_input_.data(), state, step_.dropout.heads, salt);
  multiply({tokens, width, state}, {head_input_.data(), state}, {dense + weights, width},
           head_out_.data(), width, false);
  add_bias(head_out_, {dense + bias, width});

  const float weight = (is_names ? step_.weights.names : step_.weights.tags) * step_.scale;
  for (std::size_t s = 0; s < batch_.size(); ++s) {
    const NeuralExample& gold = *batch_[s]->gold;
    for (std::size_t i = 0; i < gold.words.size(); ++i) {
      const std::span<float> row(head_out_.data() + (begins_[s] + i) * width, width);
      if (!is_names) {
        const auto upos = softmax_loss(row.first(shape_.upos_count), gold.upos[i], weight);
        const auto xpos = softmax_loss(row.subspan(shape_.upos_count), gold.xpos[i], weight);
        loss_.tags += upos.loss + xpos.loss;
        loss_.upos_right += upos.best == gold.upos[i];
      } else if (gold.names.empty()) {
        std::fill(row.begin(), row.end(), 0.0F);
      } else {
        loss_.names += softmax_loss(row, gold.names[i], weight).loss;
      }
    }
  }
  if (!learn_) return;
  multiply({state, width, tokens}, MatrixView{head_input_.data(), state}.transposed(),
           {head_out_.data(), width}, gradient_.data() + weights, width, true);
  add_bias_gradient(head_out_, {gradient_.data() + bias, width});
  multiply({tokens, state, width}, {head_out_.data(), width},
           MatrixView{dense + weights, width}.transposed(), head_input_.data(), state, false);
  drop_columns(head_input_.data(), head_input_.data(), state, step_.dropout.heads, salt);
  add_to(out_gradients_[layer], head_input_);
}

void NeuralShard::run_views(const NeuralParameters& parameters) {
  const std::size_t tokens = begins_.back();
  const std::size_t state = shape_.state();
  const std::size_t width = shape_.views();
  const std::size_t arcs = shape_.arc_width;
  const float* dense = parameters.dense.data();
  head_input_.resize(tokens * state);
  views_.resize(tokens * width);
  drop_columns(layers_.back().out.data(), head_input_.data(), state, step_.dropout.heads,
               kViewInput);
  multiply({tokens, width, state}, {head_input_.data(), state},
           {dense + layout_.view_weights, width}, views_.data(), width, false);
  add_bias(views_, {dense + layout_.view_bias, width});
  for (std::size_t row = 0; row < tokens; ++row) {
    float* view = views_.data() + row * width;
    for (std::size_t j = 0; j < 2 * arcs; ++j) view[j] = std::max(view[j], 0.0F);
  }
  drop_columns(views_.data(), views_.data(), width, step_.dropout.views, kViews);

  views_gradient_.assign(tokens * width, 0.0F);
  asked_.resize(tokens * arcs);
  asked_gradient_.resize(tokens * arcs);
  multiply({tokens, arcs, arcs}, {views_.data(), width}, {dense + layout_.arc_weights, arcs},
           asked_.data(), arcs, false);
  add_bias(asked_, {dense + layout_.arc_bias, arcs});
  constexpr std::size_t kDistances = NeuralShape::kDistances;
  distances_.resize(tokens * kDistances);
  distances_gradient_.assign(tokens * kDistances, 0.0F);
  multiply({tokens, kDistances, arcs}, {views_.data(), width},
           {dense + layout_.distance_weights, kDistances}, distances_.data(), kDistances, false);
  add_bias(distances_, {dense + layout_.distance_bias, kDistances});
  head_right_.assign(tokens, 0);
  for (std::size_t s = 0; s < batch_.size(); ++s) run_arcs(parameters, s);
  run_labels(parameters);
}

void NeuralShard::run_arcs(const NeuralParameters& parameters, std::size_t sentence) {
  const NeuralExample& gold = *batch_[sentence]->gold;
  const std::size_t count = gold.words.size();
  const std::size_t columns = count + 1;
  const std::size_t width = shape_.views();
  const std::size_t arcs = shape_.arc_width;
  const std::size_t first = begins_[sentence];
  const float* root = parameters.dense.data() + layout_.arc_root;
  const float* heads = views_.data() + first * width + arcs;
  const float* asked = asked_.data() + first * arcs;
  scores_.resize(count * columns);
  multiply({count, count, arcs}, {asked, arcs}, MatrixView{heads, width}.transposed(),
           scores_.data() + 1, columns, false);
  multiply({count, 1, arcs}, {asked, arcs}, MatrixView{root, arcs}.transposed(), scores_.data(),
           columns, false);
  for (std::size_t i = 0; i < count; ++i) {
    const std::span<float> row(scores_.data() + i * columns, columns);
    const float* distances = distances_.data() + (first + i) * NeuralShape::kDistances;
    for (std::size_t j = 0; j < count; ++j) row[j + 1] += distances[distance_class(i, j)];
    row[i + 1] = -1e4F;  // No token heads itself.
    const SoftmaxLoss result = softmax_loss(row, gold.heads[i], step_.scale);
    loss_.arcs += result.loss;
    head_right_[first + i] = result.best == gold.heads[i];
    loss_.heads_right += head_right_[first + i];
  }
  if (!learn_) return;
  for (std::size_t i = 0; i < count; ++i) {
    float* wanted = distances_gradient_.data() + (first + i) * NeuralShape::kDistances;
    for (std::size_t j = 0; j < count; ++j) {
      wanted[distance_class(i, j)] += scores_[i * columns + j + 1];
    }
  }
  float* heads_gradient = views_gradient_.data() + first * width + arcs;
  multiply({count, arcs, count}, {scores_.data() + 1, columns}, {heads, width},
           asked_gradient_.data() + first * arcs, arcs, false);
  multiply({count, arcs, 1}, {scores_.data(), columns}, {root, arcs},
           asked_gradient_.data() + first * arcs, arcs, true);
  multiply({count, arcs, count}, MatrixView{scores_.data() + 1, columns}.transposed(),
           {asked, arcs}, heads_gradient, width, false);
  multiply({1, arcs, count}, MatrixView{scores_.data(), columns}.transposed(), {asked, arcs},
           gradient_.data() + layout_.arc_root, arcs, true);
}

void NeuralShard::run_labels(const NeuralParameters& parameters) {
  const std::size_t tokens = begins_.back();
  const std::size_t width = shape_.label_width;
  const std::size_t labels = shape_.deprel_count;
  const std::size_t views = shape_.views();
  const std::size_t offset = 2 * std::size_t{shape_.arc_width};
  const float* dense = parameters.dense.data();
  pairs_.resize(tokens * width);
  label_scores_.resize(tokens * labels);
  for (std::size_t s = 0; s < batch_.size(); ++s) {
    for (std::size_t i = 0; i < batch_[s]->size(); ++i) {
      const std::size_t head = batch_[s]->gold->heads[i];
      const float* as_dependent = views_.data() + (begins_[s] + i) * views + offset;
      const float* as_head = head == 0
                                 ? dense + layout_.label_root
                                 : views_.data() + (begins_[s] + head - 1) * views + offset + width;
      float* pair = pairs_.data() + (begins_[s] + i) * width;
      for (std::size_t j = 0; j < width; ++j)
        pair[j] = std::max(as_dependent[j] + as_head[j], 0.0F);
    }
  }
  drop_columns(pairs_.data(), pairs_.data(), width, step_.dropout.views, kPairs);
  multiply({tokens, labels, width}, {pairs_.data(), width}, {dense + layout_.label_weights, labels},
           label_scores_.data(), labels, false);
  add_bias(label_scores_, {dense + layout_.label_bias, labels});
  for (std::size_t s = 0; s < batch_.size(); ++s) {
    for (std::size_t i = 0; i < batch_[s]->size(); ++i) {
      const std::size_t row = begins_[s] + i;
      const std::size_t answer = batch_[s]->gold->deprels[i];
      const SoftmaxLoss result =
          softmax_loss({label_scores_.data() + row * labels, labels}, answer, step_.scale);
      loss_.labels += result.loss;
      loss_.both_right += head_right_[row] && result.best == answer;
    }
  }
  if (learn_) run_labels_back(parameters);
}

void NeuralShard::run_labels_back(const NeuralParameters& parameters) {
  const std::size_t tokens = begins_.back();
  const std::size_t width = shape_.label_width;
  const std::size_t labels = shape_.deprel_count;
  const std::size_t views = shape_.views();
  const std::size_t offset = 2 * std::size_t{shape_.arc_width};
  const float* dense = parameters.dense.data();
  pairs_gradient_.resize(tokens * width);
  multiply({width, labels, tokens}, MatrixView{pairs_.data(), width}.transposed(),
           {label_scores_.data(), labels}, gradient_.data() + layout_.label_weights, labels, true);
  add_bias_gradient(label_scores_, {gradient_.data() + layout_.label_bias, labels});
  multiply({tokens, width, labels}, {label_scores_.data(), labels},
           MatrixView{dense + layout_.label_weights, labels}.transposed(), pairs_gradient_.data(),
           width, false);
  drop_columns(pairs_gradient_.data(), pairs_gradient_.data(), width, step_.dropout.views, kPairs);
  for (std::size_t s = 0; s < batch_.size(); ++s) {
    for (std::size_t i = 0; i < batch_[s]->size(); ++i) {
      const std::size_t row = begins_[s] + i;
      const std::size_t head = batch_[s]->gold->heads[i];
      float* dependent = views_gradient_.data() + row * views + offset;
      float* as_head =
          head == 0 ? gradient_.data() + layout_.label_root
                    : views_gradient_.data() + (begins_[s] + head - 1) * views + offset + width;
      for (std::size_t j = 0; j < width; ++j) {
        // What dropout hid or the threshold held back has no gradient: its pair is zero.
        const float wanted =
            pairs_[row * width + j] > 0.0F ? pairs_gradient_[row * width + j] : 0.0F;
        dependent[j] += wanted;
        as_head[j] += wanted;
      }
    }
  }
}

void NeuralShard::run_views_back(const NeuralParameters& parameters) {
  const std::size_t tokens = begins_.back();
  const std::size_t state = shape_.state();
  const std::size_t width = shape_.views();
  const std::size_t arcs = shape_.arc_width;
  const float* dense = parameters.dense.data();
  multiply({arcs, arcs, tokens}, MatrixView{views_.data(), width}.transposed(),
           {asked_gradient_.data(), arcs}, gradient_.data() + layout_.arc_weights, arcs, true);
  add_bias_gradient(asked_gradient_, {gradient_.data() + layout_.arc_bias, arcs});
  multiply({tokens, arcs, arcs}, {asked_gradient_.data(), arcs},
           MatrixView{dense + layout_.arc_weights, arcs}.transposed(), views_gradient_.data(),
           width, false);
  constexpr std::size_t kDistances = NeuralShape::kDistances;
  multiply({arcs, kDistances, tokens}, MatrixView{views_.data(), width}.transposed(),
           {distances_gradient_.data(), kDistances}, gradient_.data() + layout_.distance_weights,
           kDistances, true);
  add_bias_gradient(distances_gradient_, {gradient_.data() + layout_.distance_bias, kDistances});
  multiply({tokens, arcs, kDistances}, {distances_gradient_.data(), kDistances},
           MatrixView{dense + layout_.distance_weights, kDistances}.transposed(),
           views_gradient_.data(), width, true);
  drop_columns(views_gradient_.data(), views_gradient_.data(), width, step_.dropout.views, kViews);
  for (std::size_t row = 0; row < tokens; ++row) {
    for (std::size_t j = 0; j < 2 * arcs; ++j) {
      if (views_[row * width + j] <= 0.0F) views_gradient_[row * width + j] = 0.0F;
    }
  }
  multiply({state, width, tokens}, MatrixView{head_input_.data(), state}.transposed(),
           {views_gradient_.data(), width}, gradient_.data() + layout_.view_weights, width, true);
  add_bias_gradient(views_gradient_, {gradient_.data() + layout_.view_bias, width});
  multiply({tokens, state, width}, {views_gradient_.data(), width},
           MatrixView{dense + layout_.view_weights, width}.transposed(), head_input_.data(), state,
           false);
  drop_columns(head_input_.data(), head_input_.data(), state, step_.dropout.heads, kViewInput);
  add_to(out_gradients_.back(), head_input_);
}

}  // namespace verbale
