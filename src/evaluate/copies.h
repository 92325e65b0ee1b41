// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/suite.h"
#include "lexicon/furniture.h"

namespace verbale {

// Copies among whole articles: each page's text (gold.jsonl of `pages_directory`, or what was read
// of pages.tar.xz) is read twice, once amid furniture of another page, once cut, reordered, with
// words changed and amid furniture of a third; among them stand the articles of
// `stories_directory`, many on one event each. "recall" is the share of pages whose two readings
// have one origin, "precision" the share of right pairs among all that do: a pair is wrong where a
// word-for-word comparison of the texts as they were finds nearly nothing in common.
SuiteReport evaluate_copies(const std::string& pages_directory,
                            const std::string& stories_directory, const Furniture& furniture);

}  // namespace verbale
