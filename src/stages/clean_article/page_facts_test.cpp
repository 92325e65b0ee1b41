// SPDX-License-Identifier: Apache-2.0
// What pages say of their articles: dates and authors.
#include <gtest/gtest.h>

#include <string>

#include "lexicon/data_files.h"
#include "stages/clean_article/byline.h"
#include "stages/clean_article/clean_article.h"
#include "stages/clean_article/date_line.h"

namespace verbale {
namespace {

const Furniture& furniture() {
  static DataFiles files(std::string(VERBALE_ROOT) + "/data");
  static const Furniture loaded = load_furniture(files);
  return loaded;
}

Article read(std::string_view head, std::string_view body, std::string_view url = "") {
  RawArticle raw;
  raw.form = RawArticle::Form::kHtml;
  raw.url = url;
  raw.text = "<html><head>" + std::string(head) +
             "</head><body><h1>Karsk opens the bridge at Orsk</h1>" + std::string(body) +
             "<p>Karsk opened the bridge at Orsk on Monday, the first crossing in nine years.</p>"
             "<p>Ministers of both countries watched as the first lorries rolled over it.</p>"
             "</body></html>";
  return clean_article(raw, furniture());
}

std::string published(std::string_view head, std::string_view body, std::string_view url = "") {
  return read(head, body, url).published;
}

TEST(PageFacts, ReadsDatesOfManyLanguages) {
  EXPECT_EQ(read_date_line("26. Januar 2022", furniture()), "2022-01-26");
  EXPECT_EQ(read_date_line("le 07 Mai 2020", furniture()), "2020-05-07");
  EXPECT_EQ(read_date_line("2 de abril de 2025", furniture()), "2025-04-02");
  EXPECT_EQ(read_date_line("2 апреля 2025", furniture()), "2025-04-02");
  EXPECT_EQ(read_date_line("23.09.22", furniture()), "2022-09-23");
  EXPECT_EQ(read_date_line("2.3.4", furniture()), "");
  EXPECT_EQ(read_date_line("20250402T091000Z", furniture()), "2025-04-02T09:10:00+00:00");
  EXPECT_EQ(read_date_line("20250402T091000+0200", furniture()), "2025-04-02T09:10:00+02:00");
}

TEST(PageFacts, FindsTheDayWhereThePageShowsIt) {
  EXPECT_EQ(published("", "<span class='entry-date'>2 April 2025</span>"), "2025-04-02");
  EXPECT_EQ(published("", "<abbr class='published' title='2025-04-02T09:10:00Z'>x</abbr>"),
            "2025-04-02T09:10:00+00:00");
  EXPECT_EQ(published("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\","
                      "\"datePublished\":\"2025-04-02\"}]}</script>",
                      ""),
            "2025-04-02");
  EXPECT_EQ(published("", "", "https://velden.example/news/02-04-2025"), "2025-04-02");
  // A date among other words, in a menu or below a comment is none of the article's.
  EXPECT_EQ(published("", "<p>Open until 2 April 2025 for all who wish to cross it by car.</p>"),
            "");
  EXPECT_EQ(published("",
                      "<nav><span class='date'>2 April 2025</span></nav>"
                      "<p class='date'>3 April 2025</p>"),
            "2025-04-03");
  // What is shown counts more than a date of no known meaning.
  EXPECT_EQ(
      published("<meta name='date' content='2025-03-01'>", "<p class='date'>3 April 2025</p>"),
      "2025-04-03");
}

TEST(PageFacts, PutsAnInstantOnTheDayOfTheAddress) {
  constexpr std::string_view kHead =
      "<meta property='article:published_time' content='2025-04-03T02:25:54Z'>";
  EXPECT_EQ(published(kHead, "", "https://velden.example/2025/04/02/bridge"),
            "2025-04-02T23:25:54-03:00");
  EXPECT_EQ(published(kHead, "", "https://velden.example/2025/03/29/bridge"),
            "2025-04-03T02:25:54+00:00");
}

TEST(PageFacts, ReadsBylines) {
  EXPECT_EQ(tidy_byline("By Ada Brandt and Lev Oren, The Wire", furniture()),
            "Ada Brandt, Lev Oren, The Wire");
  EXPECT_EQ(tidy_byline("von Ada Brandt", furniture()), "Ada Brandt");
  EXPECT_EQ(tidy_byline("Ada Brandt, wire.example, MD", furniture()), "Ada Brandt");
  EXPECT_EQ(names_in("By Ada Brandt Published 3 March 2025", furniture()), "Ada Brandt");
  EXPECT_EQ(names_in("By April Jones", furniture()), "April Jones");
}

TEST(PageFacts, PrefersPeopleToTheOutlet) {
  constexpr std::string_view kHead =
      "<meta property='og:site_name' content='Velden Herald'><meta name='author' content='Velden "
      "Herald'>";
  EXPECT_EQ(
      read(kHead, "<div class='byline'>By<a href='/a'>Ada Brandt</a><b>Published</b></div>").byline,
      "Ada Brandt");
  EXPECT_EQ(read(kHead, "<p>By Ada Brandt</p>").byline, "Ada Brandt");
  EXPECT_EQ(read(kHead, "").byline, "Velden Herald");
}

TEST(PageFacts, TellsOfPagesForSubscribers) {
  const auto doubts = [](std::string_view is_free) {
    return read(
               "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
               "\"isAccessibleForFree\":" +
                   std::string(is_free) + "}</script>",
               "")
        .doubts.size();
  };
  EXPECT_EQ(doubts("false"), 1u);
  EXPECT_EQ(doubts("\"False\""), 1u);
  EXPECT_EQ(doubts("true"), 0u);
}

TEST(PageFacts, FollowsReferencesInStructuredData) {
  EXPECT_EQ(read("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\","
                 "\"author\":{\"@id\":\"#a\"}},{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada "
                 "Brandt\"}]}</script>",
                 "")
                .byline,
            "Ada Brandt");
}

TEST(PageFacts, TakesTheHeadlineThatAllOfTheHeadAgreesOn) {
  const auto title = [](std::string_view said) {
    const std::string text(said);
    return read("<title>" + text + " - Velden Herald</title><meta property='og:title' content='" +
                    text + "'><script type='application/ld+json'>{\"@type\":\"NewsArticle\"," +
                    "\"headline\":\"" + text + "\"}</script>",
                "")
        .title;
  };
  EXPECT_EQ(title("After nine years the Orsk crossing is open"),
            "After nine years the Orsk crossing is open");
  // A label before the headline is none of it.
  EXPECT_EQ(title("Borders: Karsk opens the bridge at Orsk"), "Karsk opens the bridge at Orsk");
  // What only one of them says is a headline for elsewhere.
  EXPECT_EQ(read("<meta property='og:title' content='You will not believe this bridge'>", "").title,
            "Karsk opens the bridge at Orsk");
}

TEST(PageFacts, DropsTheOtherWordingOfTheHeadline) {
  const Article article = read(
      "<title>After nine years the Orsk crossing is open - Velden Herald</title>"
      "<meta property='og:title' content='After nine years the Orsk crossing is open'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
      "\"After nine years the Orsk crossing is open\"}</script>",
      "");
  EXPECT_EQ(article.text.find("Karsk opens the bridge at Orsk"), std::string::npos);
}

}  // namespace
}  // namespace verbale
