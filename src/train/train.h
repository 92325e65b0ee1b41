// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/result.h"
#include "train/train_sentence.h"

namespace verbale {

struct TrainInput {
  struct File {
    std::string path;  // For messages.
    std::string text;
  };
  std::vector<File> treebank;     // CoNLL-U.
  std::vector<File> names;        // IOB2.
  std::vector<File> dev;          // CoNLL-U to watch progress on; nothing is learnt from it.
  std::string abbreviations;      // data/en/abbreviations.tsv
  std::string split_examples;     // data/en/split_examples.txt
  std::string verb_forms;         // data/en/verb_forms.tsv
  std::uint64_t seed = 1;
};

// The bytes of a model file: splitter, lemmas, and the network for tags, trees and names. The same
// input yields the same bytes. An error names the line that cannot be read.
Result<std::string> train_model(const TrainInput& input, const Progress& progress);

}  // namespace verbale
