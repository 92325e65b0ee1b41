// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/syntax.h"
#include "lexicon/act_lexicon.h"
#include "lexicon/claim_words.h"

namespace verbale {

// A round of mending, after the words: the main verb that the parser missed, and what it gives. A verb
// behind a weekday ("A court on Tuesday freed …"), the verb behind a subject that a gerund describes
// ("the league fighting rebels declared …"), and a sum that hides its object ("two million in aid to
// Chad", "€45m support").
Syntax mend_verbs(Syntax syntax, std::string_view text, const ClaimWords& claims,
                  const ActLexicon& acts, const Vocabulary& vocabulary);

}  // namespace verbale
