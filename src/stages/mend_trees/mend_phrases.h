// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/syntax.h"
#include "lexicon/act_lexicon.h"
#include "lexicon/claim_words.h"

namespace verbale {

// The second round of mending: phrases that the parser hung on the wrong word. What became of an object,
// named before it ("set ablaze a depot", "shot dead two men"), a participle between a number and its noun
// ("killed 75 displaced people"), an object that a participle behind it has swallowed ("blocked the road
// linking …"), a phrase hung on the day before it ("struck on Friday evening against …"), a subject taken
// for a circumstance ("In May Togo fired …"), an event noun taken for a gerund ("army shelling killed …"),
// a verb with a hyphen ("gang-raped"), a gerund behind a preposition taken for what describes its object,
// two nationalities before one noun, what a number measures, a verb in a headline taken for a noun; and
// then the clauses (mend_clauses).
Syntax mend_phrases(Syntax syntax, std::string_view text, const ClaimWords& claims,
                    const ActLexicon& acts, const Vocabulary& vocabulary);

}  // namespace verbale
