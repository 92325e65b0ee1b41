// SPDX-License-Identifier: Apache-2.0
#include "stages/parse_sentences/parse_sentences.h"

#include <gtest/gtest.h>

#include "document/xpos.h"
#include "reader/dateline.h"

namespace verbale {
namespace {

struct Word {
  std::string text;
  Upos upos;
  std::string xpos;
};

const ParseModel& model() {
  static const ModelFile file = ModelFile::open(VERBALE_ROOT "/data/models/en.model").take();
  static const ParseModel parses = ParseModel::load(file).take();
  return parses;
}

struct Made {
  Article article;
  Syntax syntax;
};

Made sentence_of(const std::vector<Word>& words) {
  Made made;
  for (const Word& word : words) {
    if (!made.article.text.empty()) made.article.text += ' ';
    const auto begin = static_cast<std::uint32_t>(made.article.text.size());
    made.article.text += word.text;
    made.syntax.tokens.push_back(
        {.span = {begin, static_cast<std::uint32_t>(made.article.text.size())},
         .upos = word.upos,
         .xpos = xpos_of(word.xpos)});
  }
  made.syntax.sentences.push_back({.tokens = {0, static_cast<std::uint32_t>(words.size())}, .span = {}});
  return made;
}

std::string shown(const std::vector<Word>& words) {
  Made made = sentence_of(words);
  made.syntax = parse_sentences(std::move(made.syntax), made.article, model());
  std::string text;
  for (const Token& token : made.syntax.tokens) {
    if (!text.empty()) text += ' ';
    text += std::string(name_of(token.deprel)) + ':' +
            (token.head == kNoToken ? "0" : std::to_string(token.head + 1));
  }
  return text;
}

void expect_tree(const Syntax& syntax) {
  for (const Sentence& sentence : syntax.sentences) {
    int roots = 0;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      std::uint32_t above = i;
      std::uint32_t steps = 0;
      while (above != kNoToken && steps++ <= sentence.tokens.size()) {
        ASSERT_TRUE(sentence.tokens.holds(above));
        above = syntax.tokens[above].head;
      }
      ASSERT_EQ(above, kNoToken) << "a circle";
      const bool is_root = syntax.tokens[i].head == kNoToken;
      ASSERT_EQ(is_root, syntax.tokens[i].deprel == Deprel::kRoot);
      roots += is_root;
    }
    ASSERT_EQ(roots, 1);
  }
}

const std::vector<Word> kArrest = {
    {"Police", Upos::kNoun, "NNS"}, {"arrested", Upos::kVerb, "VBD"}, {"a", Upos::kDet, "DT"},
    {"journalist", Upos::kNoun, "NN"}, {"in", Upos::kAdp, "IN"}, {"Ost", Upos::kPropn, "NNP"},
    {".", Upos::kPunct, "."}};

TEST(ParseSentences, FindsSubjectAndObject) {
  EXPECT_EQ(shown(kArrest), "nsubj:2 root:0 det:4 obj:2 case:6 obl:2 punct:2");
}

TEST(ParseSentences, FindsThePassive) {
  EXPECT_EQ(shown({{"The", Upos::kDet, "DT"}, {"bridge", Upos::kNoun, "NN"},
                   {"was", Upos::kAux, "VBD"}, {"destroyed", Upos::kVerb, "VBN"},
                   {"by", Upos::kAdp, "IN"}, {"rebels", Upos::kNoun, "NNS"},
                   {".", Upos::kPunct, "."}}),
            "det:2 nsubj:pass:4 aux:pass:4 root:0 case:6 obl:agent:4 punct:4");
}

TEST(ParseSentences, ParsesTheClauseBehindADatelineAsIfAlone) {
  std::vector<Word> words = {{"OST", Upos::kPropn, "NNP"}, {",", Upos::kPunct, ","},
                             {"March", Upos::kPropn, "NNP"}, {"3", Upos::kNum, "CD"},
                             {"-", Upos::kPunct, ":"}};
  words.insert(words.end(), kArrest.begin(), kArrest.end());
  Made made = sentence_of(words);
  made.syntax = parse_sentences(std::move(made.syntax), made.article, model());
  expect_tree(made.syntax);
  EXPECT_EQ(made.syntax.tokens[6].deprel, Deprel::kRoot);
  EXPECT_EQ(made.syntax.tokens[5].deprel, Deprel::kNsubj);
  EXPECT_EQ(dateline_size(made.syntax.tokens, made.article.text), 5u);
}

TEST(ParseSentences, ATownInCapitalsAloneIsADatelineBeforeWordsThatAreNot) {
  const Made calm = sentence_of({{"OSTRAVIK", Upos::kPropn, "NNP"}, {"-", Upos::kPunct, ","},
                                 {"Gunmen", Upos::kNoun, "NNS"}, {"fled", Upos::kVerb, "VBD"},
                                 {".", Upos::kPunct, "."}});
  EXPECT_EQ(dateline_size(calm.syntax.tokens, calm.article.text), 2u);
  const Made headline = sentence_of({{"OSTRAVIK", Upos::kPropn, "NNP"}, {"-", Upos::kPunct, ","},
                                     {"GUNMEN", Upos::kNoun, "NNS"}, {"FLEE", Upos::kVerb, "VBP"},
                                     {".", Upos::kPunct, "."}});
  EXPECT_EQ(dateline_size(headline.syntax.tokens, headline.article.text), 0u);
}

TEST(ParseSentences, ADashAloneMakesNoDateline) {
  const Made made = sentence_of({{"Volhania", Upos::kPropn, "NNP"}, {"-", Upos::kPunct, ","},
                                 {"said", Upos::kVerb, "VBD"}, {"Maren", Upos::kPropn, "NNP"},
                                 {".", Upos::kPunct, "."}});
  EXPECT_EQ(dateline_size(made.syntax.tokens, made.article.text), 0u);
}

TEST(ParseSentences, LeavesSkippedSentencesWithoutHeads) {
  Made made = sentence_of(kArrest);
  made.syntax.sentences[0].parsed = false;
  made.syntax = parse_sentences(std::move(made.syntax), made.article, model());
  for (const Token& token : made.syntax.tokens) EXPECT_EQ(token.head, kNoToken);
}

TEST(ParseSentences, AlwaysMakesATree) {
  for (std::size_t length : {1u, 2u, 3u, 50u, 5000u}) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < length; ++i) {
      words.push_back({i % 7 == 3 ? "," : "x" + std::to_string(i * i % 23),
                       static_cast<Upos>(i * 5 % kUposCount), "NN"});
    }
    Made made = sentence_of(words);
    made.syntax = parse_sentences(std::move(made.syntax), made.article, model());
    expect_tree(made.syntax);
  }
}

}  // namespace
}  // namespace verbale
