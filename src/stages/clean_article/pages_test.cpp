// SPDX-License-Identifier: Apache-2.0
// Reads the pages of tests/pages, each with the article beside it that it must give.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "core/file.h"
#include "core/utf8.h"
#include "lexicon/data_files.h"
#include "stages/clean_article/clean_article.h"

namespace verbale {
namespace {

// What the .expected files hold: the facts, an empty line, the text.
std::string shown(const Article& article) {
  return "title: " + article.title + "\nbyline: " + article.byline + "\noutlet: " + article.outlet +
         "\nsection: " + article.section + "\npublished: " + article.published +
         "\nurl: " + article.url + "\n\n" + article.text + "\n";
}

TEST(CleanArticle, FindsTheArticlesOfPages) {
  const std::string folder = std::string(VERBALE_ROOT) + "/tests/pages/";
  DataFiles files(std::string(VERBALE_ROOT) + "/data");
  const Furniture furniture = load_furniture(files);
  for (const char* name :
       {"structured_data", "old_table", "endless_page", "hidden_text", "several_parts"}) {
    const auto page = read_file(folder + name + ".html");
    const auto expected = read_file(folder + name + ".expected");
    ASSERT_TRUE(page.ok() && expected.ok()) << name;
    RawArticle raw;
    raw.form = RawArticle::Form::kHtml;
    raw.text = page.value();
    EXPECT_EQ(shown(clean_article(raw, furniture)), expected.value()) << name;
  }
}

// A page with `changes` made to its bytes, the same in every run.
std::string damaged(std::string page, std::uint64_t state, int changes) {
  const auto next = [&state](std::size_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state >> 33) % below;
  };
  for (int i = 0; i < changes && !page.empty(); ++i) {
    const std::size_t at = next(page.size());
    switch (next(4)) {
      case 0:
        page[at] = static_cast<char>(next(256));
        break;
      case 1:
        page.erase(at, next(80));
        break;
      case 2:
        page.insert(at, page.substr(next(page.size()), next(200)));
        break;
      default:
        page.insert(at, "<table><a><b><div hidden>");
        break;
    }
  }
  return page;
}

TEST(CleanArticle, SurvivesDamagedPages) {
  const std::string folder = std::string(VERBALE_ROOT) + "/tests/pages/";
  DataFiles files(std::string(VERBALE_ROOT) + "/data");
  const Furniture furniture = load_furniture(files);
  for (const char* name : {"structured_data", "old_table", "several_parts"}) {
    const auto page = read_file(folder + name + ".html");
    ASSERT_TRUE(page.ok());
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      RawArticle raw;
      raw.form = seed % 4 == 0 ? RawArticle::Form::kPlainText : RawArticle::Form::kHtml;
      raw.text = repair_utf8(damaged(page.value(), seed, static_cast<int>(seed)));
      const Article article = clean_article(raw, furniture);
      EXPECT_TRUE(is_valid_utf8(article.text));
      EXPECT_EQ(article.title_span.of(article.text), article.title);
      for (ByteSpan heading : article.headings) EXPECT_LE(heading.end, article.text.size());
    }
  }
}

TEST(CleanArticle, ReadsAnyPage) {
  DataFiles files(std::string(VERBALE_ROOT) + "/data");
  const Furniture furniture = load_furniture(files);
  for (std::string_view page :
       {"", "<", "<p>", "<html></html>", "<h1>Only a title</h1>", "<p>One.</p>",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":[1]}</script>",
        "<table><tr><td>x<table><p>y", "<title>T</title><div style='display:none'>z</div>"}) {
    RawArticle raw;
    raw.form = RawArticle::Form::kHtml;
    raw.text = page;
    clean_article(raw, furniture);
  }
}

}  // namespace
}  // namespace verbale
