// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "formats/conllu.h"

namespace verbale {

// Reads data/en/split_examples.txt: a sentence a line, words parted by spaces, and by '|' where no
// space is written; an empty line ends a paragraph, '#' starts a comment line. The words have
// forms only.
std::vector<ConlluSentence> parse_split_examples(std::string_view text);

}  // namespace verbale
