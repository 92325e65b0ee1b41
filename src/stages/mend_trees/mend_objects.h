// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "grammar/tree.h"
#include "lexicon/act_lexicon.h"

namespace verbale {

// Mends phrases that hang in the wrong place: names that a conjunction joins, objects behind a
// preposition's phrase or beside a receiver, and verbs that are taken for the root's name.
void mend_objects(const Tree& tree, std::string_view text, const ActLexicon& acts,
                  const Vocabulary& vocabulary, Syntax& mended);

}  // namespace verbale
