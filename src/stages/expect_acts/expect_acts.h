// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/article.h"
#include "document/syntax.h"
#include "stages/expect_acts/trigger_words.h"

namespace verbale {

// The cheap pass of the cascade: whether some sentence holds a word which may name an act, and the
// other words that the act asks for. Where none does, find_acts would find nothing, whatever tags
// and trees there are. Needs tokens and sentences only.
bool expect_acts(const Syntax& syntax, const Article& article, const TriggerWords& triggers);

}  // namespace verbale
