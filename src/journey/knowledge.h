// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "learning/model_file.h"
#include "lexicon/actors.h"
#include "lexicon/coding_words.h"
#include "lexicon/data_files.h"
#include "lexicon/date_words.h"
#include "lexicon/furniture.h"
#include "lexicon/places.h"
#include "stages/expect_acts/trigger_words.h"
#include "stages/parse_sentences/parse_sentences.h"
#include "stages/split_text/split_text.h"
#include "stages/tag_words/tag_words.h"

namespace verbale {

// All that was loaded from data/. Read-only after load_knowledge(): threads may share it.
struct Knowledge {
  std::unique_ptr<DataFiles> files;  // The texts that the lexicons point into; first in, last out.
  std::unique_ptr<ModelFile> model;
  Furniture furniture;
  SplitModel split;
  TagModel tags;
  ParseModel parses;
  ActorLexicon actors;
  Places places;
  DateWords dates;
  CodingWords coding;
  TriggerWords triggers;  // Of the acts in `coding`.

  std::vector<Error> dictionary_errors;  // Lines of foreign dictionaries that were left out.

  // Every mistake found in the data files; the lines in question are left out.
  const std::vector<Error>& errors() const { return files->errors(); }
};

// Loads the data folder, and beside it actor and agent dictionaries of TABARI and PETRARCH. Fails
// only where nothing can be done without: the folder, the model, or a dictionary that is not there.
Result<std::unique_ptr<Knowledge>> load_knowledge(
    const std::string& data_directory, const std::vector<std::string>& dictionaries = {});

}  // namespace verbale
