// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "formats/conllu.h"
#include "formats/iob2.h"
#include "train/neural_example.h"

namespace verbale {

// Label lists, each in order of the alphabet; "O" comes first among the names.
struct NeuralLabels {
  std::vector<std::string> upos;
  std::vector<std::string> xpos;
  std::vector<std::string> deprels;
  std::vector<std::string> names{"O", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-PER", "I-PER"};
  // UPOS and XPOS that occur together, two numbers a pair.
  std::vector<std::uint8_t> tag_pairs;
};

NeuralLabels labels_of(std::span<const ConlluSentence> treebank);

// Names are taken from `names` where the words are the same; marks other than PER, ORG and LOC are
// no names. Where a sentence carries GUM's entity marks, or stands in a treebank that does, its
// names are made from them. Labels that `labels` lacks become its first.
std::vector<NeuralExample> examples_of(std::span<const ConlluSentence> treebank,
                                       std::span<const Iob2Sentence> names,
                                       const NeuralLabels& labels);

// Copies of some examples as headlines and careless writers have them: all in capitals, all in
// lower case, every longer word capitalised.
std::vector<NeuralExample> recased(const std::vector<NeuralExample>& examples);

}  // namespace verbale
