// SPDX-License-Identifier: Apache-2.0
// Reads the pages of tests/pages, each with the article beside it that it must give.
#include <gtest/gtest.h>

#include <string>

#include "core/file.h"
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
