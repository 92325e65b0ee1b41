// SPDX-License-Identifier: Apache-2.0
#include "formats/xml.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Xml, ReadsElementsTextAndAttributes) {
  const auto read = parse_xml(
      "<?xml version='1.0'?><!-- note --><a:news xmlns:a='x' id=\"7\"><a:title>Karsk &amp; "
      "Ravelia</a:title><p>One <b>two</b> <![CDATA[<three>]]></p></a:news>");
  ASSERT_TRUE(read.ok());
  const XmlNode& news = read.value();
  EXPECT_EQ(news.name, "a:news");
  EXPECT_EQ(news.local_name(), "news");
  EXPECT_EQ(news.attribute("id"), "7");
  EXPECT_EQ(news.child("title")->inner_text(), "Karsk & Ravelia");
  EXPECT_EQ(news.child("p")->inner_text(), "One two <three>");
  EXPECT_EQ(news.child("p")->inner_markup(), "One <b>two</b> &lt;three&gt;");
  EXPECT_EQ(news.find("b")->inner_text(), "two");
  EXPECT_EQ(news.child("missing"), nullptr);
}

TEST(Xml, ExpandsNoEntities) {
  const auto read = parse_xml(
      "<!DOCTYPE a [<!ENTITY b \"boom\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]>"
      "<a>&b;&c;&nbsp;</a>");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().inner_text(), "&b;&c;&nbsp;");
}

TEST(Xml, BoundsDepth) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<d>";
  deep += "x";
  for (int i = 0; i < 100000; ++i) deep += "</d>";
  const auto read = parse_xml(deep);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().inner_text(), "");
}

TEST(Xml, SaysWhereItIsBroken) {
  const auto read = parse_xml("<a><b></a>");
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.error().trouble.find("is not XML"), std::string::npos);
  EXPECT_NE(read.error().trouble.find("at byte 8"), std::string::npos);
  EXPECT_FALSE(parse_xml("").ok());
}

TEST(Xml, FindsElementsInAStream) {
  const std::string_view names[] = {"item"};
  const std::string_view xml =
      "<items><!-- <item> --><x><![CDATA[<item>]]></x><item a='>'><item/>text</item>";
  const XmlStretch found = find_xml_element(xml, names);
  ASSERT_EQ(found.state, XmlStretch::State::kWhole);
  EXPECT_EQ(xml.substr(found.begin, found.end - found.begin), "<item a='>'><item/>text</item>");
  EXPECT_EQ(find_xml_element("<item><p>", names).state, XmlStretch::State::kOpen);
  EXPECT_EQ(find_xml_element("<p>no</p>", names).state, XmlStretch::State::kNone);
  // The start of a tag is kept until it is told what it is.
  EXPECT_EQ(find_xml_element("<p>no</p><ite", names).begin, 9u);
}

TEST(Xml, KnowsItsEncoding) {
  EXPECT_EQ(xml_encoding("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a/>"), "windows-1251");
  EXPECT_EQ(xml_encoding("<a encoding=\"x\"/>"), "");
}

}  // namespace
}  // namespace verbale
