// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lexicon/furniture.h"
#include "stages/clean_article/block.h"

namespace verbale {

// The article's part of an HTML page as paragraphs, and what the page says of itself. Never fails:
// a page in which no article is found gives the paragraphs it has.
Page page_blocks(std::string_view html, std::string_view url, const Furniture& furniture);

}  // namespace verbale
