// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "learning/model_file.h"
#include "stages/split_text/splitter.h"
#include "train/train_sentence.h"

namespace verbale {

struct SplitterTraining {
  std::size_t rounds = 8;
  std::size_t cut_rows = std::size_t{1} << 15;  // 16 bytes each.
  std::size_t end_rows = std::size_t{1} << 16;
  std::uint64_t seed = 1;
  // data/en/abbreviations.tsv: words without their dot.
  std::vector<std::pair<std::string, DotKind>> abbreviations;
  // data/en/split_examples.txt: learnt beside the treebank, and more often.
  std::vector<ConlluSentence> examples;
  std::size_t example_weight = 3;
};

// Learns where words and sentences end; adds the sections that Splitter reads.
void train_splitter(std::span<const ConlluSentence> sentences, const SplitterTraining& options,
                    const Progress& progress, ModelWriter& writer);

}  // namespace verbale
