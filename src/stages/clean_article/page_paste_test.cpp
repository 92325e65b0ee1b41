// SPDX-License-Identifier: Apache-2.0
// Whole pages that were copied as text.
#include <gtest/gtest.h>

#include <string>

#include "lexicon/data_files.h"
#include "stages/clean_article/clean_article.h"

namespace verbale {
namespace {

Article read(std::string text) {
  static DataFiles files(std::string(VERBALE_ROOT) + "/data");
  static const Furniture furniture = load_furniture(files);
  RawArticle raw;
  raw.text = std::move(text);
  return clean_article(raw, furniture);
}

constexpr const char* kMenu =
    "Skip to main content\nSubscribe\nLog in\nHome\nWorld\nMetro\nOrsk Valley\nLakes\nColumns\n"
    "Puzzles\nWeather maps\nObituaries\nFerries\nHouses\nGardens\n";
constexpr const char* kFirst =
    "Karsk opened the bridge at Orsk on Monday, the first crossing into Ravelia in nine years, and "
    "hundreds of people walked over it before noon.";
constexpr const char* kSecond =
    "Ministers of both countries watched from the eastern bank as the first lorries rolled over, "
    "and promised that a second bridge would follow.";
constexpr const char* kThird =
    "The war had closed every crossing on the river, and farmers on both sides lost their markets "
    "overnight, the mayor of Orsk told reporters.";

TEST(PagePaste, FindsTheArticleBetweenMenuAndFoot) {
  const Article article =
      read(std::string(kMenu) +
           "Singer leaves the stage before the last song\n"
           "Karsk opens the bridge at Orsk\nBy Lena Brandt\nMarch 3, 2025\n"
           "Singer leaves the stage before the last song\n" +
           kFirst + "\n" + kSecond + "\n" + "What comes next\n" + kThird + "\n" +
           "Singer leaves the stage before the last song\n"
           "Twelve recipes for a spring without rain\n"
           "Cook them before the sun comes back.\n"
           "Nine gardens worth a journey\nSee them before the leaves fall.\n"
           "Contact us\nTerms of use\nAll rights reserved.\n");
  EXPECT_EQ(article.title, "Karsk opens the bridge at Orsk");
  EXPECT_EQ(article.byline, "Lena Brandt");
  EXPECT_EQ(article.published, "2025-03-03");
  EXPECT_EQ(article.text, std::string("Karsk opens the bridge at Orsk\n\n") + kFirst + "\n\n" +
                              kSecond + "\n\nWhat comes next\n\n" + kThird);
}

TEST(PagePaste, PrefersTheLineAboveTheByline) {
  const Article article = read(
      std::string(kMenu) +
      "In pictures: how ferries crossed the lakes\nKarsk opens the bridge at Orsk\n"
      "By Lena Brandt\nMarch 3, 2025\nMinisters of Karsk watch lorries on the bridge at Orsk\n" +
      kFirst + "\n" + kSecond + "\n" + kThird + "\nContact us\nTerms of use\n");
  EXPECT_EQ(article.title, "Karsk opens the bridge at Orsk");
}

TEST(PagePaste, LeavesAnArticleWithManyShortLinesAlone) {
  std::string text = "Karsk names its new government\n\n" + std::string(kFirst) + "\n\n";
  for (int i = 0; i < 20; ++i)
    text += "Minister of portfolio " + std::string(1, static_cast<char>('A' + i)) + "\n\n";
  text += kSecond;
  const Article article = read(text);
  EXPECT_NE(article.text.find("Minister of portfolio A"), std::string::npos);
  EXPECT_NE(article.text.find("Minister of portfolio T"), std::string::npos);
  EXPECT_TRUE(article.removed.empty());
}

}  // namespace
}  // namespace verbale
