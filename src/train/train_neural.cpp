// SPDX-License-Identifier: Apache-2.0
#include "train/train_neural.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <thread>
#include <unordered_map>

#include "train/neural_random.h"

namespace verbale {

namespace {

using Counts = std::map<std::uint64_t, std::size_t>;

// The features that get a row, the most frequent first.
std::vector<std::uint64_t> keep_frequent(const Counts& counts, std::size_t count_min) {
  std::vector<std::pair<std::size_t, std::uint64_t>> kept;
  for (const auto& [hash, count] : counts) {
    if (count >= count_min) kept.emplace_back(count, hash);
  }
  std::sort(kept.begin(), kept.end(), std::greater<>());
  std::vector<std::uint64_t> hashes;
  for (const auto& [count, hash] : kept) hashes.push_back(hash);
  return hashes;
}

struct Vocabulary {
  Counts words;
  Counts parts;
};

Vocabulary count_features(const std::vector<NeuralExample>& examples) {
  Vocabulary vocabulary;
  for (const NeuralExample& example : examples) {
    for (const std::string& word : example.words) {
      const WordFeatures features = features_of(word);
      for (const std::uint64_t hash : features.words()) ++vocabulary.words[hash];
      for (const std::uint64_t hash : features.parts()) ++vocabulary.parts[hash];
    }
  }
  return vocabulary;
}

class Encoder {
 public:
  explicit Encoder(const NeuralModel& model)
      : word_slots_(FeatureIndex::build(model.word_hashes)),
        part_slots_(FeatureIndex::build(model.part_hashes)),
        words_(word_slots_),
        parts_(part_slots_) {}

  EncodedExample encode(const NeuralExample& gold, const Counts& counts, float rareness) const {
    EncodedExample encoded;
    encoded.gold = &gold;
    for (const std::string& word : gold.words) {
      const WordFeatures features = features_of(word);
      encoded.word_begins.push_back(static_cast<std::uint32_t>(encoded.word_rows.size()));
      encoded.part_begins.push_back(static_cast<std::uint32_t>(encoded.part_rows.size()));
      add_rows(words_, features.words(), encoded.word_rows);
      add_rows(parts_, features.parts(), encoded.part_rows);
      const auto found = counts.find(features.words().back());
      const float count = found == counts.end() ? 0.0F : static_cast<float>(found->second);
      encoded.word_drop.push_back(rareness > 0.0F ? rareness / (rareness + count) : 0.0F);
    }
    encoded.word_begins.push_back(static_cast<std::uint32_t>(encoded.word_rows.size()));
    encoded.part_begins.push_back(static_cast<std::uint32_t>(encoded.part_rows.size()));
    return encoded;
  }

 private:
  static void add_rows(const FeatureIndex& index, std::span<const std::uint64_t> hashes,
                       std::vector<std::uint32_t>& rows) {
    for (const std::uint64_t hash : hashes) {
      const std::uint32_t row = index.row_of(hash);
      if (row != FeatureIndex::kNoRow) rows.push_back(row);
    }
  }
  std::vector<std::uint32_t> word_slots_, part_slots_;
  FeatureIndex words_, parts_;
};

using Batch = std::vector<const EncodedExample*>;

std::size_t count_tokens(std::span<const EncodedExample* const> batch) {
  std::size_t tokens = 0;
  for (const EncodedExample* example : batch) tokens += example->size();
  return tokens;
}

std::vector<Batch> cut_batches(const std::vector<EncodedExample>& examples, std::size_t tokens_max,
                               NeuralRandom& random) {
  std::vector<const EncodedExample*> order;
  for (const EncodedExample& example : examples) order.push_back(&example);
  for (std::size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
  }
  std::vector<Batch> batches(1);
  std::size_t tokens = 0;
  for (const EncodedExample* example : order) {
    if (tokens >= tokens_max) {
      batches.emplace_back();
      tokens = 0;
    }
    batches.back().push_back(example);
    tokens += example->size();
  }
  return batches;
}

// The state of one training run.
class Trainer {
 public:
  Trainer(NeuralModel& model, const NeuralTrainOptions& options, std::size_t steps)
      : model_(model),
        options_(options),
        steps_(steps),
        shards_{NeuralShard(options.shape), NeuralShard(options.shape)},
        dense_state_(model.parameters.dense.size()),
        word_state_(model.parameters.words.size()),
        part_state_(model.parameters.parts.size()) {}

  NeuralLoss step(const Batch& batch);
  // Moves `average` towards what was learnt.
  void move_average(NeuralParameters& average) const;
  bool is_average_due() const { return done_ % options_.average_every == 0; }

 private:
  struct Piece {
    std::span<const EncodedExample* const> sentences;
    std::size_t first = 0;
    std::size_t tokens = 0;
  };

  template <typename Work>
  void run_both(const Work& work) const {
    if (!options_.two_threads) {
      work(0);
      work(1);
      return;
    }
    std::thread other([&work] { work(1); });
    work(0);
    other.join();
  }
  float rate_now() const;
  void collect_uses();
  void move_dense(const AdamStep& adam, std::size_t half, float scale);
  void move_rows(const AdamStep& adam, std::size_t half);
  const float* gradient_of(std::uint32_t token) const;

  NeuralModel& model_;
  const NeuralTrainOptions& options_;
  std::size_t steps_;
  std::size_t done_ = 0;
  std::array<NeuralShard, 2> shards_;
  std::array<Piece, 2> pieces_;
  AdamState dense_state_, word_state_, part_state_;
  std::vector<RowUse> word_uses_, part_uses_;
};

float Trainer::rate_now() const {
  const auto done = static_cast<double>(done_);
  const auto warm = static_cast<double>(options_.warm_up_steps);
  const auto steps = static_cast<double>(steps_);
  if (done < warm) return options_.rate * static_cast<float>((done + 1) / warm);
  const double way = std::min(1.0, (done - warm) / std::max(1.0, steps - warm));
  // A cosine's fall, as a polynomial that every machine computes alike.
  const double left = 1 - way;
  const auto floor = static_cast<double>(options_.rate_left);
  return options_.rate * static_cast<float>(floor + (1 - floor) * left * left * (3 - 2 * left));
}

// A young average trusts what is new more: it spans the last tenth of the way.
void Trainer::move_average(NeuralParameters& average) const {
  const float young = 10.0F / static_cast<float>(10 + done_ / options_.average_every);
  const float step = std::max(options_.average_step, young);
  run_both([&](std::size_t half) {
    const auto move = [&](const std::vector<float>& from, std::vector<float>& to) {
      const std::size_t middle = from.size() / 2;
      const std::size_t end = half == 0 ? middle : from.size();
      for (std::size_t i = half == 0 ? 0 : middle; i < end; ++i) to[i] += (from[i] - to[i]) * step;
    };
    move(model_.parameters.dense, average.dense);
    move(model_.parameters.words, average.words);
    move(model_.parameters.parts, average.parts);
  });
}

const float* Trainer::gradient_of(std::uint32_t token) const {
  const std::size_t state = options_.shape.state();
  const std::size_t first = pieces_[0].tokens;
  return token < first ? shards_[0].input_gradient().data() + token * state
                       : shards_[1].input_gradient().data() + (token - first) * state;
}

void Trainer::collect_uses() {
  word_uses_.clear();
  part_uses_.clear();
  std::uint32_t token = 0;
  for (std::size_t half = 0; half < 2; ++half) {
    std::size_t row = 0;
    for (const EncodedExample* example : pieces_[half].sentences) {
      for (std::size_t i = 0; i < example->size(); ++i, ++row, ++token) {
        if (shards_[half].seen()[2 * row]) {
          for (const std::uint32_t word : example->words_of(i)) word_uses_.push_back({word, token});
        }
        if (shards_[half].seen()[2 * row + 1]) {
          for (const std::uint32_t part : example->parts_of(i)) part_uses_.push_back({part, token});
        }
      }
    }
  }
  run_both([this](std::size_t half) {
    auto& uses = half == 0 ? word_uses_ : part_uses_;
    std::sort(uses.begin(), uses.end());
  });
}

void Trainer::move_dense(const AdamStep& adam, std::size_t half, float scale) {
  const std::size_t size = model_.parameters.dense.size();
  const std::size_t middle = size / 2;
  const std::size_t begin = half == 0 ? 0 : middle;
  const std::size_t end = half == 0 ? middle : size;
  std::vector<float> gradient(end - begin);
  for (std::size_t i = begin; i < end; ++i) {
    gradient[i - begin] = (shards_[0].gradient()[i] + shards_[1].gradient()[i]) * scale;
  }
  const std::size_t count = end - begin;
  run_adam(adam, gradient, std::span(model_.parameters.dense).subspan(begin, count),
           std::span(dense_state_.first).subspan(begin, count),
           std::span(dense_state_.second).subspan(begin, count));
}

// The part rows carry most of the work, so each half takes its share of both tables.
void Trainer::move_rows(const AdamStep& adam, std::size_t half) {
  const NeuralShape& shape = options_.shape;
  const auto share = [half](const std::vector<RowUse>& uses) {
    std::size_t middle = uses.size() / 2;
    while (middle > 0 && middle < uses.size() && uses[middle].row == uses[middle - 1].row) ++middle;
    return half == 0 ? std::span(uses).first(middle) : std::span(uses).subspan(middle);
  };
  run_adam_rows(adam, share(word_uses_), {model_.parameters.words, &word_state_, shape.word_width},
                [this](std::uint32_t token) { return gradient_of(token); });
  run_adam_rows(
      adam, share(part_uses_), {model_.parameters.parts, &part_state_, shape.part_width},
      [this, &shape](std::uint32_t token) { return gradient_of(token) + shape.word_width; });
}

NeuralLoss Trainer::step(const Batch& batch) {
  const std::size_t tokens = count_tokens(batch);
  std::size_t cut = 0;
  std::size_t before = 0;
  while (cut < batch.size() && 2 * before < tokens) before += batch[cut++]->size();
  pieces_[0] = {std::span(batch).first(cut), 0, before};
  pieces_[1] = {std::span(batch).subspan(cut), cut, tokens - before};
  NeuralStep step{options_.dropout, options_.weights, options_.seed, done_ + 1,
                  1.0F / static_cast<float>(tokens)};
  std::array<NeuralLoss, 2> losses;
  run_both([&](std::size_t half) {
    losses[half] = shards_[half].run(model_.parameters, pieces_[half].sentences,
                                     pieces_[half].first, step, true);
  });
  double square = 0;
  for (std::size_t i = 0; i < model_.parameters.dense.size(); ++i) {
    const double g = static_cast<double>(shards_[0].gradient()[i] + shards_[1].gradient()[i]);
    square += g * g;
  }
  const auto norm = static_cast<float>(std::sqrt(square));
  const float scale = norm > options_.gradient_norm_max ? options_.gradient_norm_max / norm : 1.0F;
  const AdamStep adam = adam_step(options_.adam, rate_now(), done_ + 1);
  collect_uses();
  run_both([&](std::size_t half) {
    move_dense(adam, half, scale);
    move_rows(adam, half);
  });
  ++done_;
  losses[0].add(losses[1]);
  return losses[0];
}

NeuralModel new_model(const Vocabulary& vocabulary, const NeuralLabels& labels,
                      const NeuralTrainOptions& options) {
  auto word_hashes = keep_frequent(vocabulary.words, options.word_count_min);
  auto part_hashes = keep_frequent(vocabulary.parts, options.part_count_min);
  return {NeuralParameters(options.shape, word_hashes.size(), part_hashes.size(), options.seed),
          std::move(word_hashes), std::move(part_hashes), labels};
}

}  // namespace

NeuralModel train_neural(
    const std::vector<NeuralExample>& examples, const NeuralLabels& labels,
    const NeuralTrainOptions& options,
    const std::function<void(const NeuralProgress&, const NeuralModel&)>& report,
    const NeuralModel* start) {
  const Vocabulary vocabulary = count_features(examples);
  NeuralModel model = start != nullptr ? *start : new_model(vocabulary, labels, options);
  const Encoder encoder(model);
  std::vector<EncodedExample> encoded;
  std::size_t tokens = 0;
  for (const NeuralExample& example : examples) {
    encoded.push_back(encoder.encode(example, vocabulary.words, options.rareness));
    tokens += example.words.size();
  }
  NeuralModel average = model;
  NeuralRandom random(options.seed, 0, 0);
  Trainer trainer(model, options, options.epochs * (tokens / options.batch_tokens));
  for (std::size_t epoch = 1; epoch <= options.epochs; ++epoch) {
    NeuralProgress progress{epoch, options.epochs, {}};
    for (const Batch& batch : cut_batches(encoded, options.batch_tokens, random)) {
      progress.train.add(trainer.step(batch));
      if (trainer.is_average_due()) trainer.move_average(average.parameters);
    }
    report(progress, average);
  }
  return average;
}

NeuralLoss measure_neural(const NeuralModel& model, const std::vector<NeuralExample>& examples) {
  const Encoder encoder(model);
  NeuralShard shard(model.parameters.shape);
  NeuralLoss loss;
  for (const NeuralExample& example : examples) {
    const EncodedExample encoded = encoder.encode(example, {}, 0.0F);
    const EncodedExample* const batch[] = {&encoded};
    loss.add(shard.run(model.parameters, batch, 0, {}, false));
  }
  return loss;
}

}  // namespace verbale
