// SPDX-License-Identifier: Apache-2.0
#include "train/neural_shard.h"

#include <gtest/gtest.h>

#include <cmath>

#include "train/neural_random.h"

namespace verbale {
namespace {

constexpr NeuralShape kTiny{.word_width = 16,
                            .part_width = 16,
                            .layers = 3,
                            .hidden = 16,
                            .tag_layer = 2,
                            .name_layer = 3,
                            .arc_width = 16,
                            .label_width = 16,
                            .upos_count = 4,
                            .xpos_count = 5,
                            .deprel_count = 6,
                            .name_count = 3};
constexpr std::size_t kRows = 12;

// Sentences of made-up numbers: a gradient does not care what words mean.
struct Batch {
  Batch() {
    NeuralRandom random(5);
    examples.resize(3);
    for (std::size_t s = 0; s < examples.size(); ++s) {
      NeuralExample& gold = examples[s];
      const std::size_t count = 2 + 3 * s;
      for (std::size_t i = 0; i < count; ++i) {
        gold.words.emplace_back("w");
        gold.upos.push_back(static_cast<std::uint8_t>(random.below(4)));
        gold.xpos.push_back(static_cast<std::uint8_t>(random.below(5)));
        gold.deprels.push_back(static_cast<std::uint8_t>(random.below(6)));
        gold.heads.push_back(static_cast<std::uint16_t>(i == 0 ? 0 : i));
        if (s != 1) gold.names.push_back(static_cast<std::uint8_t>(random.below(3)));
      }
    }
    encoded.resize(examples.size());
    for (std::size_t s = 0; s < examples.size(); ++s) {
      encoded[s].gold = &examples[s];
      for (std::size_t i = 0; i <= examples[s].words.size(); ++i) {
        encoded[s].word_begins.push_back(static_cast<std::uint32_t>(i));
        encoded[s].part_begins.push_back(static_cast<std::uint32_t>(2 * i));
        if (i == examples[s].words.size()) break;
        encoded[s].word_rows.push_back(random.below(kRows));
        encoded[s].part_rows.push_back(random.below(kRows));
        encoded[s].part_rows.push_back(random.below(kRows));
        encoded[s].word_drop.push_back(0.3F);
      }
      pointers.push_back(&encoded[s]);
    }
  }
  std::vector<NeuralExample> examples;
  std::vector<EncodedExample> encoded;
  std::vector<const EncodedExample*> pointers;
};

NeuralParameters tiny_parameters() {
  NeuralParameters parameters(kTiny, kRows, kRows, 3);
  NeuralRandom random(11);
  for (float& value : parameters.dense) {
    if (value == 0.0F) value = 0.4F * (random.uniform() - 0.5F);  // Biases and heads too.
  }
  for (float& value : parameters.words) value *= 45.0F;  // As large as they get in training.
  for (float& value : parameters.parts) value *= 8.0F;
  return parameters;
}

NeuralStep step_with(float dropout) {
  NeuralStep step;
  step.dropout = {dropout, dropout, dropout, dropout, dropout, 1.0F};
  step.seed = 17;
  step.number = 4;
  return step;
}

double total(const NeuralLoss& loss, const NeuralWeights& weights) {
  return loss.arcs + loss.labels + static_cast<double>(weights.tags) * loss.tags +
         static_cast<double>(weights.names) * loss.names;
}

// Moving parameters [begin, end) along their gradient by `way` must change the loss by way times
// the gradient's length.
void check_block(std::size_t begin, std::size_t end, const NeuralStep& step,
                 const std::string& what) {
  const Batch batch;
  NeuralParameters parameters = tiny_parameters();
  NeuralShard shard(kTiny);
  shard.run(parameters, batch.pointers, 0, step, true);
  double square = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const auto g = static_cast<double>(shard.gradient()[i]);
    square += g * g;
  }
  const double length = std::sqrt(square);
  ASSERT_GT(length, 1e-3) << what;
  const std::vector<float> gradient(shard.gradient().begin(), shard.gradient().end());
  const std::vector<float> start = parameters.dense;
  constexpr double kWay = 0.01;
  double losses[2];
  for (const int side : {0, 1}) {
    for (std::size_t i = begin; i < end; ++i) {
      const double move = (side == 0 ? -kWay : kWay) * static_cast<double>(gradient[i]) / length;
      parameters.dense[i] = start[i] + static_cast<float>(move);
    }
    losses[side] = total(shard.run(parameters, batch.pointers, 0, step, false), step.weights);
  }
  EXPECT_NEAR((losses[1] - losses[0]) / (2 * kWay), length, 0.02 * length + 0.01) << what;
}

TEST(NeuralShard, GradientsAgreeWithSmallMoves) {
  const NeuralLayout layout(kTiny);
  for (const float dropout : {0.0F, 0.25F}) {
    const NeuralStep step = step_with(dropout);
    for (std::size_t i = 0; i < layout.layers.size(); ++i) {
      const NeuralLayout::Layer& layer = layout.layers[i];
      const std::string name = "layer " + std::to_string(i);
      check_block(layer.weights, layer.forget_state, step, name + " weights");
      check_block(layer.forget_state, layer.reset_state, step, name + " forget state");
      check_block(layer.reset_state, layer.forget_bias, step, name + " reset state");
      check_block(layer.forget_bias, layer.reset_bias, step, name + " forget bias");
      check_block(layer.reset_bias, layer.reset_bias + kTiny.state(), step, name + " reset bias");
    }
    check_block(layout.tag_weights, layout.name_weights, step, "tags");
    check_block(layout.name_weights, layout.view_weights, step, "names");
    check_block(layout.view_weights, layout.arc_weights, step, "views");
    check_block(layout.arc_weights, layout.arc_bias, step, "arc weights");
    check_block(layout.arc_bias, layout.distance_weights, step, "arc bias");
    check_block(layout.distance_weights, layout.distance_bias, step, "distance weights");
    check_block(layout.distance_bias, layout.arc_root, step, "distance bias");
    check_block(layout.arc_root, layout.label_root, step, "arc root");
    check_block(layout.label_root, layout.label_weights, step, "label root");
    check_block(layout.label_weights, layout.size, step, "labels");
  }
}

TEST(NeuralShard, InputGradientAgreesWithASmallMoveOfARow) {
  const Batch batch;
  NeuralParameters parameters = tiny_parameters();
  NeuralShard shard(kTiny);
  const NeuralStep step = step_with(0.2F);
  shard.run(parameters, batch.pointers, 0, step, true);
  std::vector<double> gradient(parameters.words.size(), 0.0);
  std::size_t token = 0;
  for (const EncodedExample* example : batch.pointers) {
    for (std::size_t i = 0; i < example->size(); ++i, ++token) {
      if (!shard.seen()[2 * token]) continue;
      for (std::size_t j = 0; j < kTiny.word_width; ++j) {
        gradient[example->words_of(i)[0] * kTiny.word_width + j] +=
            static_cast<double>(shard.input_gradient()[token * kTiny.state() + j]);
      }
    }
  }
  double square = 0;
  for (const double g : gradient) square += g * g;
  const double length = std::sqrt(square);
  const std::vector<float> start = parameters.words;
  constexpr double kWay = 0.02;
  double losses[2];
  for (const int side : {0, 1}) {
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      parameters.words[i] =
          start[i] + static_cast<float>((side == 0 ? -kWay : kWay) * gradient[i] / length);
    }
    losses[side] = total(shard.run(parameters, batch.pointers, 0, step, false), step.weights);
  }
  EXPECT_NEAR((losses[1] - losses[0]) / (2 * kWay), length, 0.02 * length);
}

TEST(NeuralShard, ASentenceDoesNotSeeItsNeighbours) {
  const Batch batch;
  const NeuralParameters parameters = tiny_parameters();
  NeuralShard shard(kTiny);
  const double together = total(shard.run(parameters, batch.pointers, 0, {}, false), {});
  double apart = 0;
  for (const EncodedExample* example : batch.pointers) {
    const EncodedExample* const alone[] = {example};
    apart += total(shard.run(parameters, alone, 0, {}, false), {});
  }
  EXPECT_NEAR(together, apart, 1e-9);
}

}  // namespace
}  // namespace verbale
