// SPDX-License-Identifier: Apache-2.0
#include "core/utf8.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Utf8, BrokenBytesAreReplacedOneByOne) {
  EXPECT_EQ(repair_utf8("a\xFF" "b\xC3"), "a\uFFFDb\uFFFD");
  EXPECT_EQ(repair_utf8("Élysée"), "Élysée");
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));  // A surrogate half.
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));      // An overlong slash.
}

TEST(Utf8, LowerCaseKnowsLatinGreekAndCyrillic) {
  EXPECT_EQ(lower_case("ÉLYSÉE Łódź ŽIŽKA ŠKODA İZMİR"), "élysée łódź žižka škoda izmir");
  EXPECT_EQ(lower_case("КИЇВ ΑΘΗΝΑ"), "київ αθηνα");
  EXPECT_EQ(lower_case("ßßÿ×÷"), "ßßÿ×÷");
}

TEST(Utf8, CodePointsAreCountedAtEveryByteOffset) {
  const std::string text = std::string(70, 'x') + "é" + std::string(60, 'y') + "“z”";
  const CodePointIndex index(text);
  std::uint32_t count = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    EXPECT_EQ(index.at(at), count);
    at += decode_at(text, at).bytes;
    ++count;
  }
  EXPECT_EQ(index.at(static_cast<std::uint32_t>(text.size())), count);
}

}  // namespace
}  // namespace verbale
