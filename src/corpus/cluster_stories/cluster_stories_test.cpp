// SPDX-License-Identifier: Apache-2.0
#include "corpus/cluster_stories/cluster_stories.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/words.h"

namespace verbale {
namespace {

WordSentences common_words() {
  WordSentences common;
  common.sentences = 1000;
  for (const char* word :
       {"the", "in", "of", "and", "on", "to", "said", "after", "with", "was", "were"}) {
    common.counts[word_key(word)] = 400;
  }
  return common;
}

StoryArticle article_of(std::string id, std::string title, const std::string& body, const char* day,
                        std::string origin = "") {
  StoryArticle article;
  article.terms = story_terms(title, body, {}, common_words());
  article.id = std::move(id);
  article.title = std::move(title);
  article.day = parse_iso_day(day);
  article.origin = std::move(origin);
  return article;
}

std::vector<StoryArticle> two_happenings() {
  return {
      article_of(
          "a1", "Ferry capsizes off Mahajanga",
          "A ferry with 80 passengers capsized off Mahajanga and rescuers searched the strait.",
          "2031-05-02"),
      article_of(
          "b1", "Teachers strike in Tuvoli province",
          "Teachers in Tuvoli province walked out on Monday over unpaid wages, said their union.",
          "2031-05-02"),
      article_of("a2", "Dozens missing after Mahajanga ferry disaster",
                 "Rescuers found survivors of the ferry that capsized in the strait off Mahajanga.",
                 "2031-05-03"),
      article_of("b2", "Tuvoli schools closed as teachers strike",
                 "The union of teachers in Tuvoli said the strike over unpaid wages would go on.",
                 "2031-05-04"),
  };
}

std::set<std::set<std::string>> groups_of(const std::vector<StoryArticle>& articles) {
  std::set<std::set<std::string>> groups;
  for (const Story& story : cluster_stories(articles, common_words())) {
    std::set<std::string> ids;
    for (std::size_t i : story.articles) ids.insert(articles[i].id);
    groups.insert(ids);
  }
  return groups;
}

TEST(ClusterStories, ArticlesOnOneHappeningBecomeOneStory) {
  EXPECT_EQ(groups_of(two_happenings()),
            (std::set<std::set<std::string>>{{"a1", "a2"}, {"b1", "b2"}}));
}

TEST(ClusterStories, TellsFirstAndLastDayAndOrigins) {
  const auto stories = cluster_stories(two_happenings(), common_words());
  ASSERT_EQ(stories.size(), 2u);
  EXPECT_EQ(iso_day(stories[0].days->start), "2031-05-02");
  EXPECT_EQ(iso_day(stories[0].days->end), "2031-05-03");
  EXPECT_EQ(stories[0].origins, 2u);
  EXPECT_FALSE(stories[0].title.empty());
}

TEST(ClusterStories, CopiesStandInOneStoryAndAreOneOrigin) {
  std::vector<StoryArticle> articles = two_happenings();
  articles.push_back(
      article_of("a3", "Other words altogether", "Nothing alike here.", "2031-05-03", "wire"));
  articles[0].origin = "wire";
  const auto groups = groups_of(articles);
  EXPECT_TRUE(groups.contains({"a1", "a2", "a3"}));
  EXPECT_EQ(cluster_stories(articles, common_words())[0].origins, 2u);
}

TEST(ClusterStories, DoesNotHangOnTheOrderOfTheArticles) {
  std::vector<StoryArticle> articles = two_happenings();
  const auto rows_of = [](const std::vector<StoryArticle>& given) {
    std::string rows;
    for (const Story& story : cluster_stories(given, common_words())) {
      rows += story.id + story.title;
      for (std::size_t i : story.articles) rows += " " + given[i].id;
      rows += '\n';
    }
    return rows;
  };
  const std::string rows = rows_of(articles);
  for (int turn = 0; turn < 4; ++turn) {
    std::rotate(articles.begin(), articles.begin() + 1, articles.end());
    EXPECT_EQ(rows_of(articles), rows);
    std::swap(articles[0], articles[1]);
    EXPECT_EQ(rows_of(articles), rows);
  }
}

TEST(ClusterStories, ArticlesWithoutWordsOrDaysStandAlone) {
  std::vector<StoryArticle> articles(2);
  articles[0].id = "a";
  articles[1].id = "b";
  EXPECT_EQ(cluster_stories(articles, common_words()).size(), 2u);
  EXPECT_TRUE(cluster_stories({}, common_words()).empty());
}

TEST(StoryTerms, ReadBackAsTheyWerePacked) {
  const auto terms = story_terms(
      "Ferry capsizes", "A ferry with 80 passengers capsized off Mahajanga.", {}, common_words());
  EXPECT_FALSE(terms.empty());
  EXPECT_EQ(unpack_terms(pack_terms(terms)), terms);
}

}  // namespace
}  // namespace verbale
