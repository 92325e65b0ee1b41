// SPDX-License-Identifier: Apache-2.0
#include "train/train_names.h"

#include <numeric>

#include "learning/perceptron_trainer.h"

namespace verbale {
namespace {

struct Document {
  std::vector<std::uint32_t> sentences;
};

}  // namespace

std::vector<NamedSentence> named_sentences_of(std::span<const Iob2Sentence> sentences) {
  std::vector<NamedSentence> all;
  for (const Iob2Sentence& sentence : sentences) {
    NamedSentence named{sentence.words, {}, sentence.starts_document};
    NameLabel before = kOutside;
    for (const std::string& mark : sentence.marks) {
      NameLabel label = name_label_of(mark);
      if (!may_follow(before, label)) label = static_cast<NameLabel>(label - 3);
      named.labels.push_back(label);
      before = label;
    }
    all.push_back(std::move(named));
  }
  return all;
}

void train_names(std::span<const NamedSentence> sentences, const TagWords& tag_words,
                 const NameTraining& options, const Progress& progress, ModelWriter& writer) {
  std::vector<NameSentence> views;
  std::vector<Document> documents;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    const std::vector<TagPair> tags = tag_words(sentences[i].words);
    std::vector<NameWord> words;
    for (std::size_t word = 0; word < tags.size(); ++word) {
      words.push_back({sentences[i].words[word], tags[word].upos, tags[word].xpos});
    }
    views.emplace_back(words);
    if (documents.empty() || sentences[i].starts_document) documents.emplace_back();
    documents.back().sentences.push_back(i);
  }

  // The first walk, which only collects features, fills the memory with the truth; learning fills
  // it with its own findings, as the tagger will.
  FeatureList features;
  const auto walk = [&](const Document& document, auto decide) {
    NameMemory memory;
    for (std::uint32_t i : document.sentences) {
      std::vector<NameLabel> labels(views[i].size());
      NameLabel before = kOutside;
      NameLabel before_that = kOutside;
      for (std::size_t word = 0; word < labels.size(); ++word) {
        gather_name_features(views[i], static_cast<std::ptrdiff_t>(word), before, before_that,
                             memory, features);
        labels[word] = decide(sentences[i].labels[word], before);
        before_that = before;
        before = labels[word];
      }
      remember_names(views[i], labels, memory);
    }
  };
  std::vector<std::uint64_t> met;
  for (const Document& document : documents) {
    walk(document, [&](NameLabel gold, NameLabel) {
      met.insert(met.end(), features.all().begin(), features.all().end());
      return gold;
    });
  }
  const auto frequent = frequent_features(met, 2);
  met = {};
  PerceptronTrainer trainer(frequent, options.rows, 16);
  std::vector<std::uint32_t> order(documents.size());
  std::iota(order.begin(), order.end(), 0u);
  SeededOrder random(options.seed);
  std::array<float, 16> scores{};
  for (std::size_t round = 1; round <= options.rounds; ++round) {
    random.shuffle(order);
    std::size_t wrong = 0;
    for (std::uint32_t i : order) {
      walk(documents[i], [&](NameLabel gold, NameLabel before) {
        trainer.score(features.all(), scores);
        trainer.tick();
        const NameLabel guess = best_name_label(std::span<const float>(scores), before);
        // After a beginning of one's own making, the truth may be out of reach.
        if (guess != gold) {
          ++wrong;
          trainer.update(features.all(), gold, 1.0f);
          trainer.update(features.all(), guess, -1.0f);
        }
        return guess;
      });
    }
    progress("names: round " + std::to_string(round) + ", " + std::to_string(wrong) +
             " words wrong while learning");
  }
  trainer.write(writer, "name");
}

}  // namespace verbale
