// SPDX-License-Identifier: Apache-2.0
#include "formats/conllu.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

constexpr std::string_view kSentence =
    "# newpar\n"
    "# sent_id = made-up-1\n"
    "1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tmarch\tmarch\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n";

TEST(Conllu, ComesBackAsItWasWritten) {
  const auto read = parse_conllu(kSentence, "made.conllu");
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read.value().size(), 1u);
  const ConlluSentence& sentence = read.value()[0];
  EXPECT_EQ(sentence.id, "made-up-1");
  EXPECT_TRUE(sentence.starts_paragraph);
  EXPECT_EQ(sentence.words[3].head, 0u);
  EXPECT_FALSE(sentence.words[3].space_after);
  ASSERT_EQ(sentence.ranges.size(), 1u);
  std::string written;
  append_conllu(written, sentence);
  EXPECT_EQ(written, kSentence);
}

TEST(Conllu, LeavesEmptyNodesOut) {
  const auto read =
      parse_conllu("1\ta\t_\t_\t_\t_\t0\troot\t_\t_\n1.1\tb\t_\t_\t_\t_\t_\t_\t_\t_\n", "x");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value()[0].words.size(), 1u);
}

TEST(Conllu, NamesTheWrongLine) {
  const auto wrong = parse_conllu("# c\n1\ta\tb\n", "x.conllu");
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().where, "x.conllu:2");
  EXPECT_FALSE(parse_conllu("1\ta\t_\t_\t_\t_\t9\troot\t_\t_\n\n", "x").ok());
  EXPECT_FALSE(parse_conllu("7\ta\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "x").ok());
}

}  // namespace
}  // namespace verbale
