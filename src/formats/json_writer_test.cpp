// SPDX-License-Identifier: Apache-2.0
#include "formats/json_writer.h"

#include <gtest/gtest.h>

#include <limits>

namespace verbale {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  JsonWriter(out).string(text);
  return out;
}

std::string written(double value) {
  std::string out;
  JsonWriter(out).number(value);
  return out;
}

TEST(JsonWriter, KeepsMembersInTheOrderWritten) {
  std::string out = "kept ";
  JsonWriter json(out);
  json.begin_object();
  json.member("z", "last letter first");
  json.member("n", 3);
  json.member("yes", true);
  json.member_or_null("nothing", "");
  json.key("list");
  json.begin_array();
  json.integer(-1);
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.end_array();
  json.end_array();
  json.end_object();
  EXPECT_EQ(out,
            R"(kept {"z":"last letter first","n":3,"yes":true,"nothing":null,"list":[-1,{},[]]})");
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
  EXPECT_EQ(quoted("a \"b\" \\ c"), R"("a \"b\" \\ c")");
  EXPECT_EQ(quoted("line\nnext\ttab\r\b\f"), R"("line\nnext\ttab\r\b\f")");
  EXPECT_EQ(quoted(std::string_view("\0\x1f", 2)), R"("\u0000\u001f")");
  EXPECT_EQ(quoted("Kyïv – “ок” 🕊"), "\"Kyïv – “ок” 🕊\"");
  EXPECT_EQ(quoted("a\u2028b"), R"("a\u2028b")");
  EXPECT_EQ(quoted("bad \xFF byte"), "\"bad \uFFFD byte\"");
}

TEST(JsonWriter, WritesTheShortestDigitsThatReadBack) {
  EXPECT_EQ(written(0.1), "0.1");
  EXPECT_EQ(written(-9.5), "-9.5");
  EXPECT_EQ(written(3), "3");
  EXPECT_EQ(written(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN()), "null");
}

TEST(JsonWriterDeathTest, RefusesAValueWithoutItsKey) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  EXPECT_DEATH(json.integer(1), "");
}

}  // namespace
}  // namespace verbale
