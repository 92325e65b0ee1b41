// SPDX-License-Identifier: Apache-2.0
#include "train/train_parser.h"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>

#include "core/hash.h"
#include "learning/perceptron_trainer.h"
#include "stages/parse_sentences/parser.h"
#include "train/parse_oracle.h"

namespace verbale {
namespace {

// From this round on, training mostly goes where the parser would go itself.
constexpr std::size_t kExploreFrom = 2;
constexpr double kExploreShare = 0.9;

// The subtype may lack a lane, its base may have one.
Move nearest_move(const MoveSet& moves, Move wanted) {
  if (moves.lane_of(wanted) != MoveSet::kNoLane) return wanted;
  const std::string_view name = name_of(wanted.label);
  const Deprel base = deprel_of(name.substr(0, name.find(':')));
  if (moves.lane_of({wanted.kind, base}) != MoveSet::kNoLane) return {wanted.kind, base};
  return {wanted.kind, Deprel::kDep};
}

MoveSet move_set_of(std::span<const TrainSentence> sentences) {
  std::map<std::pair<int, int>, std::size_t> counts;
  for (const TrainSentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      if (sentence.heads[i] < 0) continue;
      const bool is_left = static_cast<std::int32_t>(i) < sentence.heads[i];
      ++counts[{is_left ? 0 : 1, static_cast<int>(sentence.labels[i])}];
    }
  }
  // Where a rare relation has no lane, there is at least "dep".
  counts[{0, static_cast<int>(Deprel::kDep)}] += sentences.size();
  counts[{1, static_cast<int>(Deprel::kDep)}] += sentences.size();
  std::vector<std::pair<std::size_t, Move>> ordered;
  for (const auto& [arc, count] : counts) {
    ordered.push_back({count, {arc.first == 0 ? MoveKind::kLeft : MoveKind::kRight,
                               static_cast<Deprel>(arc.second)}});
  }
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Move> arcs;
  for (const auto& [count, arc] : ordered) arcs.push_back(arc);
  return MoveSet(arcs);
}

struct Example {
  std::vector<ParseWord> words;
  std::vector<std::int32_t> heads;
  std::vector<Deprel> labels;
};

class ParserTrainer {
 public:
  ParserTrainer(std::span<const TrainSentence> sentences, const ParserTraining& options)
      : options_(options), moves_(move_set_of(sentences)), random_(options.seed) {
    for (const TrainSentence& sentence : sentences) examples_.push_back(example_of(sentence));
  }

  void train(const Progress& progress) {
    std::vector<std::uint64_t> met;
    for (const Example& example : examples_) collect(example, met);
    const auto frequent = frequent_features(met, options_.count_min);
    met = {};
    progress("trees: " + std::to_string(frequent.size()) + " features met often enough");
    trainer_ = std::make_unique<PerceptronTrainer>(frequent, options_.rows, MoveSet::kLanes);
    std::vector<std::uint32_t> order(examples_.size());
    std::iota(order.begin(), order.end(), 0u);
    for (std::size_t round = 1; round <= options_.rounds; ++round) {
      random_.shuffle(order);
      right_ = seen_ = 0;
      for (std::uint32_t i : order) learn(examples_[i], round >= kExploreFrom);
      progress("trees: round " + std::to_string(round) + ", " +
               std::to_string(100.0 * static_cast<double>(right_) / static_cast<double>(seen_)) +
               "% right while learning");
    }
  }

  void write(ModelWriter& writer) const {
    trainer_->write(writer, "parse");
    writer.add_array("parse.moves", moves_.numbers());
  }

 private:
  static Example example_of(const TrainSentence& sentence) {
    Example example;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      Token token;
      token.span = {0, static_cast<std::uint32_t>(sentence.words[i].size())};
      token.upos = sentence.tags[i].upos;
      token.xpos = sentence.tags[i].xpos;
      example.words.push_back(parse_word_of(token, sentence.words[i]));
    }
    example.heads = projective_heads(sentence.heads);
    example.labels = sentence.labels;
    return example;
  }

  // The move of that kind with the right relation, as far as the true tree tells one.
  Move labelled(MoveKind kind, const ParseState& state, const Example& example,
                std::span<const float> scores) const {
    const std::int32_t child = kind == MoveKind::kLeft ? state.stack(0) : state.buffer(0);
    const std::int32_t head = kind == MoveKind::kLeft ? state.buffer(0) : state.stack(0);
    if (kind == MoveKind::kShift || kind == MoveKind::kReduce) return {kind};
    if (example.heads[static_cast<std::size_t>(child)] == head) {
      return nearest_move(moves_, {kind, example.labels[static_cast<std::size_t>(child)]});
    }
    std::size_t best = MoveSet::kNoLane;
    for (std::size_t lane = 2; lane < moves_.size(); ++lane) {
      if (moves_.move(lane).kind != kind) continue;
      if (best == MoveSet::kNoLane || scores[lane] > scores[best]) best = lane;
    }
    return moves_.move(best);
  }

  // The best-scored of the moves that lose least.
  Move best_true_move(const ParseState& state, const Example& example,
                      std::span<const float> scores) const {
    const std::array<int, 4> losses = ParseOracle(example.heads).losses(state);
    const int least = *std::min_element(losses.begin(), losses.end());
    Move best;
    bool any = false;
    for (std::size_t kind = 0; kind < 4; ++kind) {
      if (losses[kind] != least) continue;
      const Move move = labelled(static_cast<MoveKind>(kind), state, example, scores);
      if (any && scores[moves_.lane_of(move)] <= scores[moves_.lane_of(best)]) continue;
      any = true;
      best = move;
    }
    return best;
  }

  void collect(const Example& example, std::vector<std::uint64_t>& met) {
    const std::vector<float> none(MoveSet::kLanes, 0.0f);
    ParseState state(example.words.size());
    while (!state.is_done()) {
      if (state.stack_size() > 0) {
        gather_parse_features(state, example.words, features_);
        met.insert(met.end(), features_.all().begin(), features_.all().end());
      }
      state.apply(best_true_move(state, example, none));
    }
  }

  void learn(const Example& example, bool explore) {
    std::array<float, MoveSet::kLanes> scores{};
    ParseState state(example.words.size());
    while (!state.is_done()) {
      if (state.stack_size() == 0) {
        state.apply({MoveKind::kShift});
        continue;
      }
      gather_parse_features(state, example.words, features_);
      trainer_->score(features_.all(), scores);
      trainer_->tick();
      const std::size_t guess = moves_.best(state, std::span<const float>(scores));
      const Move truth = best_true_move(state, example, scores);
      const std::size_t right = moves_.lane_of(truth);
      ++seen_;
      right_ += guess == right;
      if (guess != right) {
        trainer_->update(features_.all(), right, 1.0f);
        trainer_->update(features_.all(), guess, -1.0f);
      }
      const bool own_way = explore && random_.fraction() < kExploreShare;
      state.apply(own_way ? moves_.move(guess) : truth);
    }
  }

  ParserTraining options_;
  MoveSet moves_;
  SeededOrder random_;
  std::vector<Example> examples_;
  std::unique_ptr<PerceptronTrainer> trainer_;
  FeatureList features_;
  std::size_t right_ = 0;
  std::size_t seen_ = 0;
};

}  // namespace

void train_parser(std::span<const TrainSentence> sentences, const ParserTraining& options,
                  const Progress& progress, ModelWriter& writer) {
  ParserTrainer trainer(sentences, options);
  trainer.train(progress);
  trainer.write(writer);
}

}  // namespace verbale
