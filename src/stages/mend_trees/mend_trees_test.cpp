// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_trees.h"

#include <string>

#include <gtest/gtest.h>

#include "document/syntax_literal.h"
#include "lexicon/coding_words.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

// The words of the mended tree with their heads: "Lome<sues sues<- Chad<sues".
std::string mended(std::string_view literal) {
  static DataFiles files(VERBALE_ROOT "/data");
  static const CodingWords words = load_coding_words(files);
  const SyntaxLiteral made = syntax_literal(literal);
  const Syntax syntax =
      mend_trees(made.syntax, made.text, words.claims, words.acts, words.vocabulary);
  std::string told;
  for (const Token& token : syntax.tokens) {
    told += told.empty() ? "" : " ";
    told += std::string(token.span.of(made.text)) + "<";
    told += token.head == kNoToken
                ? "-"
                : std::string(syntax.tokens[token.head].span.of(made.text));
  }
  return told;
}

TEST(MendTrees, APluralBehindTheNameThatOpensTheSentenceMayBeItsVerb) {
  EXPECT_EQ(mended("Togo/NNP/2/compound sues|sue/NNS/0/root Chad/NNP/2/nmod"),
            "Togo<sues sues<- Chad<sues");
}

TEST(MendTrees, TheNounThatTheNameBelongsToBecomesTheSubject) {
  EXPECT_EQ(mended("Togo/NNP/2/compound Corp/NNP/0/root sues|sue/NNS/2/appos Chad/NNP/3/nmod"),
            "Togo<Corp Corp<sues sues<- Chad<sues");
}

TEST(MendTrees, AClauseThatHasItsVerbKeepsIt) {
  EXPECT_EQ(mended("Chad/NNP/2/nsubj has|have/VBZ/0/root shares|share/NNS/2/obj outstanding/JJ/2/xcomp"),
            "Chad<has has<- shares<has outstanding<has");
}

}  // namespace
}  // namespace verbale
