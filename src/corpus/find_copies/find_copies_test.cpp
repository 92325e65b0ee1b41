// SPDX-License-Identifier: Apache-2.0
#include "corpus/find_copies/find_copies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace verbale {
namespace {

// Words that no other text has: text 7 of topic "a" differs wholly from text 8.
std::string made_text(const std::string& topic, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += topic + std::to_string(i * 7919 % 1000003) + " ";
  return text;
}

CopyText text_of(std::string id, const std::string& text, std::optional<Day> day = std::nullopt) {
  return {std::move(id), day, sketch_text(text)};
}

// Ids by origin, so that results can be compared whatever the order.
std::set<std::set<std::string>> groups_of(const std::vector<CopyText>& texts) {
  std::set<std::set<std::string>> groups;
  for (const Origin& origin : find_copies(texts)) {
    std::set<std::string> ids;
    for (std::size_t i : origin.texts) ids.insert(texts[i].id);
    groups.insert(ids);
  }
  return groups;
}

TEST(FindCopies, OneTextOnManySitesIsOneOrigin) {
  const std::string wire = made_text("wire", 180);
  std::vector<CopyText> texts;
  for (int site = 0; site < 150; ++site) {
    const std::string name = "site" + std::to_string(site) + "x";
    std::string text = made_text(name, 20) + wire + made_text(name + "end", 20);
    if (site % 3 == 0) text.resize(text.size() * 3 / 4);
    texts.push_back(text_of(name, text));
  }
  texts.push_back(text_of("own", made_text("own", 200)));
  const auto groups = groups_of(texts);
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_TRUE(groups.contains({"own"}));
}

TEST(FindCopies, ReportsThatShareAQuotationStayApart) {
  const std::string quotation = made_text("quote", 30);
  const std::vector<CopyText> texts = {
      text_of("a", made_text("a", 80) + quotation + made_text("a2", 40)),
      text_of("b", made_text("b", 60) + quotation + made_text("b2", 60))};
  EXPECT_EQ(find_copies(texts).size(), 2u);
}

TEST(FindCopies, WhatManyOtherwiseDifferentTextsShareIsFurniture) {
  const std::string notice = made_text("notice", 60);
  std::vector<CopyText> texts;
  for (int i = 0; i < 12; ++i) {
    const std::string name = "t" + std::to_string(i) + "x";
    texts.push_back(text_of(name, made_text(name, i < 2 ? 35 : 300) + notice));
  }
  EXPECT_EQ(find_copies(texts).size(), 12u);
}

TEST(FindCopies, ADigestDoesNotJoinWhatItHolds) {
  const std::string first = made_text("first", 100), second = made_text("second", 100);
  const std::string third = made_text("third", 100);
  const auto groups =
      groups_of({text_of("first", first), text_of("second", second), text_of("third", third),
                 text_of("digest", first + second + third)});
  EXPECT_EQ(groups.size(), 4u);
}

TEST(FindCopies, APartOfALongTextIsACopy) {
  const std::string wire = made_text("wire", 700);
  EXPECT_EQ(find_copies({text_of("whole", wire), text_of("part", wire.substr(0, wire.size() / 5))})
                .size(),
            1u);
}

TEST(FindCopies, DoesNotHangOnTheOrderOfTheTexts) {
  std::vector<CopyText> texts;
  for (int i = 0; i < 40; ++i) {
    const std::string wire = made_text("wire" + std::to_string(i % 7) + "x", 150);
    texts.push_back(text_of("t" + std::to_string(i),
                            wire + made_text("own" + std::to_string(i), 30),
                            parse_iso_day("2031-03-0" + std::to_string(1 + i % 9))));
  }
  const auto rows_of = [](const std::vector<CopyText>& given) {
    std::string rows;
    for (const Origin& origin : find_copies(given)) {
      rows += origin.id;
      for (std::size_t i : origin.texts) rows += " " + given[i].id;
      rows += '\n';
    }
    return rows;
  };
  const std::string rows = rows_of(texts);
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 7);
  std::reverse(texts.begin(), texts.end());
  EXPECT_EQ(rows_of(texts), rows);
  std::rotate(texts.begin(), texts.begin() + 17, texts.end());
  EXPECT_EQ(rows_of(texts), rows);
}

TEST(FindCopies, ShortTextsAreCopiesOnlyWhenTheSame) {
  const std::vector<CopyText> texts = {text_of("a", "Talks end without result in Lomé"),
                                       text_of("b", "Talks end without result, in Lomé."),
                                       text_of("c", "Talks end without result in Cotonou")};
  EXPECT_EQ(find_copies(texts).size(), 2u);
}

TEST(FindCopies, NothingComesOfNothing) {
  EXPECT_TRUE(find_copies({}).empty());
  EXPECT_EQ(find_copies({text_of("a", ""), text_of("b", "")}).size(), 2u);
}

TEST(TextSketch, ReadsBackWhatItWrote) {
  for (const char* text : {"", "one two", "one two three four five six"}) {
    EXPECT_EQ(unpack_sketch(pack_sketch(sketch_text(text))), sketch_text(text));
  }
  const TextSketch sketch = sketch_text(made_text("long", 4000));
  EXPECT_EQ(sketch.hashes.size(), 128u);
  EXPECT_EQ(unpack_sketch(pack_sketch(sketch)), sketch);
  EXPECT_EQ(unpack_sketch("broken"), TextSketch{});
}

TEST(TextSketch, CountsWhatStandsInTheOther) {
  const std::string part = made_text("part", 500);
  const SharedText shared =
      compare_sketches(sketch_text(part + made_text("rest", 500)), sketch_text(part));
  EXPECT_NEAR(shared.of_first, 0.5, 0.1);
  EXPECT_NEAR(shared.of_second, 1.0, 0.05);
}

}  // namespace
}  // namespace verbale
