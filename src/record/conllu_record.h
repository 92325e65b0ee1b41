// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/result.h"
#include "document/document.h"
#include "formats/conllu.h"

namespace verbale {

// The sentences of a document as CoNLL-U: `parse`'s output.
void append_conllu(std::string& out, const Document& document);

// A document whose text and tokens are those of CoNLL-U sentences: words are joined with the
// spaces that SpaceAfter tells. Tags and trees are left to later stages. A multiword token ("don't")
// keeps its words when their forms add up to it; else each of its words gets a share of its bytes.
Document document_of_conllu(const std::vector<ConlluSentence>& sentences);

}  // namespace verbale
