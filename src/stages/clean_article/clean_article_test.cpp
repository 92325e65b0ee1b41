// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/clean_article.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "core/file.h"
#include "lexicon/data_files.h"
#include "stages/clean_article/date_line.h"

namespace verbale {
namespace {

const Furniture& furniture() {
  static DataFiles files(std::string(VERBALE_ROOT) + "/data");
  static const Furniture loaded = load_furniture(files);
  return loaded;
}

Article clean(std::string text, std::string title = "") {
  RawArticle raw;
  raw.text = std::move(text);
  raw.title = std::move(title);
  return clean_article(raw, furniture());
}

std::string reasons(const Article& article) {
  std::string list;
  for (const RemovedText& removed : article.removed) {
    if (!list.empty()) list += ", ";
    list += removed.reason;
  }
  return list;
}

TEST(CleanArticle, JoinsALargeFirstLetter) {
  EXPECT_EQ(clean("A bridge too few\n\nK\n\narsk opened the bridge at Orsk on Monday, the first crossing "
                  "in nine years.\n")
                .text,
            "A bridge too few\n\nKarsk opened the bridge at Orsk on Monday, the first crossing in nine "
            "years.");
}

TEST(CleanArticle, FindsTheArticleInAPastedPage) {
  const Article article = clean(
      "Karsk's Defence Minister Flies to Velden for Grain Talks\n\n"
      "Written by Ilse Vandermeer\n\n"
      "Mar.14 - 2024 4:05 PM CET\n\n"
      "World\nKL8812 / Shutterstock.com\nKL8812 / Shutterstock.com\n"
      "Oda Ruun to see his counterpart as the harbour reopens\n\n"
      "Trending Now\n\nTRENDING NOW\n\n"
      "The defence minister of Karsk will fly to Velden on Friday to talk about grain.\n\n"
      "A Harbour Under Watch\n\n"
      "Ravelian ships have kept the harbour closed since the spring, officials said.\n");
  EXPECT_EQ(article.text,
            "Karsk's Defence Minister Flies to Velden for Grain Talks\n\n"
            "Oda Ruun to see his counterpart as the harbour reopens\n\n"
            "The defence minister of Karsk will fly to Velden on Friday to talk about grain.\n\n"
            "A Harbour Under Watch\n\n"
            "Ravelian ships have kept the harbour closed since the spring, officials said.");
  EXPECT_EQ(article.title, "Karsk's Defence Minister Flies to Velden for Grain Talks");
  EXPECT_EQ(article.title_span.of(article.text), article.title);
  EXPECT_EQ(article.byline, "Ilse Vandermeer");
  EXPECT_EQ(article.section, "World");
  EXPECT_EQ(article.published, "2024-03-14T16:05:00+01:00");
  EXPECT_EQ(iso_day(*article.published_day), "2024-03-14");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(reasons(article),
            "byline, date line, section label, photo credit, photo credit, trending box, "
            "trending box");
  ASSERT_EQ(article.headings.size(), 2u);
  EXPECT_EQ(article.headings[1].of(article.text), "A Harbour Under Watch");
}

TEST(CleanArticle, KeepsAWireDatelineAndJoinsBrokenLines) {
  const Article article = clean(
      "KARSK REBELS FREE TWO PILOTS\n\n"
      "OSTRAVA CITY, Feb 26 (Reuters) - Rebels in northern Karsk freed two\n"
      "pilots on Monday after a week of talks led by Ravelia, the defence\n"
      "ministry said in a statement that gave no further details of the\n"
      "exchange.\n"
      "   The pilots were flown to the capital, where their families had\n"
      "been waiting for them since the early hours of the morning of the\n"
      "same day.\n");
  EXPECT_EQ(article.text,
            "KARSK REBELS FREE TWO PILOTS\n\n"
            "OSTRAVA CITY, Feb 26 (Reuters) - Rebels in northern Karsk freed two pilots on Monday "
            "after a week of talks led by Ravelia, the defence ministry said in a statement that "
            "gave no further details of the exchange.\n\n"
            "The pilots were flown to the capital, where their families had been waiting for them "
            "since the early hours of the morning of the same day.");
}

TEST(CleanArticle, LeavesOneSentenceAlone) {
  const std::string sentence = "Ravelian police arrested three deputies on Sunday.";
  const Article article = clean(sentence);
  EXPECT_EQ(article.text, sentence);
  EXPECT_EQ(article.title, "");
  EXPECT_TRUE(article.title_span.empty());
  EXPECT_TRUE(article.removed.empty());
  EXPECT_EQ(clean("").text, "");
  EXPECT_EQ(clean("\n \n").text, "");
}

TEST(CleanArticle, PutsAGivenTitleFirstOnce) {
  const std::string body = "The envoy met the rebels in Velden on Tuesday, aides said.";
  EXPECT_EQ(clean(body, "Envoy meets rebels").text, "Envoy meets rebels\n\n" + body);
  EXPECT_EQ(clean("Envoy Meets Rebels!\n" + body, "Envoy meets rebels").text,
            "Envoy meets rebels\n\n" + body);
}

TEST(CleanArticle, CutsBoxesOutOfTheMiddleAndTheEnd) {
  const Article article = clean(
      "Ravelia closes its border\n\n"
      "Ravelia closed its border with Karsk on Sunday, the interior ministry said.\n\n"
      "Related stories\n\nWhy the grain deal failed after only a week\n\n"
      "Five things to know about the harbour dispute\n\n"
      "Lorries queued for miles on the Karsk side, according to drivers at the crossing.\n\n"
      "What comes next\n\n"
      "Talks may resume in May, the foreign minister of Velden told reporters.\n\n"
      "Reporting by Ana Lopes in Ostrava; editing by Mark Hale\n\n"
      "Sign up for our daily newsletter\n\n"
      "Most read\n\nSinger leaves the stage\n\nTwelve recipes for spring\n\n"
      "© 2024 Velden Herald. All rights reserved.");
  EXPECT_EQ(article.text,
            "Ravelia closes its border\n\n"
            "Ravelia closed its border with Karsk on Sunday, the interior ministry said.\n\n"
            "Lorries queued for miles on the Karsk side, according to drivers at the crossing.\n\n"
            "What comes next\n\n"
            "Talks may resume in May, the foreign minister of Velden told reporters.");
}

TEST(CleanArticle, FindsTheArticleInAWholePage) {
  const std::string first =
      "Karsk and Ravelia reopened the bridge at Orsk on Tuesday, the first crossing in nine years.";
  const std::string second =
      "The foreign ministers met halfway and exchanged gifts, while lorries waited on both sides.";
  std::string page =
      "Skip to content\nVelden Herald\nMenu\nWorld\nSport\nCulture\nLog in\nFive dogs that can "
      "swim\nA recipe for grey days\nKarsk and Ravelia reopen Orsk bridge\nCrossing was shut for "
      "nine years of war\nBy Lena Brandt\n3 May 2024\nShare\n" +
      first + "\n" + second +
      "\nMost read\nSinger leaves the stage\nTwelve recipes for spring\nThe ten best boats of the "
      "year\nAbout us\nContact\nJobs\n© 2024 Velden Herald";
  const Article article = clean(page);
  EXPECT_EQ(article.text,
            "Karsk and Ravelia reopen Orsk bridge\n\nCrossing was shut for nine years of war\n\n" +
                first + "\n\n" + second);
  EXPECT_EQ(article.byline, "Lena Brandt");
  EXPECT_EQ(article.published, "2024-05-03");
}

TEST(CleanArticle, NormalisesCharacters) {
  EXPECT_EQ(clean("The min\u00ADister\u200B of Mu\u0308nchen\u00A0met  them\ton Monday.").text,
            "The minister of München met them on Monday.");
}

TEST(CleanArticle, MarksWhatIsNotEnglish) {
  const Article article =
      clean("Der Minister sagte am Montag, dass die Gespräche mit den Rebellen nicht weitergehen.");
  EXPECT_EQ(article.language, "de");
  ASSERT_EQ(article.doubts.size(), 1u);
}

TEST(CleanArticle, HonoursPartiesWhereTheTextIsUnchanged) {
  RawArticle raw;
  raw.text = "Élodie Ravel met Oda Ruun.";
  raw.title = "A meeting";
  raw.parties = {{0, 12}, {17, 25}, {20, 99}};
  const Article article = clean_article(raw, furniture());
  ASSERT_EQ(article.given_parties.size(), 2u);
  EXPECT_EQ(article.given_parties[0].of(article.text), "Élodie Ravel");
  EXPECT_EQ(article.given_parties[1].of(article.text), "Oda Ruun");
  EXPECT_EQ(article.doubts.size(), 1u);
}

TEST(CleanArticle, TakesTheSendersWordForTheDay) {
  RawArticle raw;
  raw.text = "The envoy met the rebels in Velden on Tuesday, aides said.";
  raw.published = "2025-04-02T09:10:00Z";
  EXPECT_EQ(clean_article(raw, furniture()).published, "2025-04-02T09:10:00+00:00");
  raw.published = "lately";
  EXPECT_EQ(clean_article(raw, furniture()).published, "");
  EXPECT_EQ(clean_article(raw, furniture()).doubts.size(), 1u);
}

struct DateCase {
  std::string_view line;
  std::string_view published;
};
const DateCase kDates[] = {
    {"Apr.02 - 2025 9:10 AM CET", "2025-04-02T09:10:00+01:00"},
    {"Published 3 May 2024", "2024-05-03"},
    {"Updated: May 3rd, 2024 at 11:05 p.m. EDT", "2024-05-03T23:05:00-04:00"},
    {"12:00 AM GMT, January 1, 2023", "2023-01-01T00:00:00+00:00"},
    {"Fri, 03 May 2024 08:15:30 +0530", "2024-05-03T08:15:30+05:30"},
    {"2024-05-03T08:15:30.123-03:00", "2024-05-03T08:15:30-03:00"},
    {"2024-05-03 08:15:30 UTC", "2024-05-03T08:15:30+00:00"},
    {"2024-05-03T08:15", "2024-05-03"},
    {"20240503", "2024-05-03"},
    {"25/04/2023 10:15", "2023-04-25"},
    {"04/25/2023", "2023-04-25"},
    {"3.5.2024", "2024-05-03"},
    {"Monday 3 June 2024 18.30 GMT+2", "2024-06-03"},
    {"Monday 3 June 2024 18:30 GMT+2", "2024-06-03T18:30:00+02:00"},
    {"03/04/2024", ""},  // Two days it could be.
    {"31 February 2024", ""},
    {"2 hours ago", ""},
    {"May 12", ""},
    {"", ""},
};

TEST(CleanArticle, ReadsDateLines) {
  for (const DateCase& example : kDates) {
    EXPECT_EQ(read_date_line(example.line, furniture()), example.published) << example.line;
  }
}

TEST(CleanArticle, ReadsTheDayOfABylineWithBars) {
  const Article article = clean(
      "Karsk Sends Grain to Velden\n\nBy Ilse Vandermeer | Karsk | 14 March 2024\n\n"
      "The defence minister of Karsk said on Friday that four ships with grain had left.\n");
  EXPECT_EQ(article.published, "2024-03-14");
  EXPECT_EQ(article.byline, "Ilse Vandermeer");
  EXPECT_EQ(article.section, "");
}

// The article that the project began with; its text is not ours to commit.
TEST(CleanArticle, ReadsTheFirstArticle) {
  const char* shared = std::getenv("VERBALE_SHARED");
  const std::string folder = shared != nullptr ? shared : std::string(VERBALE_ROOT) + "/../shared";
  const auto file = read_file(folder + "/data/articles/envoy.txt");
  if (!file.ok()) GTEST_SKIP() << file.error().message();
  const Article article = clean(file.value());
  EXPECT_EQ(article.byline, "Asger Risom");
  EXPECT_EQ(article.section, "World");
  EXPECT_EQ(article.published, "2025-04-02T09:10:00+01:00");
  EXPECT_EQ(article.removed.size(), 7u) << reasons(article);
  ASSERT_EQ(article.headings.size(), 3u);
  EXPECT_TRUE(article.headings[1].of(article.text).starts_with("A Reset"));
  EXPECT_TRUE(article.text.ends_with("to get there."));
}

}  // namespace
}  // namespace verbale
