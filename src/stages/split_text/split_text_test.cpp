// SPDX-License-Identifier: Apache-2.0
#include "stages/split_text/split_text.h"

#include <gtest/gtest.h>

#include "core/utf8.h"

namespace verbale {
namespace {

const SplitModel& model() {
  static const ModelFile file = [] {
    Result<ModelFile> opened = ModelFile::open(VERBALE_ROOT "/data/models/en.model");
    EXPECT_TRUE(opened.ok()) << opened.error().message();
    return opened.take();
  }();
  static const SplitModel split = SplitModel::load(file).take();
  return split;
}

// Words parted by a space, sentences by " | ".
std::string shown(const Article& article) {
  const Syntax syntax = split_text(article, model());
  std::string text;
  for (const Sentence& sentence : syntax.sentences) {
    if (!text.empty()) text += " |";
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      if (!text.empty()) text += ' ';
      text += syntax.tokens[i].span.of(article.text);
    }
  }
  return text;
}

std::string shown(std::string text) {
  Article article;
  article.text = std::move(text);
  return shown(article);
}

// What must hold for any bytes.
void expect_sound(const Article& article) {
  const Syntax syntax = split_text(article, model());
  std::vector<bool> covered(article.text.size(), false);
  std::uint32_t end = 0;
  for (const Token& token : syntax.tokens) {
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_GE(token.span.begin, end);
    ASSERT_LE(token.span.end, article.text.size());
    end = token.span.end;
    for (std::uint32_t at = token.span.begin; at < end; ++at) covered[at] = true;
  }
  for (std::size_t at = 0; at < covered.size(); ++at) {
    const bool is_ascii = static_cast<unsigned char>(article.text[at]) < 0x80;
    if (!is_ascii) continue;
    ASSERT_NE(covered[at], is_space(article.text[at])) << "byte " << at;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : syntax.sentences) {
    ASSERT_EQ(sentence.tokens.begin, next);
    ASSERT_LT(sentence.tokens.begin, sentence.tokens.end);
    ASSERT_LE(sentence.tokens.size(), kSentenceTokensMax);
    ASSERT_EQ(sentence.span.begin, syntax.tokens[sentence.tokens.begin].span.begin);
    ASSERT_EQ(sentence.span.end, syntax.tokens[sentence.tokens.end - 1].span.end);
    next = sentence.tokens.end;
  }
  ASSERT_EQ(next, syntax.tokens.size());
}

TEST(SplitText, CutsWordsAsTheTreebanksDo) {
  const std::pair<const char*, const char*> kTexts[] = {
      {"They don't march.", "They do n't march ."},
      {"Kestria's army couldn’t hold Ost.", "Kestria 's army could n’t hold Ost ."},
      {"The ministers' talks cannot fail.", "The ministers ' talks can not fail ."},
      {"We'll see; they've left.", "We 'll see ; they 've left ."},
      {"The U.S. envoy left.", "The U.S. envoy left ."},
      {"A six-month truce held.", "A six - month truce held ."},
      {"It cost $2.5 billion (or 40%).", "It cost $ 2.5 billion ( or 40 % ) ."},
      {"They met at 10:30 a.m. on Friday.", "They met at 10:30 a.m. on Friday ."},
      {"“Leave,” she said.", "“ Leave , ” she said ."},
      {"Write to desk@ost.example today.", "Write to desk@ost.example today ."},
  };
  for (const auto& [text, words] : kTexts) EXPECT_EQ(shown(text), words);
}

TEST(SplitText, EndsSentencesWhereTheyEnd) {
  const std::pair<const char*, const char*> kTexts[] = {
      {"Rebels took Ost. The army fled.", "Rebels took Ost . | The army fled ."},
      {"Gen. Petr Hruska spoke. He left.", "Gen. Petr Hruska spoke . | He left ."},
      {"Dr. Maren met Col. Orsk in Ost.", "Dr. Maren met Col. Orsk in Ost ."},
      {"“We are ready.” He left.", "“ We are ready . ” | He left ."},
      {"Will they sign? Nobody knows!", "Will they sign ? | Nobody knows !"},
  };
  for (const auto& [text, sentences] : kTexts) EXPECT_EQ(shown(text), sentences);
}

TEST(SplitText, KeepsADatelineWithItsSentence) {
  EXPECT_EQ(shown("OST, March 3 (Volpress) - Rebels seized a bridge. Two died."),
            "OST , March 3 ( Volpress ) - Rebels seized a bridge . | Two died .");
}

TEST(SplitText, NeverJoinsAcrossAnEmptyLine) {
  EXPECT_EQ(shown("Rebels took the\n\ntown of Ost"), "Rebels took the | town of Ost");
}

TEST(SplitText, MakesTheTitleASentenceOfItsOwn) {
  Article article;
  article.text = "Kestria and Volhania agree\nMinisters signed on Monday.";
  article.title_span = {0, 26};
  EXPECT_EQ(shown(article), "Kestria and Volhania agree | Ministers signed on Monday .");
}

TEST(SplitText, CoversAnyBytes) {
  const std::string kTexts[] = {"",
                                " \n\t ",
                                ".",
                                "....",
                                "\xFF\xFE broken \xC3",
                                "\xE2\x80",
                                "a\xC2\xA0"
                                "b \xE3\x80\x80 c",
                                std::string("nul \0 byte", 10),
                                std::string(5000, '-'),
                                std::string(3000, 'x') + ".",
                                "n't",
                                "'s",
                                "don\xE2\x80\x99",
                                "\xF0\x9F\x95\x8A peace"};
  for (const std::string& text : kTexts) {
    Article article;
    article.text = text;
    expect_sound(article);
  }
  // Every pair of bytes, valid or not, between letters.
  Article article;
  for (int first = 0; first < 256; first += 5) {
    for (int second = 0; second < 256; second += 3) {
      article.text += {'a', static_cast<char>(first), static_cast<char>(second), 'b', '.', ' '};
    }
  }
  expect_sound(article);
}

TEST(SplitText, CutsSentencesWithoutEnd) {
  Article article;
  for (int i = 0; i < 5000; ++i) article.text += "and ";
  expect_sound(article);
}

}  // namespace
}  // namespace verbale
