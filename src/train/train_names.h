// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "formats/iob2.h"
#include "learning/model_file.h"
#include "stages/tag_names/name_tagger.h"
#include "train/train_sentence.h"

namespace verbale {

// A sentence with its names marked.
struct NamedSentence {
  std::vector<std::string> words;
  std::vector<NameLabel> labels;
  bool starts_document = false;
};

// Marks other than PER, ORG and LOC count as outside.
std::vector<NamedSentence> named_sentences_of(std::span<const Iob2Sentence> sentences);

struct NameTraining {
  std::size_t rounds = 8;
  std::size_t rows = std::size_t{1} << 17;  // 16 bytes each.
  std::uint64_t seed = 1;
};

// The tags of a sentence's words.
using TagWords = std::function<std::vector<TagPair>(const std::vector<std::string>& words)>;

// Adds the sections that NameTagger reads.
void train_names(std::span<const NamedSentence> sentences, const TagWords& tag_words,
                 const NameTraining& options, const Progress& progress, ModelWriter& writer);

}  // namespace verbale
