// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "claims/embedding_words.h"
#include "document/syntax.h"
#include "grammar/tree.h"

namespace verbale {

// Mends who says a sentence at its end: "…, Trade Minister Rosa Lind said on Friday." Between the
// last comma and a verb of saying without content stands its subject, and the comment is the whole
// sentence's. `tree` is read, `mended` is changed; both have the same tokens.
void mend_comments(const Tree& tree, std::string_view text, const EmbeddingWords& words,
                   Syntax& mended);

}  // namespace verbale
