// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "learning/model_file.h"
#include "train/train_sentence.h"

namespace verbale {

struct SplitterTraining {
  std::size_t rounds = 8;
  std::size_t cut_rows = std::size_t{1} << 15;  // 16 bytes each.
  std::size_t end_rows = std::size_t{1} << 16;
  std::uint64_t seed = 1;
  // As in data/en/abbreviations.tsv, with the dot.
  std::vector<std::string> abbreviations;
};

// Learns where words and sentences end; adds the sections that Splitter reads.
void train_splitter(std::span<const ConlluSentence> sentences, const SplitterTraining& options,
                    const Progress& progress, ModelWriter& writer);

}  // namespace verbale
