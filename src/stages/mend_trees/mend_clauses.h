// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "claims/embedding_words.h"
#include "document/syntax.h"
#include "grammar/tree.h"
#include "lexicon/act_lexicon.h"

namespace verbale {

// Mends clauses that were taken for words of a noun: "after Lomé waived the ban", whose verb was taken
// for a participle of its object; and "wants Togo to leave", whose infinitive was hung on the name.
// `tree` is read, `mended` is changed; both have the same tokens.
void mend_clauses(const Tree& tree, std::string_view text, const EmbeddingWords& words,
                  const ActLexicon& acts, const Vocabulary& vocabulary, Syntax& mended);

}  // namespace verbale
