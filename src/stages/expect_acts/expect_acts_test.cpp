// SPDX-License-Identifier: Apache-2.0
#include "stages/expect_acts/expect_acts.h"

#include <gtest/gtest.h>

#include <sstream>

#include "lexicon/coding_words.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

// The lexicon, with a lemmatiser that knows two endings.
struct Words {
  DataFiles files{VERBALE_ROOT "/data"};
  CodingWords coding = load_coding_words(files);
  TriggerWords triggers{
      coding.acts, coding.vocabulary, coding.needs, [](std::string_view word) {
        std::vector<TriggerWords::Lemma> lemmas = {{Upos::kVerb, std::string(word)}};
        if (word.ends_with("ed")) lemmas.emplace_back(Upos::kVerb, word.substr(0, word.size() - 2));
        if (word.ends_with("d")) lemmas.emplace_back(Upos::kVerb, word.substr(0, word.size() - 1));
        if (word.ends_with("s")) lemmas.emplace_back(Upos::kNoun, word.substr(0, word.size() - 1));
        return lemmas;
      }};
};

const Words& words() {
  static const Words all;
  return all;
}

// Whether a sentence of words parted by spaces is worth a parse.
bool is_expected(const std::string& text) {
  Article article;
  article.text = text;
  Syntax syntax;
  std::istringstream stream(text);
  std::uint32_t at = 0;
  for (std::string word; stream >> word;) {
    const auto begin = static_cast<std::uint32_t>(text.find(word, at));
    at = begin + static_cast<std::uint32_t>(word.size());
    syntax.tokens.push_back({.span = {begin, at}});
  }
  const auto count = static_cast<std::uint32_t>(syntax.tokens.size());
  syntax.sentences.push_back({.tokens = {0, count}, .span = {0, at}});
  return expect_acts(syntax, article, words().triggers);
}

TEST(ExpectActs, KeepsWhatMayTellOfAnAct) {
  EXPECT_TRUE(is_expected("Police arrested a driver ."));
  EXPECT_TRUE(is_expected("Chad imposed sanctions on Niger ."));
}

TEST(ExpectActs, LeavesOutWhatLacksAWordThatThePatternAsksFor) {
  EXPECT_FALSE(is_expected("The weather was mild ."));
  EXPECT_FALSE(is_expected("The tailor imposed a button ."));
}

TEST(ExpectActs, AnswersTheSameTheSecondTime) {
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(is_expected("Police arrested a driver ."));
    EXPECT_FALSE(is_expected("The weather was mild ."));
  }
}

}  // namespace
}  // namespace verbale
