// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace verbale {

// One "name: value" line of a .rec file. Lines that start with white space continue the value.
struct RecordField {
  std::string_view name;
  std::string value;
  int line = 0;  // Counted from 1.
};

// Fields between two blank lines.
struct Record {
  int line = 0;  // Of its first field.
  std::vector<RecordField> fields;

  // The first field of that name, or null.
  const RecordField* find(std::string_view name) const;
  // Its value, or empty.
  std::string_view get(std::string_view name) const;
};

struct RecordFile {
  std::vector<Record> records;
  std::vector<Error> errors;  // Every wrong line, each with `where` = "file:line".
};

// Reads a .rec file: UTF-8, '#' starts a comment line, records are parted by blank lines. Views
// point into `text`. `file` names it in errors.
RecordFile parse_records(std::string_view text, std::string_view file);

// A row of a .tsv file, as many cells as the header has columns.
struct TableRow {
  int line = 0;
  std::vector<std::string_view> cells;
};

struct Table {
  std::vector<std::string_view> columns;
  std::vector<TableRow> rows;
  std::vector<Error> errors;  // Every wrong line.

  // The position of a column. Appends an error naming the file when there is no such column, and
  // answers 0.
  std::size_t column(std::string_view name);
  std::string file;
};

// Reads a .tsv file: UTF-8, first line that is no comment names the columns, cells parted by one
// tab, '#' starts a comment line, blank lines are skipped. Rows with too few cells are filled with
// empty ones; rows with too many are errors. Views point into `text`.
Table parse_table(std::string_view text, std::string_view file);

// The parts of a list: "a; b; c" with separator ';' → "a", "b", "c". White space around parts
// goes; empty parts are left out.
std::vector<std::string_view> split_list(std::string_view text, char separator);

// `text` without white space at both ends.
std::string_view trim(std::string_view text);

}  // namespace verbale
