// SPDX-License-Identifier: Apache-2.0
#include "formats/iob2.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Iob2, ReadsWordsAndMarks) {
  const auto read = parse_iob2(
      "# newdoc id = x\n1\tIn\tO\t-\tann\n2\tKyiv\tB-LOC\t-\tann\n\n1\tYes\tO\n", "x.iob2");
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read.value().size(), 2u);
  EXPECT_TRUE(read.value()[0].starts_document);
  EXPECT_EQ(read.value()[0].words[1], "Kyiv");
  EXPECT_EQ(read.value()[0].marks[1], "B-LOC");
  EXPECT_FALSE(read.value()[1].starts_document);
}

TEST(Iob2, NamesTheWrongLine) {
  const auto read = parse_iob2("1\tIn\tO\n2 Kyiv\n", "x.iob2");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().where, "x.iob2:2");
}

}  // namespace
}  // namespace verbale
