// SPDX-License-Identifier: Apache-2.0
#include "formats/json_scanner.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

using Found = JsonScanner::Found;
using Lists = JsonScanner::Lists;

TEST(JsonScanner, FindsTheEndInPieces) {
  JsonScanner scanner;
  EXPECT_EQ(scanner.read(R"({"a": "}\")"), Found::kNothing);
  EXPECT_EQ(scanner.read(R"(}", "b": [{)"), Found::kNothing);
  EXPECT_EQ(scanner.read("}]} rest"), Found::kEnd);
  EXPECT_EQ(scanner.consumed(), 10u + 11u + 3u);
}

TEST(JsonScanner, FindsTheListThatAnAnswerWraps) {
  const std::string_view feed = R"({"version": 1, "items": [ {"id": 1}]})";
  JsonScanner scanner(Lists::kTold);
  EXPECT_EQ(scanner.read(feed), Found::kList);
  EXPECT_EQ(feed.substr(0, scanner.consumed()), R"({"version": 1, "items": [)");
  EXPECT_EQ(scanner.depth(), 2);
  EXPECT_EQ(JsonScanner(Lists::kPassed).read(feed), Found::kEnd);
  EXPECT_EQ(JsonScanner(Lists::kTold).read(R"({"items": ["a"]})"), Found::kEnd);
  EXPECT_EQ(JsonScanner(Lists::kTold).read(R"({"text": "t", "items": [{"id": 1}]})"), Found::kEnd);
  EXPECT_EQ(JsonScanner(Lists::kTold).read(R"({"response": {"docs": [{}]}})"), Found::kList);
}

}  // namespace
}  // namespace verbale
