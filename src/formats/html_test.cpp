// SPDX-License-Identifier: Apache-2.0
#include "formats/html.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

const HtmlNode* first(const HtmlPage& page, HtmlTag tag) {
  for (const HtmlNode& node : page.nodes()) {
    if (node.tag == tag) return &node;
  }
  return nullptr;
}

TEST(Html, KeepsNodesInDocumentOrder) {
  const HtmlPage page = parse_html(
      "<html><head><title>T &amp; U</title></head><body><p Class='lead x'>One <b>two</b> three"
      "<p>Four</body></html>");
  const HtmlNode* paragraph = first(page, HtmlTag::kP);
  ASSERT_NE(paragraph, nullptr);
  EXPECT_EQ(page.attribute(*paragraph, "class"), "lead x");
  EXPECT_FALSE(page.has_attribute(*paragraph, "id"));
  EXPECT_EQ(page.text_of(*paragraph), "One two three");
  EXPECT_EQ(page.text_of(*first(page, HtmlTag::kTitle)), "T & U");
  EXPECT_EQ(page.text_of(page.nodes()[0]), "T & UOne two threeFour");
  EXPECT_EQ(page.nodes()[0].end, page.nodes().size());
  for (std::size_t i = 1; i < page.nodes().size(); ++i) {
    const HtmlNode& node = page.nodes()[i];
    EXPECT_LT(node.parent, i);
    EXPECT_GT(node.end, i);
    EXPECT_LE(node.end, page.nodes()[node.parent].end);
  }
}

TEST(Html, ReadsAnything) {
  for (std::string_view page : {"", "<", "</", "<p", "<!--", "<!doctype", "a < b", "<p class=\"",
                                "<script>if (a < b) '</p>'", "<table><p>x", "&#xFFFFFF;&bogus;"}) {
    parse_html(page);
  }
  const HtmlPage page = parse_html(std::string("<p>a\0b</p><!-- <p>no</p> --><p>c</p>", 37));
  EXPECT_EQ(page.text_of(page.nodes()[0]), "abc");
}

TEST(Html, BoundsDepthAndAttributes) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  deep += "<p>the bottom</p>";
  const HtmlPage page = parse_html(deep);
  EXPECT_EQ(page.text_of(page.nodes()[0]), "the bottom");
  std::string wide = "<div";
  for (int i = 0; i < 100000; ++i) wide += " a" + std::to_string(i) + "=1";
  wide += "><p>inside</p></div>";
  const HtmlPage bared = parse_html(wide);
  EXPECT_EQ(bared.text_of(bared.nodes()[0]), "inside");
}

TEST(Html, KeepsTextAroundTagsThatMeanNothing) {
  EXPECT_EQ(parse_html("<p>a</b>b</div>c").nodes().back().text, "abc");
  EXPECT_EQ(parse_html("<p>a<td>b<tr>c").nodes().back().text, "abc");
  const HtmlPage table = parse_html("<table>one<tr>two<td>three</td>four</table>five");
  EXPECT_EQ(table.text_of(table.nodes()[0]), "onetwothreefourfive");
}

TEST(Html, BoundsWhatFormattingCosts) {
  std::string page;
  for (int i = 0; i < 2000; ++i) page += "<p><b x=" + std::to_string(i) + ">a</p>";
  EXPECT_LT(parse_html(page).nodes().size(), 40000u);
}

}  // namespace
}  // namespace verbale
