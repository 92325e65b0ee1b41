// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace verbale {

// A sentence with its names marked word by word: "B-PER", "I-PER", "O".
struct Iob2Sentence {
  std::vector<std::string> words;
  std::vector<std::string> marks;
  bool starts_document = false;
};

// Reads the files of Universal NER: number, word, mark and more, parted by tabs; an empty line
// after each sentence. A wrong line is an error that names it.
Result<std::vector<Iob2Sentence>> parse_iob2(std::string_view text, std::string_view file);

}  // namespace verbale
