// SPDX-License-Identifier: Apache-2.0
#include "train/train_lemmas.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "stages/tag_words/lemma_rules.h"

namespace verbale {
namespace {

// The pairs that occur, the most frequent first.
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
  return TagSet(pairs);
}

}  // namespace

void train_lemmas(std::span<const TrainSentence> sentences, ModelWriter& writer) {
  const TagSet tags = tag_set_of(sentences);
  std::vector<LemmaRules::Example> examples;
  for (const TrainSentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const auto tag = static_cast<std::uint8_t>(tags.find(sentence.tags[i]));
      examples.push_back({sentence.words[i], sentence.lemmas[i], tag});
    }
  }
  writer.add_array("lemma.tags", tags.numbers());
  LemmaRules::train(examples, writer);
}

}  // namespace verbale
