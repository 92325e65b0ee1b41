// SPDX-License-Identifier: Apache-2.0
#include "evaluate/syntax.h"

#include <gtest/gtest.h>

#include "document/xpos.h"

namespace verbale {
namespace {

constexpr std::string_view kGold =
    "# newdoc id = a\n"
    "1\tRebels\trebel\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n"
    "2\tfled\tflee\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
    "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n";

// Tags all words as nouns and hangs them on the second.
SyntaxStages simple_stages() {
  SyntaxStages stages;
  stages.split = [](const Article&) {
    Syntax syntax;
    syntax.tokens = {{.span = {0, 6}}, {.span = {7, 12}}};  // "fled." stays whole.
    syntax.sentences = {{.tokens = {0, 2}, .span = {0, 12}}};
    return syntax;
  };
  stages.tag = [](Syntax syntax, const Article&) {
    for (Token& token : syntax.tokens) token.upos = Upos::kNoun;
    syntax.lemmas.assign(syntax.tokens.size(), "rebel");
    syntax.names = {{{0, 2}, NameKind::kPerson}, {{3, 4}, NameKind::kPlace}};
    return syntax;
  };
  stages.parse = [](Syntax syntax, const Article&) {
    for (Token& token : syntax.tokens) {
      token.head = 1;
      token.deprel = Deprel::kNsubjPass;
    }
    syntax.tokens[1].head = kNoToken;
    syntax.tokens[1].deprel = Deprel::kRoot;
    return syntax;
  };
  return stages;
}

TEST(SyntaxScores, AreSharesWhenWordsAreGiven) {
  const auto gold = parse_conllu(kGold, "gold").take();
  const SyntaxScores scores = score_from_words(gold, simple_stages());
  EXPECT_DOUBLE_EQ(scores.words.f1(), 1);
  EXPECT_DOUBLE_EQ(scores.upos.f1(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(scores.lemmas.f1(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(scores.heads.f1(), 1);
  EXPECT_DOUBLE_EQ(scores.labels.f1(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(scores.universal_labels.f1(), 2.0 / 3);
}

TEST(SyntaxScores, CountRelationsByTheirNames) {
  const auto gold = parse_conllu("1\tNever\tnever\tADV\tRB\tPolarity=Neg\t2\tadvmod\t_\t_\n"
                                 "2\tyield\tyield\tVERB\tVB\t_\t0\troot\t_\t_\n\n",
                                 "gold")
                        .take();
  SyntaxStages stages = simple_stages();
  const SyntaxScores wrong = score_from_words(gold, stages);
  EXPECT_DOUBLE_EQ(wrong.by_relation[static_cast<std::size_t>(Deprel::kNsubjPass)].predicted, 1);
  EXPECT_DOUBLE_EQ(wrong.by_relation[static_cast<std::size_t>(Deprel::kRoot)].f1(), 1);
  EXPECT_DOUBLE_EQ(wrong.negations.recall(), 0);
  stages.parse = [](Syntax syntax, const Article&) {
    syntax.tokens[0].head = 1;
    syntax.tokens[0].deprel = Deprel::kAdvmod;
    syntax.tokens[1].deprel = Deprel::kRoot;
    return syntax;
  };
  const SyntaxScores right = score_from_words(gold, stages);
  EXPECT_DOUBLE_EQ(right.negations.recall(), 1);
  EXPECT_EQ(relation_table("t", right).rows.back()[1], "1.000");
}

TEST(SyntaxScores, CountOnlyWordsThatCoverTheSameLetters) {
  const auto gold = parse_conllu(kGold, "gold").take();
  const SyntaxScores scores = score_from_text(gold, simple_stages());
  EXPECT_DOUBLE_EQ(scores.words.right, 1);
  EXPECT_DOUBLE_EQ(scores.words.f1(), 2.0 / 5);
  EXPECT_DOUBLE_EQ(scores.sentences.f1(), 1);
  // The head of "Rebels" is a word that was not found.
  EXPECT_DOUBLE_EQ(scores.heads.right, 0);
}

TEST(NameScores, WantKindAndWordsRight) {
  const auto gold =
      parse_iob2("1\tIlda\tB-PER\n2\tMaren\tI-PER\n3\tin\tO\n4\tOst\tB-ORG\n\n", "gold").take();
  const NameScores scores = score_names(gold, simple_stages());
  EXPECT_DOUBLE_EQ(scores.persons.f1(), 1);
  EXPECT_DOUBLE_EQ(scores.organisations.f1(), 0);
  EXPECT_DOUBLE_EQ(scores.places.precision(), 0);
  EXPECT_DOUBLE_EQ(scores.all.f1(), 0.5);
}

}  // namespace
}  // namespace verbale
