// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lexicon/furniture.h"
#include "stages/clean_article/block.h"

namespace verbale {

// Finds the article in a whole page that was copied as text, menus, other headlines, footer and
// all: sets the title and marks what stands before and after the article. Leaves a text alone that
// is no such page: one with few lines that are no sentences.
void trim_page_paste(Page& page, const Furniture& furniture);

}  // namespace verbale
