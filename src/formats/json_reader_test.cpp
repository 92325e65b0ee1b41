// SPDX-License-Identifier: Apache-2.0
#include "formats/json_reader.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(JsonReader, ReadsEveryKindOfValue) {
  const auto read = parse_json(
      R"({"text":"Kyïv \u0041\n","n":12,"half":0.5,"big":1e30,"yes":true,"none":null,"list":[1,[2]]})");
  ASSERT_TRUE(read.ok());
  const JsonValue& value = read.value();
  EXPECT_EQ(value.text_of("text"), "Kyïv A\n");
  EXPECT_EQ(value.find("n")->integer, 12);
  EXPECT_EQ(value.find("half")->number, 0.5);
  EXPECT_EQ(value.find("half")->integer, std::nullopt);
  EXPECT_EQ(value.find("big")->number, 1e30);
  EXPECT_TRUE(value.find("yes")->boolean);
  EXPECT_TRUE(value.find("none")->is(JsonValue::Kind::kNull));
  EXPECT_EQ(value.find("list")->items[1].items[0].integer, 2);
  EXPECT_EQ(value.find("absent"), nullptr);
  EXPECT_EQ(value.text_of("n"), "");
}

TEST(JsonReader, SaysWhatIsWrong) {
  EXPECT_EQ(parse_json("").error().trouble, "is empty");
  EXPECT_EQ(parse_json(R"({"a":"b)").error().trouble, "is not JSON: a string has no closing quote");
  EXPECT_EQ(parse_json("{\"a\":\"b\nc\"}").error().trouble,
            "is not JSON: a string holds a bare line break or control character");
  EXPECT_EQ(parse_json("{\"a\":\"\xFF\"}").error().trouble, "is not UTF-8");
  EXPECT_FALSE(parse_json(R"({"a":1} {"b":2})").ok());
  EXPECT_FALSE(parse_json(R"({"a" 1})").ok());
  EXPECT_FALSE(parse_json("nul").ok());
}

TEST(JsonReader, BoundsTheDepth) {
  const std::string deep(100000, '[');
  EXPECT_FALSE(parse_json(deep + std::string(100000, ']')).ok());
  const std::string shallow = std::string(500, '[') + std::string(500, ']');
  EXPECT_TRUE(parse_json(shallow).ok());
}

}  // namespace
}  // namespace verbale
