// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "train/neural_example.h"

namespace verbale {

// Label lists, each in order of the alphabet; "O" comes first among the names.
struct NeuralLabels {
  std::vector<std::string> upos;
  std::vector<std::string> xpos;
  std::vector<std::string> deprels;
  std::vector<std::string> names{"O", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-PER", "I-PER"};
};

struct NeuralSentence {
  std::string id;
  std::vector<std::string> words, upos, xpos, deprels, names;
  std::vector<std::uint16_t> heads;
};

// The trees of a CoNLL-U text; multiword ranges and empty nodes are left out. Where the notes
// carry GUM's entity marks, names are made from them.
Result<std::vector<NeuralSentence>> read_trees(std::string_view text);

// Gives sentences their names from an IOB2 text with the same sentence ids. Classes other than
// PER, ORG and LOC are no names here.
void add_names(std::string_view iob2, std::vector<NeuralSentence>& sentences);

NeuralLabels labels_of(const std::vector<NeuralSentence>& sentences);

// Labels that `labels` lacks become its first.
std::vector<NeuralExample> encode(const std::vector<NeuralSentence>& sentences,
                                  const NeuralLabels& labels);

}  // namespace verbale
