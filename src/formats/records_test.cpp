// SPDX-License-Identifier: Apache-2.0
#include "formats/records.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Records, FieldsCommentsAndContinuedLines) {
  const RecordFile parsed = parse_records(
      "# comment\nact: PROTEST\nwords: march,\n  rally\n\n\nact: ASSAULT\nexample: a: b\n", "x.rec");
  EXPECT_TRUE(parsed.errors.empty());
  ASSERT_EQ(parsed.records.size(), 2u);
  EXPECT_EQ(parsed.records[0].get("words"), "march, rally");
  EXPECT_EQ(parsed.records[1].get("example"), "a: b");
  EXPECT_EQ(parsed.records[1].line, 7);
}

TEST(Records, EveryWrongLineIsReportedWithItsCure) {
  const RecordFile parsed = parse_records("  stray\nact: X\nwords march\nBad Name: y\n", "p.rec");
  ASSERT_EQ(parsed.errors.size(), 3u);
  EXPECT_EQ(parsed.errors[1].message(),
            "p.rec:3: no 'name:' at the start of 'words march' "
            "(write 'name: value', or start the line with '#')");
}

TEST(Table, CellsAreFilledAndTooManyAreAnError) {
  Table table = parse_table("# c\na\tb\n1\t2\r\n\n3\n4\t5\t6\n", "t.tsv");
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0].cells[1], "2");
  EXPECT_EQ(table.rows[1].cells[1], "");
  ASSERT_EQ(table.errors.size(), 1u);
  EXPECT_EQ(table.errors[0].where, "t.tsv:6");
  EXPECT_EQ(table.column("b"), 1u);
  table.column("c");
  EXPECT_EQ(table.errors.size(), 2u);
}

TEST(Lists, PartsAreTrimmedAndEmptyOnesLeftOut) {
  const auto parts = split_list(" a ; b;; c", ';');
  ASSERT_EQ(parts.size(), 3u);
  EXPECT_EQ(parts[2], "c");
}

}  // namespace
}  // namespace verbale
