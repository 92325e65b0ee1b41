// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "document/syntax.h"

namespace verbale {

// A text and its tree, written by hand where no model is at hand (tests).
struct SyntaxLiteral {
  std::string text;
  Syntax syntax;
};

// One sentence a line, words "form/XPOS/head/relation" parted by spaces: head counted from 1 within
// the sentence, 0 for the root; "form|lemma" gives a lemma that is not the form in lower case; "_"
// before a form glues it to the word before:
//   "Chad/NNP/2/nsubj protested|protest/VBD/0/root _!/./2/punct"
SyntaxLiteral syntax_literal(std::string_view lines);

}  // namespace verbale
