// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "learning/model_file.h"
#include "train/train_sentence.h"

namespace verbale {

struct ParserTraining {
  std::size_t rounds = 8;
  std::size_t rows = std::size_t{1} << 17;  // 64 bytes each.
  std::size_t count_min = 3;
  std::uint64_t seed = 1;
};

// Learns trees with the dynamic oracle of Goldberg and Nivre (2012), from words with the tags they
// carry: give it predicted tags, for it will meet such. Adds the sections that Parser reads.
void train_parser(std::span<const TrainSentence> sentences, const ParserTraining& options,
                  const Progress& progress, ModelWriter& writer);

}  // namespace verbale
