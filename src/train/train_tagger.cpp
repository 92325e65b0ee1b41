// SPDX-License-Identifier: Apache-2.0
#include "train/train_tagger.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <numeric>

#include "learning/perceptron_trainer.h"
#include "learning/word_view.h"
#include "stages/tag_words/tagger.h"

namespace verbale {
namespace {

// A word so often seen, and nearly always with one tag, needs no model.
constexpr std::uint32_t kKnownCountMin = 20;
constexpr double kKnownShareMin = 0.998;
constexpr std::uint32_t kClassCountMin = 3;

using TagCounts = std::map<std::size_t, std::uint32_t>;

struct Winner {
  std::size_t tag = 0;
  std::uint32_t count = 0;
  std::uint32_t sum = 0;
};

Winner winner_of(const TagCounts& counts) {
  Winner winner;
  for (const auto& [tag, count] : counts) {
    winner.sum += count;
    if (count > winner.count) {
      winner.tag = tag;
      winner.count = count;
    }
  }
  return winner;
}

TagSet tag_set_of(std::span<const TrainSentence> sentences) {
  std::map<std::pair<int, int>, std::size_t> counts;
  for (const TrainSentence& sentence : sentences) {
    for (const TagPair& tags : sentence.tags) {
      ++counts[{static_cast<int>(tags.upos), static_cast<int>(tags.xpos)}];
    }
  }
  std::vector<std::pair<std::size_t, TagPair>> ordered;
  for (const auto& [tags, count] : counts) {
    ordered.push_back({count, {static_cast<Upos>(tags.first), static_cast<XposId>(tags.second)}});
  }
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<TagPair> pairs;
  for (const auto& [count, tags] : ordered) pairs.push_back(tags);
  return TagSet::from_pairs(pairs);
}

class TaggerTrainer {
 public:
  TaggerTrainer(std::span<const TrainSentence> sentences, const TaggerTraining& options)
      : sentences_(sentences), options_(options), tags_(tag_set_of(sentences)) {
    count_words();
  }

  void train(const Progress& progress) {
    std::vector<std::uint64_t> met;
    for (const TrainSentence& sentence : sentences_) {
      const TagSentence view(sentence.word_views(), classes_);
      for_each_word(view, sentence, [&](std::size_t) {
        met.insert(met.end(), features_.all().begin(), features_.all().end());
      });
    }
    const auto frequent = frequent_features(met, options_.count_min);
    met = {};
    trainer_ = std::make_unique<PerceptronTrainer>(frequent, options_.rows, TagSet::kLanes);
    std::vector<std::uint32_t> order(sentences_.size());
    std::iota(order.begin(), order.end(), 0u);
    SeededOrder random(options_.seed);
    for (std::size_t round = 1; round <= options_.rounds; ++round) {
      random.shuffle(order);
      right_ = seen_ = 0;
      for (std::uint32_t i : order) learn(sentences_[i]);
      progress("tags: round " + std::to_string(round) + ", " +
               std::to_string(100.0 * static_cast<double>(right_) / static_cast<double>(seen_)) +
               "% right while learning");
    }
  }

  void write(ModelWriter& writer) const {
    trainer_->write(writer, "tag");
    writer.add_array("tag.pairs", tags_.numbers());
    writer.add_array("tag.known", known_slots_);
    writer.add_array("tag.classes", class_slots_);
    std::vector<LemmaRules::Example> examples;
    for (const TrainSentence& sentence : sentences_) {
      for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        const auto tag = static_cast<std::uint8_t>(tags_.find(sentence.tags[i]));
        examples.push_back({sentence.words[i], sentence.lemmas[i], tag});
      }
    }
    LemmaRules::train(examples, writer);
  }

 private:
  void count_words() {
    std::map<std::uint64_t, TagCounts> exact;
    std::map<std::uint64_t, TagCounts> lower;
    for (const TrainSentence& sentence : sentences_) {
      for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        const WordView view = view_word(sentence.words[i]);
        const std::size_t tag = tags_.find(sentence.tags[i]);
        ++exact[view.exact][tag];
        ++lower[view.lower][tag];
      }
    }
    std::map<std::uint64_t, std::uint16_t> known;
    for (const auto& [hash, counts] : exact) {
      const Winner winner = winner_of(counts);
      const bool is_sure = winner.count >= kKnownShareMin * winner.sum;
      if (winner.sum >= kKnownCountMin && is_sure) {
        known[hash] = static_cast<std::uint16_t>(winner.tag);
      }
    }
    std::map<std::uint64_t, std::uint16_t> classes;
    for (const auto& [hash, counts] : lower) {
      const Winner winner = winner_of(counts);
      if (winner.sum >= kClassCountMin) classes[hash] = class_number(counts, winner);
    }
    known_slots_ = HashValues::build(known);
    class_slots_ = HashValues::build(classes);
    known_ = HashValues(known_slots_);
    classes_ = HashValues(class_slots_);
  }

  // The commonest tag, and the next when it is common too.
  static std::uint16_t class_number(const TagCounts& counts, const Winner& winner) {
    std::size_t second = 0;
    std::uint32_t second_count = 0;
    for (const auto& [tag, count] : counts) {
      if (tag == winner.tag || count <= second_count) continue;
      second = tag + 1;
      second_count = count;
    }
    if (second_count * 10 < winner.sum) second = 0;
    return static_cast<std::uint16_t>(second * 256 + winner.tag);
  }

  // Calls `visit` for each word that needs the model, its features gathered from the true tags.
  template <typename Visit>
  void for_each_word(const TagSentence& view, const TrainSentence& sentence, Visit visit) {
    std::uint64_t before = kNoTag;
    std::uint64_t before_that = kNoTag;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const auto at = static_cast<std::ptrdiff_t>(i);
      if (!known_.find(view.word(at).exact)) {
        gather_tag_features(view, at, before, before_that, features_);
        visit(i);
      }
      before_that = before;
      before = tags_.find(sentence.tags[i]);
    }
  }

  void learn(const TrainSentence& sentence) {
    const TagSentence view(sentence.word_views(), classes_);
    std::array<float, TagSet::kLanes> scores{};
    std::uint64_t before = kNoTag;
    std::uint64_t before_that = kNoTag;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const auto at = static_cast<std::ptrdiff_t>(i);
      const std::size_t gold = tags_.find(sentence.tags[i]);
      std::size_t guess = known_.find(view.word(at).exact).value_or(tags_.size());
      if (guess == tags_.size()) {
        gather_tag_features(view, at, before, before_that, features_);
        trainer_->score(features_.all(), scores);
        guess = tags_.best(std::span<const float>(scores));
        trainer_->tick();
        correct(gold, guess);
      }
      ++seen_;
      right_ += guess == gold;
      before_that = before;
      before = guess;
    }
  }

  void correct(std::size_t gold, std::size_t guess) {
    if (gold == guess || tags_.lane_of_xpos(gold) == TagSet::kNoLane) return;
    const auto upos = [&](std::size_t tag) { return static_cast<std::size_t>(tags_.pair(tag).upos); };
    if (upos(gold) != upos(guess)) {
      trainer_->update(features_.all(), upos(gold), 1.0f);
      trainer_->update(features_.all(), upos(guess), -1.0f);
    }
    if (tags_.lane_of_xpos(gold) != tags_.lane_of_xpos(guess)) {
      trainer_->update(features_.all(), tags_.lane_of_xpos(gold), 1.0f);
      trainer_->update(features_.all(), tags_.lane_of_xpos(guess), -1.0f);
    }
  }

  static constexpr std::uint64_t kNoTag = 0x1FF;
  std::span<const TrainSentence> sentences_;
  TaggerTraining options_;
  TagSet tags_;
  std::vector<std::uint64_t> known_slots_;
  std::vector<std::uint64_t> class_slots_;
  HashValues known_;
  HashValues classes_;
  std::unique_ptr<PerceptronTrainer> trainer_;
  FeatureList features_;
  std::size_t right_ = 0;
  std::size_t seen_ = 0;
};

}  // namespace

void train_tagger(std::span<const TrainSentence> sentences, const TaggerTraining& options,
                  const Progress& progress, ModelWriter& writer) {
  TaggerTrainer trainer(sentences, options);
  trainer.train(progress);
  trainer.write(writer);
}

}  // namespace verbale
