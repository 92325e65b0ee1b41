// SPDX-License-Identifier: Apache-2.0
#include "reader/sentence_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace verbale {
namespace {

const SentenceReader& reader() {
  static const ModelFile file = ModelFile::open(VERBALE_ROOT "/data/models/en.model").take();
  static const SentenceReader network = SentenceReader::load(file).take();
  return network;
}

// Sentences of words parted by spaces.
struct Made {
  Article article;
  Syntax syntax;
};

Made made_of(const std::vector<std::string>& sentences) {
  Made made;
  for (const std::string& sentence : sentences) {
    const auto first = static_cast<std::uint32_t>(made.syntax.tokens.size());
    for (std::size_t at = 0; at < sentence.size();) {
      const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
      const auto begin = static_cast<std::uint32_t>(made.article.text.size());
      made.article.text += sentence.substr(at, end - at);
      made.syntax.tokens.push_back(
          {.span = {begin, static_cast<std::uint32_t>(made.article.text.size())}});
      made.article.text += ' ';
      at = end + 1;
    }
    made.syntax.sentences.push_back(
        {.tokens = {first, static_cast<std::uint32_t>(made.syntax.tokens.size())}, .span = {}});
  }
  return made;
}

TEST(SentenceReader, FindsPersonsAndPlaces) {
  Made made = made_of({"John Baker arrived in London .", "Nobody knew why ."});
  reader().read_sentences(std::vector<std::uint32_t>{0, 1}, made.article, made.syntax);
  ASSERT_EQ(made.syntax.names.size(), 2U);
  EXPECT_EQ(made.syntax.names[0].tokens, (TokenSpan{0, 2}));
  EXPECT_EQ(made.syntax.names[0].kind, NameKind::kPerson);
  EXPECT_EQ(made.syntax.names[1].tokens, (TokenSpan{4, 5}));
  EXPECT_EQ(made.syntax.names[1].kind, NameKind::kPlace);
}

TEST(SentenceReader, ReadsADatelineApartFromItsClause) {
  Made made = made_of({"OST , March 3 ( Volpress ) - John Baker arrived in London ."});
  reader().read_sentences(std::vector<std::uint32_t>{0}, made.article, made.syntax);
  EXPECT_EQ(made.syntax.tokens[10].deprel, Deprel::kRoot);
  EXPECT_EQ(made.syntax.tokens[9].head, 8U);
  EXPECT_EQ(made.syntax.tokens[0].head, 10U);
  EXPECT_EQ(made.syntax.tokens[0].deprel, Deprel::kParataxis);
}

TEST(SentenceReader, AddsTheNamesOfFurtherSentencesInTextOrder) {
  Made made = made_of({"John Baker arrived in London .", "Mary Smith stayed in Paris ."});
  reader().read_sentences(std::vector<std::uint32_t>{1}, made.article, made.syntax);
  const std::size_t later = made.syntax.names.size();
  EXPECT_EQ(made.syntax.tokens[0].head, kNoToken);
  reader().read_sentences(std::vector<std::uint32_t>{0}, made.article, made.syntax);
  ASSERT_GT(made.syntax.names.size(), later);
  EXPECT_EQ(made.syntax.names.front().tokens.begin, 0U);
  EXPECT_GE(made.syntax.names.back().tokens.begin, 6U);
}

TEST(SentenceReader, PutsHeadsIntoTheDocument) {
  Made made = made_of({"Nobody knew .", "Rebels attacked the town ."});
  reader().read_sentences(std::vector<std::uint32_t>{0, 1}, made.article, made.syntax);
  EXPECT_EQ(made.syntax.tokens[3].head, 4U);
  EXPECT_EQ(made.syntax.tokens[4].head, kNoToken);
  EXPECT_EQ(made.syntax.tokens[4].deprel, Deprel::kRoot);
  EXPECT_EQ(made.syntax.tokens[6].deprel, Deprel::kObj);
}

TEST(SentenceReader, ReadsAStretchAsASentence) {
  Made made = made_of({"OST , March 3 - Rebels attacked the town ."});
  const TokenSpan stretch{5, 10};
  const auto roots = reader().read_trees({&stretch, 1}, made.article, made.syntax);
  ASSERT_EQ(roots.size(), 1U);
  EXPECT_EQ(roots[0], 6U);
  EXPECT_EQ(made.syntax.tokens[5].head, 6U);
  EXPECT_EQ(made.syntax.tokens[0].head, kNoToken);
}

}  // namespace
}  // namespace verbale
