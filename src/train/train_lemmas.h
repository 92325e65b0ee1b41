// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "learning/model_file.h"
#include "train/train_sentence.h"

namespace verbale {

// Learns lemmas of words with their tags; adds the sections that TagModel reads them from.
void train_lemmas(std::span<const TrainSentence> sentences, ModelWriter& writer);

}  // namespace verbale
