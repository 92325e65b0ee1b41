// SPDX-License-Identifier: Apache-2.0
#include "train/short_sentences.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

std::string shown(const ConlluSentence& sentence) {
  std::string text;
  for (const ConlluWord& word : sentence.words) {
    if (!text.empty()) text += ' ';
    text += word.form + '/' + word.xpos + ':' + std::to_string(word.head);
  }
  return text;
}

constexpr std::string_view kPast =
    "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n"
    "2\tenvoy\tenvoy\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n"
    "3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "4\ta\ta\tDET\tDT\t_\t5\tdet\t_\t_\n"
    "5\ttown\ttown\tNOUN\tNN\t_\t3\tobj\t_\t_\n"
    "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";

constexpr std::string_view kPresent =
    "1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
    "2\tleaves\tleave\tVERB\tVBZ\t_\t0\troot\t_\t_\n\n";

TEST(ShortSentences, HeadlinesLeaveOutArticlesAndTellThePastInThePresent) {
  std::string text(kPast);
  for (int i = 0; i < 5; ++i) text += kPresent;
  text += kPast;
  const auto headlines = headlines_of(parse_conllu(text, "test").take());
  ASSERT_EQ(headlines.size(), 2U);
  EXPECT_EQ(shown(headlines[0]), "Envoy/NN:2 Leaves/VBZ:0 Town/NN:2");
  EXPECT_EQ(shown(headlines[1]), "Envoy/NN:2 leaves/VBZ:0 town/NN:2");
}

TEST(ShortSentences, ClausesAreWhatStandsAroundAFiniteVerb) {
  const std::string text =
      "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n"
      "2\tsay\tsay\tVERB\tVBP\t_\t0\troot\t_\t_\n"
      "3\ta\ta\tDET\tDT\t_\t4\tdet\t_\t_\n"
      "4\tguard\tguard\tNOUN\tNN\t_\t6\tnsubj\t_\t_\n"
      "5\tonce\tonce\tADV\tRB\t_\t6\tadvmod\t_\t_\n"
      "6\tshut\tshut\tVERB\tVBD\t_\t2\tccomp\t_\t_\n"
      "7\tthe\tthe\tDET\tDT\t_\t8\tdet\t_\t_\n"
      "8\tgate\tgate\tNOUN\tNN\t_\t6\tobj\t_\t_\n\n";
  const auto clauses = clauses_of(parse_conllu(text, "test").take());
  ASSERT_EQ(clauses.size(), 2U);
  EXPECT_EQ(shown(clauses[0]), "Guard/NN:2 shut/VBD:0 gate/NN:2 ./.:2");
  EXPECT_EQ(shown(clauses[1]), "A/DT:2 guard/NN:3 shut/VBD:0 the/DT:5 gate/NN:3 ./.:3");
}

}  // namespace
}  // namespace verbale
