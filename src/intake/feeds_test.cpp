// SPDX-License-Identifier: Apache-2.0
// Feeds, sitemaps and the formats of news wires.
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

constexpr const char* kRss = R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="c" xmlns:dc="d">
<channel><title>Velden Herald</title><language>en-GB</language>
<item><title>Karsk &amp;amp; Ravelia agree &lt;i&gt;truce&lt;/i&gt;</title>
<link>https://velden.example/a</link><guid isPermaLink="false">v-1</guid>
<pubDate>Wed, 02 Apr 2025 09:10:00 +0200</pubDate><category>World</category>
<dc:creator>Ada Brandt</dc:creator><dc:creator>Lev Oren</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>Both sides will withdraw.</p>]]></content:encoded></item>
<item><title>Broken</title><description>x</descriptio></item>
<item><link>https://velden.example/c</link></item>
<item><title>Headline alone</title></item>
<item><title>Nine held</title><description>Police held nine.</description>
<author>desk@velden.example (Mona Hale)</author></item>
</channel></rss>)";

TEST(Feeds, ReadsRss) {
  const auto items = read_all(kRss);
  ASSERT_EQ(items.size(), 5u);
  const RawArticle& first = article(items[0]);
  EXPECT_EQ(first.title, "Karsk & Ravelia agree truce");
  EXPECT_EQ(first.id, "v-1");
  EXPECT_EQ(first.url, "https://velden.example/a");
  EXPECT_EQ(first.byline, "Ada Brandt, Lev Oren");
  EXPECT_EQ(first.section, "World");
  EXPECT_EQ(first.outlet, "Velden Herald");
  EXPECT_EQ(first.language, "en-GB");
  EXPECT_EQ(first.published, "Wed, 02 Apr 2025 09:10:00 +0200");
  EXPECT_EQ(first.form, RawArticle::Form::kHtml);
  EXPECT_EQ(first.text, "<p>Both sides will withdraw.</p>");
  EXPECT_TRUE(first.doubts.empty());
  EXPECT_EQ(reject(items[1]).substr(0, 23), "in:10: is not XML: Star");
  EXPECT_EQ(reject(items[2]),
            "in:11: carries no text of an article (fetch the page that it links to: "
            "https://velden.example/c)");
  EXPECT_EQ(article(items[3]).text, "Headline alone");
  EXPECT_EQ(article(items[4]).text, "Police held nine.");
  EXPECT_EQ(article(items[4]).byline, "Mona Hale");
  EXPECT_EQ(article(items[4]).doubts.size(), 1u);
}

TEST(Feeds, ReadsOldRss) {
  const auto items = read_all(
      "<?xml version='1.0' encoding='windows-1251'?><!DOCTYPE rdf [<!ENTITY x \"y\">]>"
      "<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:dc='d'>"
      "<channel><title>Wire</title><dc:language>ru</dc:language></channel>"
      "<item rdf:about='https://wire.example/1'><title>\xCC\xE8\xF0</title>"
      "<description>\xCC\xE8\xF0.</description><dc:date>2025-04-02</dc:date></item></rdf:RDF>");
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(article(items[0]).title, "Мир");
  EXPECT_EQ(article(items[0]).url, "https://wire.example/1");
  EXPECT_EQ(article(items[0]).published, "2025-04-02");
  EXPECT_EQ(article(items[0]).language, "ru");
}

TEST(Feeds, ReadsAtom) {
  const auto items = read_all(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Orsk Courier</title><author><name>Lena Brandt</name></author>
<entry><title type="html">Bridge &lt;b&gt;reopens&lt;/b&gt;</title>
<link rel="self" href="https://orsk.example/self"/><link href="https://orsk.example/1"/>
<id>urn:1</id><published>2025-04-02T09:10:00Z</published><updated>2025-04-03T00:00:00Z</updated>
<category term="World"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Cars <em>crossed</em>.</p></div>
</content></entry>
<entry><title>Ferry stops</title><summary>The ferry stopped.</summary></entry></feed>)");
  ASSERT_EQ(items.size(), 2u);
  const RawArticle& first = article(items[0]);
  EXPECT_EQ(first.title, "Bridge reopens");
  EXPECT_EQ(first.url, "https://orsk.example/1");
  EXPECT_EQ(first.id, "urn:1");
  EXPECT_EQ(first.published, "2025-04-02T09:10:00Z");
  EXPECT_EQ(first.byline, "Lena Brandt");
  EXPECT_EQ(first.outlet, "Orsk Courier");
  EXPECT_EQ(first.section, "World");
  EXPECT_NE(first.text.find("<p>Cars <em>crossed</em>.</p>"), std::string::npos);
  EXPECT_EQ(article(items[1]).form, RawArticle::Form::kPlainText);
}

TEST(Feeds, ReadsNewsSitemaps) {
  const auto items = read_all(R"(<?xml version="1.0"?><urlset xmlns:news="n">
<url><loc>https://orsk.example/plain</loc></url>
<url><loc>https://orsk.example/2</loc><news:news><news:publication><news:name>Orsk Courier</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2025-04-02</news:publication_date>
<news:title>Karsk opens the bridge</news:title></news:news></url></urlset>)");
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(article(items[0]).text, "Karsk opens the bridge");
  EXPECT_EQ(article(items[0]).outlet, "Orsk Courier");
  EXPECT_EQ(article(items[0]).published, "2025-04-02");
  EXPECT_EQ(article(items[0]).url, "https://orsk.example/2");
  EXPECT_EQ(reject(items[1]),
            "in: is a sitemap that gives 1 addresses without any text (fetch the pages that it "
            "lists)");
}

TEST(Feeds, ReadsJsonFeedsAndListsOfServices) {
  const auto items = read_all(
      R"({"version":"https://jsonfeed.org/version/1.1","title":"Orsk Courier","language":"en",)"
      R"("items":[{"id":"1","content_html":"<p>Cars crossed.</p>","title":"Bridge",)"
      R"("authors":[{"name":"Lena Brandt"}],"date_published":"2025-04-02T09:10:00Z"},)"
      R"({"id":"2","content_text":"The ferry stopped."}],"next_url":"x"})");
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(article(items[0]).form, RawArticle::Form::kHtml);
  EXPECT_EQ(article(items[0]).outlet, "Orsk Courier");
  EXPECT_EQ(article(items[0]).byline, "Lena Brandt");
  EXPECT_EQ(article(items[1]).text, "The ferry stopped.");
  const auto hits = read_all(
      R"({"hits":{"hits":[{"_id":"7","_source":{"title":"T","body":"Words."}}]}})"
      "\n{\"response\":{\"results\":[{\"webTitle\":\"W\",\"fields\":{\"bodyText\":\"More.\"}}]}}");
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(article(hits[0]).text, "Words.");
  EXPECT_EQ(article(hits[1]).title, "W");
}

TEST(Feeds, ReadsNewsMl) {
  const auto items = read_all(R"(<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:n1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="Velden Wire"/><versionCreated>2025-04-02T09:10:00+02:00</versionCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>Truce in Orsk</headline><by>Ada Brandt</by><dateline>ORSK, April 2</dateline>
<subject qcode="x"><name>Politics</name></subject></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Both sides &amp; all
withdrew.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:n2"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
<newsItem guid="urn:n3"><contentMeta><headline>Picture</headline></contentMeta>
<contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
</itemSet></newsMessage>)");
  ASSERT_EQ(items.size(), 3u);
  const RawArticle& first = article(items[0]);
  EXPECT_EQ(first.id, "urn:n1");
  EXPECT_EQ(first.title, "Truce in Orsk");
  EXPECT_EQ(first.byline, "Ada Brandt");
  EXPECT_EQ(first.outlet, "Velden Wire");
  EXPECT_EQ(first.section, "Politics");
  EXPECT_EQ(first.published, "2025-04-02T09:10:00+02:00");
  EXPECT_EQ(first.text,
            "<article><p>ORSK, April 2 – Both sides &amp; all\nwithdrew.</p></article>");
  EXPECT_EQ(std::get<Reject>(items[1]).id, "urn:n2");
  EXPECT_EQ(reject(items[1]),
            "in:10: the sender withdrew this article: its status is canceled (what was coded from "
            "earlier versions no longer holds)");
  EXPECT_EQ(std::get<Reject>(items[2]).trouble, "carries no text of an article");
}

TEST(Feeds, ReadsNitf) {
  const auto items = read_all(R"(<nitf><head><title>Slug</title><docdata><doc-id id-string="k9"/>
<date.issue norm="20250402T091000Z"/></docdata><pubdata position.section="World"/></head>
<body><body.head><hedline><hl1>Truce in Orsk</hl1><hl2>Guns fall silent</hl2></hedline>
<byline>By <person>Ada Brandt</person><byttl>Staff</byttl></byline><distributor>Velden Wire</distributor>
<dateline><location>ORSK</location></dateline></body.head>
<body.content><media><media-caption>A tank</media-caption></media><block><p>Both withdrew.</p>
<hl2>What next</hl2></block></body.content></body></nitf>)");
  ASSERT_EQ(items.size(), 1u);
  const RawArticle& read = article(items[0]);
  EXPECT_EQ(read.id, "k9");
  EXPECT_EQ(read.title, "Truce in Orsk");
  EXPECT_EQ(read.byline, "Ada Brandt");
  EXPECT_EQ(read.outlet, "Velden Wire");
  EXPECT_EQ(read.section, "World");
  EXPECT_EQ(read.published, "20250402T091000Z");
  EXPECT_NE(read.text.find("<p>ORSK – Both withdrew.</p>"), std::string::npos) << read.text;
  EXPECT_NE(read.text.find("<h2>What next</h2>"), std::string::npos);
  EXPECT_NE(read.text.find("<figcaption>A tank</figcaption>"), std::string::npos);
  const auto killed = read_all(
      "<nitf><head><docdata management-status=\"killed\"><doc-id "
      "id-string=\"k9\"/></docdata></head>"
      "<body/></nitf>");
  EXPECT_EQ(std::get<Reject>(killed[0]).id, "k9");
}

TEST(Feeds, ReadsNinjs) {
  const auto items = read_all(
      R"({"uri":"urn:1","headlines":[{"role":"main","value":"Truce"},{"role":"short","value":"T"}],)"
      R"("bodies":[{"role":"main","contentType":"text/html","value":"<p>Both withdrew.</p>"}],)"
      R"("by":"Ada Brandt","versionCreated":"2025-04-02T09:10:00Z","pubStatus":"usable"})"
      "\n"
      R"({"uri":"urn:2","headline":"Old","body_text":"Words.","pubstatus":"canceled"})");
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(article(items[0]).title, "Truce");
  EXPECT_EQ(article(items[0]).text, "<p>Both withdrew.</p>");
  EXPECT_EQ(article(items[0]).byline, "Ada Brandt");
  EXPECT_EQ(article(items[0]).published, "2025-04-02T09:10:00Z");
  EXPECT_NE(reject(items[1]).find("withdrew"), std::string::npos);
}

TEST(Feeds, BoundsMemoryByTheArticle) {
  std::string feed = "<rss><channel>";
  for (int i = 0; i < 3; ++i) {
    feed += "<item><title>T</title><description>" + std::string(i == 1 ? 900000 : 10, 'x') +
            "</description></item>";
  }
  const auto items = read_all(feed, {.article_bytes_max = 300000});
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(reject(items[1]).substr(0, 23), "in:1: the article is la");
  EXPECT_EQ(article(items[2]).text, "xxxxxxxxxx");
}

TEST(Feeds, TellsOfAFeedThatBreaksOff) {
  const auto items = read_all("<rss><channel>\n<item><title>A</title></item>\n<item><title>B");
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(reject(items[1]),
            "in:3: the element <item> that starts here never ends (was the file cut off?)");
  EXPECT_EQ(reject(read_all("<rss></rss>")[0]), "in: is a feed without any article");
}

}  // namespace
}  // namespace verbale
