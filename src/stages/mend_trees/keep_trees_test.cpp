// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/keep_trees.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

Syntax sentence_of_heads(std::initializer_list<std::uint32_t> heads) {
  Syntax syntax;
  for (std::uint32_t head : heads) {
    Token token;
    token.head = head;
    syntax.tokens.push_back(token);
    syntax.lemmas.emplace_back("w");
  }
  Sentence sentence;
  sentence.tokens = {0, static_cast<std::uint32_t>(heads.size())};
  sentence.parsed = true;
  syntax.sentences.push_back(sentence);
  return syntax;
}

TEST(KeepTrees, WhatRunsInACircleStaysAsItWas) {
  const Syntax before = sentence_of_heads({1, kNoToken, 1});
  EXPECT_EQ(keep_trees(before, sentence_of_heads({2, kNoToken, 0})).tokens[0].head, 1u);
  EXPECT_EQ(keep_trees(before, sentence_of_heads({1, 2, 1})).tokens[1].head, kNoToken);
  EXPECT_EQ(keep_trees(before, sentence_of_heads({2, kNoToken, 1})).tokens[0].head, 2u);
}

}  // namespace
}  // namespace verbale
