// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/article.h"
#include "document/refusal.h"
#include "document/syntax.h"
#include "stages/expect_acts/trigger_words.h"

namespace verbale {

// The cheap pass of the cascade: whether some sentence holds a word which may name an act, and the
// other words that the act asks for. Where none does, find_acts would find nothing, whatever tags
// and trees there are. Needs tokens and sentences only.
bool expect_acts(const Syntax& syntax, const Article& article, const TriggerWords& triggers);

// What that pass makes of one sentence, for those who ask why it has no event.
Outlook outlook_of(const Sentence& sentence, const Syntax& syntax, const Article& article,
                   const TriggerWords& triggers);

}  // namespace verbale
