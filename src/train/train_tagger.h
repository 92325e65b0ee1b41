// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "learning/model_file.h"
#include "train/train_sentence.h"

namespace verbale {

struct TaggerTraining {
  std::size_t rounds = 6;
  std::size_t rows = std::size_t{1} << 16;  // 64 bytes each.
  std::size_t count_min = 2;                // Features met less often are left out.
  std::uint64_t seed = 1;
};

// Learns tags and lemmas; adds the sections that Tagger reads.
void train_tagger(std::span<const TrainSentence> sentences, const TaggerTraining& options,
                  const Progress& progress, ModelWriter& writer);

}  // namespace verbale
