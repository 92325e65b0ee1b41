// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// Articles by event (articles.jsonl of `stories_directory`) against the stories that they become:
// B-cubed precision, recall and F1, over all articles, and over those of either half of the events,
// each half clustered by itself.
SuiteReport evaluate_stories(const std::string& stories_directory, const Knowledge& knowledge);

}  // namespace verbale
