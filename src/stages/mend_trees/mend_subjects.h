// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "grammar/tree.h"
#include "lexicon/act_lexicon.h"

namespace verbale {

// Mends what stands before a verb and is no subject of it, a verb that is taken for a word of its
// own object or subject, and a number that is taken for an object. `tree` is read, `mended` is
// changed; both have the same tokens.
void mend_subjects(const Tree& tree, std::string_view text, const ActLexicon& acts,
                   const Vocabulary& vocabulary, Syntax& mended);

}  // namespace verbale
