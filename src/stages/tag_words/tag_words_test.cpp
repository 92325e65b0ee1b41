// SPDX-License-Identifier: Apache-2.0
#include "stages/tag_words/tag_words.h"

#include <gtest/gtest.h>

#include <sstream>

#include "document/xpos.h"

namespace verbale {
namespace {

const TagModel& model() {
  static const ModelFile file = ModelFile::open(VERBALE_ROOT "/data/models/en.model").take();
  static const TagModel tags = TagModel::load(file).take();
  return tags;
}

// A sentence of words parted by spaces, as "word/XPOS/lemma".
std::string shown(const std::string& words) {
  Article article;
  article.text = words;
  Syntax syntax;
  std::istringstream stream(words);
  std::uint32_t at = 0;
  for (std::string word; stream >> word;) {
    const auto begin = static_cast<std::uint32_t>(words.find(word, at));
    at = begin + static_cast<std::uint32_t>(word.size());
    syntax.tokens.push_back({.span = {begin, at}});
  }
  const auto count = static_cast<std::uint32_t>(syntax.tokens.size());
  syntax.sentences.push_back({.tokens = {0, count}, .span = {0, at}});
  syntax = tag_words(std::move(syntax), article, model());
  std::string text;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i > 0) text += ' ';
    text += syntax.tokens[i].span.of(words);
    text += '/' + std::string(name_of_xpos(syntax.tokens[i].xpos)) + '/' + syntax.lemmas[i];
  }
  return text;
}

TEST(TagWords, TellsTensesAndLemmas) {
  EXPECT_EQ(shown("Rebels attacked the town ."),
            "Rebels/NNS/rebel attacked/VBD/attack the/DT/the town/NN/town ././.");
  EXPECT_EQ(shown("He was arrested by the police ."),
            "He/PRP/he was/VBD/be arrested/VBN/arrest by/IN/by the/DT/the police/NN/police ././.");
  EXPECT_EQ(shown("They will not meet ."),
            "They/PRP/they will/MD/will not/RB/not meet/VB/meet ././.");
  EXPECT_EQ(shown("She is negotiating ."), "She/PRP/she is/VBZ/be negotiating/VBG/negotiate ././.");
}

TEST(TagWords, ReadsHeadlinesInCapitals) {
  EXPECT_EQ(shown("REBELS ATTACK THE TOWN OF KIVEREN"),
            "REBELS/NNS/rebel ATTACK/VBP/attack THE/DT/the TOWN/NN/town OF/IN/of "
            "KIVEREN/NNP/Kiveren");
}

TEST(TagWords, NothingIsTaggedInAnEmptyDocument) {
  EXPECT_TRUE(tag_words({}, {}, model()).tokens.empty());
}

}  // namespace
}  // namespace verbale
