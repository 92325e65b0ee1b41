// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <vector>

#include "intake/article_reader.h"

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

std::string reject(const ReadItem& item) {
  if (const auto* read = std::get_if<RawArticle>(&item)) return "article: " + read->text;
  const Reject& rejected = std::get<Reject>(item);
  return rejected.origin + ": " + rejected.reason();
}

std::string record(std::string_view type, const std::string& block, long length_error = 0) {
  static int number = 0;
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) +
         "\r\nWARC-Record-ID: <urn:uuid:" + std::to_string(++number % 10) +
         ">\r\nWARC-Target-URI: <https://velden.example/a>\r\nContent-Length: " +
         std::to_string(static_cast<long>(block.size()) + length_error) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

std::string answer(std::string_view status, std::string_view type, std::string_view body) {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: " + std::string(type) + "\r\n\r\n" +
         std::string(body);
}

const std::string kPage = "<html><body><p>Karsk and Ravelia signed a truce.</p></body></html>";

TEST(Warc, ReadsThePagesOfAnArchive) {
  const auto items = read_all(
      record("warcinfo", "software: x") + record("request", "GET / HTTP/1.1") +
      record("response", answer("200 OK", "text/html", kPage)) +
      record("conversion", "Plain words of a page.") +
      record("response", answer("301 Moved", "text/html", "moved")) +
      record("response", answer("200 OK", "image/png", "\x89PNG")) + record("revisit", ""));
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(article(items[0]).text, kPage);
  EXPECT_EQ(article(items[0]).form, RawArticle::Form::kHtml);
  EXPECT_EQ(article(items[0]).url, "https://velden.example/a");
  EXPECT_EQ(article(items[0]).id.substr(0, 9), "urn:uuid:");
  EXPECT_EQ(article(items[0]).origin, "in, record 3");
  EXPECT_EQ(article(items[1]).text, "Plain words of a page.");
  EXPECT_EQ(reject(items[2]),
            "in: passed over 1 redirects or errors, 1 that are no text, 1 revisits without text "
            "(they hold no article)");
  EXPECT_TRUE(std::get<Reject>(items[2]).is_notice);
}

TEST(Warc, DecodesWhatTheServerSaysOfItsCharset) {
  const auto items = read_all(record(
      "response", answer("200 OK", "text/html; charset=windows-1251", "<p>\xCC\xE8\xF0</p>")));
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(article(items[0]).text, "<p>Мир</p>");
}

TEST(Warc, GoesOnAfterABrokenRecord) {
  const std::string good = record("response", answer("200 OK", "text/html", kPage));
  for (const long error : {-20L, 30L}) {
    const auto items = read_all(record("resource", kPage, error) + good + good);
    ASSERT_GE(items.size(), 3u) << error;
    EXPECT_EQ(article(items.back()).text, kPage) << error;
    EXPECT_NE(reject(items[1]).find("Content-Length"), std::string::npos) << reject(items[1]);
  }
  const auto without = read_all("WARC/1.0\r\nWARC-Type: response\r\n\r\n" + good);
  ASSERT_EQ(without.size(), 2u);
  EXPECT_EQ(reject(without[0]),
            "in, record 1: the WARC record is broken: it has no Content-Length (reading goes on at "
            "the next record)");
}

TEST(Warc, TellsOfABrokenTail) {
  const std::string good = record("response", answer("200 OK", "text/html", kPage));
  for (std::size_t cut : {std::size_t{10}, std::size_t{120}, good.size() - 30}) {
    const auto items = read_all(good + good.substr(0, cut));
    ASSERT_GE(items.size(), 2u) << cut;
    EXPECT_EQ(article(items[0]).text, kPage);
    EXPECT_NE(reject(items.back()).find("record 2: the WARC record is cut off"), std::string::npos)
        << reject(items.back());
  }
}

TEST(Warc, PassesOverARecordThatIsTooLarge) {
  const std::string good = record("response", answer("200 OK", "text/html", kPage));
  const auto items =
      read_all(record("response", answer("200 OK", "text/html", std::string(500000, 'x'))) + good,
               {.article_bytes_max = 1000});
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(reject(items[0]).substr(0, 31), "in, record 1: the article is la");
  EXPECT_EQ(article(items[1]).text, kPage);
}

}  // namespace
}  // namespace verbale
