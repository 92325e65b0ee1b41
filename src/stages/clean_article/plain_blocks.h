// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "stages/clean_article/block.h"

namespace verbale {

// The paragraphs of a plain text: parted by empty lines, indentation or line ends; lines that were
// broken at a column are joined again. REQUIRES: visible_text.
std::vector<Block> plain_blocks(std::string_view text);

}  // namespace verbale
