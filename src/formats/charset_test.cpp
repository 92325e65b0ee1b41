// SPDX-License-Identifier: Apache-2.0
#include "formats/charset.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Charset, KeepsUtf8AndDropsItsMark) {
  EXPECT_EQ(decode_text("Łódź", "").text, "Łódź");
  EXPECT_EQ(decode_text("Łódź", "iso-8859-1").text, "Łódź");  // Declared wrongly.
  EXPECT_EQ(decode_text("\xEF\xBB\xBFkept", "").text, "kept");
  EXPECT_EQ(decode_text("", "").text, "");
}

TEST(Charset, ReadsWhatIsDeclared) {
  EXPECT_EQ(decode_text("\xCC\xE8\xF0", "windows-1251").text, "Мир");
  EXPECT_EQ(decode_text("caf\xE9 \x93quoted\x94", "ISO-8859-1").text, "café “quoted”");
  EXPECT_EQ(decode_text("caf\xE9 au lait", "no-such-charset").text, "café au lait");
}

TEST(Charset, ReadsUtf16ByItsMark) {
  EXPECT_EQ(decode_text(std::string_view("\xFF\xFEH\0i\0", 6), "").text, "Hi");
  EXPECT_EQ(decode_text(std::string_view("\xFE\xFF\0H\0i", 6), "").text, "Hi");
}

TEST(Charset, RepairsAFewBrokenBytesAndSaysSo) {
  const DecodedText decoded = decode_text("Zażółć gęślą \xFF jaźń", "");
  EXPECT_EQ(decoded.text, "Zażółć gęślą \uFFFD jaźń");
  EXPECT_EQ(decoded.doubt, "some bytes are no UTF-8; they were replaced by U+FFFD");
}

TEST(Charset, FindsTheDeclarationOfAPage) {
  EXPECT_EQ(charset_declared_in("<meta charset=\"koi8-r\">"), "koi8-r");
  EXPECT_EQ(charset_declared_in("<meta content='text/html; charset = Shift_JIS'>"), "Shift_JIS");
  EXPECT_EQ(charset_declared_in("<p>no charset named</p>"), "");
}

TEST(Charset, ComposesLetters) {
  EXPECT_EQ(to_nfc("Mu\u0308nchen"), "München");
}

}  // namespace
}  // namespace verbale
