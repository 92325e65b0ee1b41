// SPDX-License-Identifier: Apache-2.0
// Texts that take others back or correct them, texts that are cut off, and live blogs.
#include <gtest/gtest.h>

#include <string>

#include "lexicon/data_files.h"
#include "stages/clean_article/clean_article.h"

namespace verbale {
namespace {

const Furniture& furniture() {
  static DataFiles files(std::string(VERBALE_ROOT) + "/data");
  static const Furniture loaded = load_furniture(files);
  return loaded;
}

Article read(std::string text, RawArticle::Form form = RawArticle::Form::kPlainText) {
  RawArticle raw;
  raw.form = form;
  raw.text = std::move(text);
  return clean_article(raw, furniture());
}

constexpr const char* kStory =
    "Karsk opened the bridge at Orsk on Monday, the first crossing in nine years.\n\n"
    "Ministers of both countries watched as the first lorries rolled over it.\n";

TEST(Notices, KnowsATextThatTakesAnotherBack) {
  for (std::string_view text : {
           "BC-KARSK-BRIDGE, KILL\n\nEds: The story slugged KARSK-BRIDGE has been withdrawn.\n",
           "MANDATORY KILL\n\nThe quote of the minister could not be confirmed. Do not use it.\n",
           "Karsk opens bridge\n\nEditors: please kill this item, which was sent in error.\n",
           "Story withdrawn: Karsk opens the bridge at Orsk\n\nIts source was not what it "
           "seemed.\n",
       }) {
    EXPECT_EQ(read(std::string(text)).notice, "withdrawal") << text;
  }
}

TEST(Notices, TakesNoNewsForANotice) {
  for (std::string_view title : {"Karsk withdraws troops from the bridge at Orsk",
                                 "Kill the bill, protesters in Velden shout",
                                 "Ministers correct their figures on the bridge",
                                 "Newspaper kills story on the bridge, editors say"}) {
    EXPECT_EQ(read(std::string(title) + "\n\n" + kStory).notice, "") << title;
  }
}

TEST(Notices, KnowsACorrection) {
  EXPECT_EQ(read(std::string("CORRECTED: Karsk opens the bridge\n\n") + kStory).notice,
            "correction");
  const Article article =
      read(std::string("Karsk opens the bridge\n\n") + kStory +
           "\nCorrection: An earlier version of this article gave a wrong day.\n");
  EXPECT_EQ(article.notice, "correction");
  EXPECT_NE(article.text.find("wrong day"), std::string::npos);
}

std::string page(std::string_view data, std::string_view body) {
  return "<html><head><script type='application/ld+json'>" + std::string(data) +
         "</script></head><body><article><h1>Karsk opens the bridge at Orsk</h1>" +
         std::string(body) + "</article></body></html>";
}

TEST(Notices, SaysWhenAPageIsCutOff) {
  constexpr const char* kPaid =
      R"({"@type":"NewsArticle","isAccessibleForFree":false,"dateModified":"2025-03-04T08:00:00Z",)"
      R"("datePublished":"2025-03-03T09:00:00Z"})";
  const std::string body =
      "<p>Karsk opened the bridge at Orsk on Monday, the first in nine years.</p>"
      "<p>Ministers of both countries watched as the lorries rolled over.</p>";
  const Article paid = read(page(kPaid, body), RawArticle::Form::kHtml);
  EXPECT_EQ(paid.truncated, "likely");
  EXPECT_EQ(paid.published_from, "structured data");
  EXPECT_EQ(paid.modified, "2025-03-04T08:00:00+00:00");
  EXPECT_EQ(
      read(page(kPaid, body + "<p>Subscribe now to continue reading</p>"), RawArticle::Form::kHtml)
          .truncated,
      "marked");
  EXPECT_EQ(read(page("{}", body), RawArticle::Form::kHtml).truncated, "no");
}

TEST(Notices, PartsALiveBlog) {
  const auto post = [](std::string_view hour, std::string_view words) {
    return "<div><time datetime='2025-03-03T" + std::string(hour) + ":00+01:00'>" +
           std::string(hour) + "</time><p>" + std::string(words) + "</p></div>";
  };
  const Article article = read(
      page(R"({"@type":"LiveBlogPosting"})",
           post("11:40", "The first lorries have rolled over the bridge, witnesses in Orsk say.") +
               post("11:05", "Ministers of both countries have come to the eastern bank.") +
               post("09:30", "Hundreds are waiting on both banks, the mayor of Orsk tells us.")),
      RawArticle::Form::kHtml);
  ASSERT_EQ(article.sections.size(), 3u);
  EXPECT_EQ(article.sections[1].published, "2025-03-03T11:05:00+01:00");
  EXPECT_EQ(article.sections[1].span.of(article.text),
            "Ministers of both countries have come to the eastern bank.");
}

TEST(Notices, PartsAPastedLiveBlogByItsClocks) {
  const Article article = read(
      "Live: Karsk opens the bridge at Orsk\n\n"
      "14:32 GMT\n\nThe first lorries have rolled over the bridge, witnesses in Orsk say.\n\n"
      "14:05 GMT\n\nMinisters of both countries have come to the eastern bank by ferry.\n\n"
      "13:30 GMT\n\nHundreds are waiting on both banks, the mayor of Orsk tells us.\n\n"
      "13:12 GMT\n\nThe army of Ravelia has left the western bank, its spokesman says.\n");
  ASSERT_EQ(article.sections.size(), 4u);
  EXPECT_EQ(article.sections[0].clock, "14:32 GMT");
  EXPECT_TRUE(read(std::string("Karsk opens the bridge\n\n14:32\n\n") + kStory).sections.empty());
}

}  // namespace
}  // namespace verbale
