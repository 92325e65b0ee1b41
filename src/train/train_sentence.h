// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/syntax.h"
#include "formats/conllu.h"
#include "stages/tag_words/tag_set.h"

namespace verbale {

// Told how far training has come: "tags: round 3, 95.1% right".
using Progress = std::function<void(std::string_view)>;

// A sentence to learn tags, lemmas and trees from.
struct TrainSentence {
  std::vector<std::string> words;
  std::vector<std::string> lemmas;
  std::vector<TagPair> tags;
  std::vector<std::int32_t> heads;  // From 0; -1 for the root.
  std::vector<Deprel> labels;

  std::vector<std::string_view> word_views() const {
    return {words.begin(), words.end()};
  }
};

std::vector<TrainSentence> train_sentences_of(std::span<const ConlluSentence> sentences);

// Copies of some sentences as headlines and careless writers have them: all in capitals, all in
// lower case, every word capitalised. Lemmas and trees stay.
std::vector<TrainSentence> recased_copies(std::span<const TrainSentence> sentences);

}  // namespace verbale
