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

constexpr const char* kFourth =
    "Engineers need two more years for the second bridge, and the money for it is not yet found, "
    "the "
    "ministry in Velden said in a statement on the day before.";

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

TEST(PagePaste, KnowsFurnitureByItsLook) {
  const Article article =
      read(std::string(kMenu) + "Karsk opens the bridge at Orsk\nBy Lena Brandt\n" + kFirst +
           "\nMinisters on the bridge at Orsk. (Lin Zhao)\nValley | Bridges\n" + kSecond +
           "\n2 апреля 2025, 14:05\nA lorry on the way east. © Lin Zhao\n" + kThird +
           "\nA ferry before the war. © Lin Zhao\n" + kFourth + "\nContact us\n");
  EXPECT_EQ(article.text, std::string("Karsk opens the bridge at Orsk\n\n") + kFirst + "\n\n" +
                              kSecond + "\n\n" + kThird + "\n\n" + kFourth);
}

TEST(PagePaste, TakesTheHeadlineAlone) {
  const Article article = read(std::string(kMenu) + "Karsk opens the bridge at Orsk\n" +
                               "Orsk Valley / Karsk opens the bridge at Orsk\nMarch 3, 2025\n" +
                               kFirst + "\n" + kSecond + "\n" + kThird + "\nContact us\n");
  EXPECT_EQ(article.title, "Karsk opens the bridge at Orsk");
}

TEST(PagePaste, KnowsFurnitureOfOtherLanguages) {
  constexpr const char* kErste =
      "Karsk hat am Montag die Brücke von Orsk geöffnet, den ersten Übergang nach Ravelia seit "
      "neun "
      "Jahren, und Hunderte liefen noch vor dem Mittag hinüber.";
  constexpr const char* kZweite =
      "Die Minister beider Länder sahen vom Ufer aus zu, wie die ersten Lastwagen hinüberfuhren, "
      "und "
      "versprachen eine zweite Brücke.";
  const Article article = read(
      std::string("Startseite\nWelt\nMetro\nSport\nSeen\nGärten\nHäuser\nWetter\nRätsel\n"
                  "Fähren\nKolumnen\nBücher\nSpiele\nReisen\nAnzeige\n"
                  "Karsk öffnet die Brücke von Orsk\nVon Lena Brandt\n3. März 2025, 14:05 Uhr\n"
                  "Teilen\nBild: Lin Zhao\n") +
      kErste + "\nLesen Sie auch: Neun Jahre Fähren\n" + kZweite +
      "\nMehr zum Thema\nNeun Jahre Fähren\nImpressum\nDatenschutz\n");
  EXPECT_EQ(article.text,
            std::string("Karsk öffnet die Brücke von Orsk\n\n") + kErste + "\n\n" + kZweite);
  EXPECT_EQ(article.byline, "Lena Brandt");
  EXPECT_EQ(article.published, "2025-03-03");
}

}  // namespace
}  // namespace verbale
