// SPDX-License-Identifier: Apache-2.0
#include "intake/article_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "intake/file_source.h"

namespace verbale {
namespace {

std::vector<ReadItem> read_all(std::string bytes, ReadLimits limits = {}) {
  ArticleReader reader("in", std::make_unique<BytesInMemory>(std::move(bytes)), limits);
  std::vector<ReadItem> items;
  while (auto item = reader.next()) items.push_back(std::move(*item));
  return items;
}

const RawArticle& article(const ReadItem& item) {
  return std::get<RawArticle>(item);
}

// "origin: reason", or the text of an article that should have been none.
std::string reject(const ReadItem& item) {
  if (const auto* read = std::get_if<RawArticle>(&item)) return "article: " + read->text;
  const Reject& rejected = std::get<Reject>(item);
  return rejected.origin + ": " + rejected.reason();
}

TEST(ArticleReader, TakesAPlainTextWhole) {
  const auto items = read_all("A headline\n\nThe words of the article.\n");
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(article(items[0]).text, "A headline\n\nThe words of the article.\n");
  EXPECT_EQ(article(items[0]).form, RawArticle::Form::kPlainText);
  EXPECT_EQ(article(items[0]).origin, "in");
}

TEST(ArticleReader, KnowsAPageByItsLooks) {
  const auto items = read_all("\n<!DOCTYPE html><html><body><p>Words.</p></body></html>");
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(article(items[0]).form, RawArticle::Form::kHtml);
  EXPECT_EQ(article(read_all("<p>Only a fragment.</p>")[0]).form, RawArticle::Form::kHtml);
  EXPECT_EQ(article(read_all("Profits < losses, says <b>Ravel</b>.")[0]).form,
            RawArticle::Form::kPlainText);
}

TEST(ArticleReader, GoesOnAfterABadLine) {
  const auto items = read_all(
      "{\"id\":\"a\",\"text\":\"one\"}\n"
      "\n"
      "{\"id\":\"b\",\"text\":\"broken}\n"
      "{\"id\":\"c\",\"title\":\"no text\"}\r\n"
      "[1]\n"
      "{\"id\":\"d\",\"text\":\" \"}\n"
      "{\"id\":\"e\",\"text\":\"last\"}");
  ASSERT_EQ(items.size(), 6u);
  EXPECT_EQ(article(items[0]).id, "a");
  EXPECT_EQ(reject(items[1]),
            "in:3: is not JSON: a string has no closing quote (write line breaks in a text as \\n "
            "and quotes as \\\")");
  EXPECT_EQ(reject(items[2]),
            "in:4: no article text: the object has id, title (give the article's words as "
            "\"text\", or its page as \"html\")");
  EXPECT_EQ(std::get<Reject>(items[2]).id, "c");
  EXPECT_EQ(
      reject(items[3]),
      "in:5: is a list, not an object (write one object an article: {\"id\": …, \"text\": …})");
  EXPECT_EQ(reject(items[4]), "in:6: the article's text is empty (give its words as \"text\")");
  EXPECT_EQ(article(items[5]).text, "last");
  EXPECT_EQ(article(items[5]).origin, "in:7");
}

TEST(ArticleReader, KnowsTheNamesOthersUse) {
  const auto items = read_all(
      R"({"headline":"H","maintext":"T","datePublished":"2025-04-02","authors":["A B","C D"],)"
      R"("source":{"id":null,"name":"The Wire"},"lang":"en-GB","link":"https://a.example/1","guid":7})");
  ASSERT_EQ(items.size(), 1u);
  const RawArticle& read = article(items[0]);
  EXPECT_EQ(read.title, "H");
  EXPECT_EQ(read.text, "T");
  EXPECT_EQ(read.published, "2025-04-02");
  EXPECT_EQ(read.byline, "A B, C D");
  EXPECT_EQ(read.outlet, "The Wire");
  EXPECT_EQ(read.language, "en-GB");
  EXPECT_EQ(read.url, "https://a.example/1");
  EXPECT_EQ(read.id, "7");
  EXPECT_EQ(article(read_all(R"({"text":"T","timestamp":1743577800})")[0]).published,
            "2025-04-02T07:10:00+00:00");
  EXPECT_EQ(article(read_all(R"({"body":["One.","Two."]})")[0]).text, "One.\n\nTwo.");
}

TEST(ArticleReader, ReadsHtmlInALine) {
  EXPECT_EQ(article(read_all(R"({"html":"<p>Words</p>"})")[0]).form, RawArticle::Form::kHtml);
  EXPECT_EQ(article(read_all(R"({"text":"<p>Words</p>"})")[0]).form, RawArticle::Form::kHtml);
}

TEST(ArticleReader, ReadsAListOfObjects) {
  const auto items = read_all(
      "[\n {\"id\": \"a\", \"text\": \"{[\\\"\"},\n {\"text\": 3},\n"
      " {\"id\": \"b\",\n  \"text\": \"two\"}\n]\n");
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(article(items[0]).text, "{[\"");
  EXPECT_EQ(reject(items[1]), "in:3: the article's text is a number (put it in quotes)");
  EXPECT_EQ(article(items[2]).origin, "in:4");
}

TEST(ArticleReader, ReadsOneObjectOverManyLines) {
  const auto items = read_all("{\n  \"id\": \"a\",\n  \"text\": \"words\"\n}\n");
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(article(items[0]).text, "words");
  EXPECT_EQ(reject(read_all("{\n  \"text\": \"words\n")[0]),
            "in:1: is not JSON: the object that starts here never ends (a quote or a closing "
            "bracket is missing)");
}

TEST(ArticleReader, RejectsWhatIsNoArticle) {
  EXPECT_EQ(reject(read_all("")[0]), "in: is empty");
  EXPECT_EQ(reject(read_all(" \n\n")[0]), "in: is empty");
  EXPECT_EQ(reject(read_all("%PDF-1.7 ...")[0]),
            "in: is a PDF document, not text (save the article as plain text, HTML or JSON lines)");
  EXPECT_EQ(reject(read_all(std::string("a\0b", 3))[0]),
            "in: is binary data, not text (save the article as plain text, HTML or JSON lines)");
}

TEST(ArticleReader, TellsWhyAFileCannotBeOpened) {
  ArticleReader missing = open_articles("/no/such/file");
  EXPECT_EQ(reject(*missing.next()),
            "/no/such/file: no such file (check the spelling of the path)");
  EXPECT_FALSE(missing.next().has_value());
  ArticleReader directory = open_articles(VERBALE_ROOT);
  EXPECT_EQ(std::get<Reject>(*directory.next()).trouble, "is a directory without any file to read");
  EXPECT_FALSE(missing.next().has_value());
}

TEST(ArticleReader, FindsTheFilesOfADirectory) {
  const std::string folder = std::string(VERBALE_ROOT) + "/tests/pages";
  const auto files = files_below(folder);
  ASSERT_GE(files.size(), 2u);
  EXPECT_EQ(files.front(), folder + "/endless_page.expected");
  EXPECT_TRUE(std::is_sorted(files.begin(), files.end()));
  EXPECT_EQ(files_below("/no/such"), std::vector<std::string>{"/no/such"});
}

TEST(ArticleReader, PassesOverAnArticleThatIsTooLarge) {
  const ReadLimits limits{.article_bytes_max = 100};
  const std::string large(300000, 'x');
  const auto items =
      read_all("{\"text\":\"one\"}\n{\"text\":\"" + large + "\"}\n{\"text\":\"two\"}\n", limits);
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(reject(items[1]),
            "in:2: the article is larger than 100 bytes (one line, object or "
            "file holds one article; is a line break missing?)");
  EXPECT_EQ(article(items[2]).text, "two");
  EXPECT_EQ(reject(read_all(large, limits)[0]).substr(0, 15), "in: the article");
}

TEST(ArticleReader, ReadsPartiesThatTheSenderMarks) {
  const auto items = read_all(
      R"({"text":"Ravel met Ostrava.","parties":[{"start":0,"end":5},{"start":9},{"start":10,"end":17}]})");
  const RawArticle& read = article(items[0]);
  ASSERT_EQ(read.parties.size(), 2u);
  EXPECT_EQ(read.parties[1].start, 10u);
  EXPECT_EQ(read.parties[1].end, 17u);
  ASSERT_EQ(read.doubts.size(), 1u);
  EXPECT_EQ(read.doubts[0], "parties[1] is no span {start, end} and was left out");
}

TEST(ArticleReader, ReadsUtf16AndOldCharsets) {
  EXPECT_EQ(article(read_all(std::string("\xFF\xFEH\0i\0", 6))[0]).text, "Hi");
  const std::string page = "<html><head><meta charset=windows-1251></head><p>\xCC\xE8\xF0</p>";
  EXPECT_NE(article(read_all(page)[0]).text.find("Мир"), std::string::npos);
}

}  // namespace
}  // namespace verbale
