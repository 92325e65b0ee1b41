// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/article.h"
#include "document/syntax.h"
#include "stages/choose_sentences/trigger_words.h"

namespace verbale {

// The cheap pass of the cascade: leaves `parsed` only the sentences that hold a word which may name
// an act, and the other words that the act asks for. In the rest find_acts would find nothing,
// whatever their tags and trees. Where little would be left out, nothing is. Needs tokens only.
Syntax choose_sentences(Syntax syntax, const Article& article, const TriggerWords& triggers);

}  // namespace verbale
