// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/syntax.h"
#include "lexicon/act_lexicon.h"
#include "lexicon/claim_words.h"

namespace verbale {

// The trees, mended where a parser without knowledge of words is known to go wrong and the words
// leave no doubt: a verb of speech coordinated with what it does not belong to ("denied that its
// troops had crossed and demanded an apology"), a gerund taken for an adjective ("denied lifting
// sanctions"), an infinitive likewise ("to free 40 hostages"), how many taken for where to ("killed
// up to 50 villagers"), and a verb taken for a participle ("guards rescued sixty sailors"). No token
// is added or lost; every sentence keeps one root.
Syntax mend_trees(Syntax syntax, std::string_view text, const ClaimWords& claims,
                  const ActLexicon& acts, const Vocabulary& vocabulary);

}  // namespace verbale
