// SPDX-License-Identifier: Apache-2.0
#include "formats/conllu_text.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

constexpr std::string_view kTwoSentences =
    "# newdoc id = a\n"
    "1\tShe\t_\t_\t_\t_\t0\troot\t_\t_\n"
    "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tca\t_\t_\t_\t_\t1\tdep\t_\t_\n"
    "3\tn't\t_\t_\t_\t_\t1\tdep\t_\t_\n"
    "4\t.\t_\t_\t_\t_\t1\tdep\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tNo\t_\t_\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
    "2\t!\t_\t_\t_\t_\t1\tdep\t_\t_\n"
    "\n";

TEST(ConlluText, RebuildsTheTextAndItsSpans) {
  const auto sentences = parse_conllu(kTwoSentences, "x");
  ASSERT_TRUE(sentences.ok());
  const ConlluText made = text_of(sentences.value());
  EXPECT_EQ(made.text, "She can't.\n\nNo!");
  ASSERT_EQ(made.words.size(), 6u);
  EXPECT_EQ(made.words[1].of(made.text), "ca");
  EXPECT_EQ(made.words[2].of(made.text), "n't");
  EXPECT_EQ(made.words[5].of(made.text), "!");
  ASSERT_EQ(made.sentences.size(), 2u);
  EXPECT_EQ(made.sentences[1].begin, 4u);
}

TEST(ConlluText, BreaksLinesAndJoinsParagraphsWhenAsked) {
  const auto sentences = parse_conllu(kTwoSentences, "x");
  ASSERT_TRUE(sentences.ok());
  EXPECT_EQ(text_of(sentences.value(), {.line_bytes = 2}).text, "She\ncan't.\n\nNo!");
  EXPECT_EQ(text_of(sentences.value(), {.tight_paragraphs = true}).text, "She can't.\nNo!");
}

TEST(ConlluText, FindsDocuments) {
  const auto sentences = parse_conllu(kTwoSentences, "x");
  ASSERT_TRUE(sentences.ok());
  EXPECT_EQ(documents_of(sentences.value()).size(), 1u);
}

}  // namespace
}  // namespace verbale
