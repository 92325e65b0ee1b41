// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "grammar/tree.h"
#include "lexicon/act_lexicon.h"
#include "lexicon/claim_words.h"

namespace verbale {

// Mends which verb a clause has: one buried in what describes the subject ("Gunmen wielding knives
// killed …"), one taken for a participle because it is told ("… marched, police said"), one parted from
// its subject by a participle with its doer, by a quotation or by a verb of speech before. `tree` is
// read, `mended` is changed; both have the same tokens.
void mend_main_clauses(const Tree& tree, const ClaimWords& claims, const ActLexicon& acts,
                       const Vocabulary& vocabulary, Syntax& mended);

}  // namespace verbale
