// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lexicon/furniture.h"
#include "stages/clean_article/block.h"

namespace verbale {

struct JudgeOptions {
  // The sender parted title and text: only what is surely furniture goes.
  bool is_given = false;
  // Nothing but furniture above the first paragraph can be the title.
  bool title_in_blocks = false;
};

// Marks every block that is no part of the article with the reason, and fills what the page's
// title, byline, section and date lines say where `page` says nothing yet. A block that may be a
// sentence of the article stays.
void judge_blocks(Page& page, const JudgeOptions& options, const Furniture& furniture);

}  // namespace verbale
