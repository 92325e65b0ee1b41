// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// Who, when and where of the main event of whole articles, against coders' phrases (five-w.jsonl of
// `stories_directory`): the share of articles whose events say it, and whose first event does. A
// phrase is said when a word of it that is no small one stands in a party's or place's words, a day
// when it lies in the event's date.
SuiteReport evaluate_five_w(const std::string& stories_directory, const Knowledge& knowledge);

}  // namespace verbale
