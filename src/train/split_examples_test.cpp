// SPDX-License-Identifier: Apache-2.0
#include "train/split_examples.h"

#include <gtest/gtest.h>

#include "formats/conllu_text.h"

namespace verbale {
namespace {

TEST(SplitExamples, SpacesAndBarsPartWords) {
  const auto sentences = parse_split_examples(
      "# a comment\nThey met at 9 p.m. Monday|.\nNobody|'s sure|.\n\nOst (|VP|) - War|?\n");
  ASSERT_EQ(sentences.size(), 3u);
  const ConlluText made = text_of(sentences);
  EXPECT_EQ(made.text, "They met at 9 p.m. Monday. Nobody's sure.\n\nOst (VP) - War?");
  EXPECT_EQ(made.words.size(), 18u);
}

}  // namespace
}  // namespace verbale
