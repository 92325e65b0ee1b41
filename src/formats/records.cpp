// SPDX-License-Identifier: Apache-2.0
#include "formats/records.h"

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

std::string at_line(std::string_view file, int line) {
  return std::string(file) + ":" + std::to_string(line);
}

// Calls `visit(line, number)` for each line, without its end ("\n" or "\r\n").
template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    visit(line, ++number);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

bool is_field_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_ascii_lower(c) || is_digit(c) || c == '-' || c == '_';
  });
}

}  // namespace

const RecordField* Record::find(std::string_view name) const {
  for (const RecordField& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

std::string_view Record::get(std::string_view name) const {
  const RecordField* field = find(name);
  return field == nullptr ? std::string_view() : std::string_view(field->value);
}

RecordFile parse_records(std::string_view text, std::string_view file) {
  RecordFile parsed;
  bool in_record = false;
  for_each_line(text, [&](std::string_view line, int number) {
    if (line.starts_with('#')) return;
    if (trim(line).empty()) {
      in_record = false;
      return;
    }
    if (is_space(line.front())) {
      if (!in_record) {
        parsed.errors.push_back({at_line(file, number), "a line that continues nothing",
                                 "start it at the margin with 'name: value'"});
        return;
      }
      RecordField& field = parsed.records.back().fields.back();
      field.value += ' ';
      field.value += trim(line);
      return;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_field_name(line.substr(0, colon))) {
      parsed.errors.push_back({at_line(file, number), "no 'name:' at the start of '" +
                                   std::string(line) + "'",
                               "write 'name: value', or start the line with '#'"});
      return;
    }
    if (!in_record) parsed.records.push_back({number, {}});
    in_record = true;
    parsed.records.back().fields.push_back(
        {line.substr(0, colon), std::string(trim(line.substr(colon + 1))), number});
  });
  return parsed;
}

std::size_t Table::column(std::string_view name) {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
  errors.push_back({at_line(file, 1), "no column '" + std::string(name) + "'",
                    "name it in the first line"});
  return 0;
}

Table parse_table(std::string_view text, std::string_view file) {
  Table table;
  table.file = file;
  for_each_line(text, [&](std::string_view line, int number) {
    if (line.starts_with('#') || trim(line).empty()) return;
    TableRow row{number, {}};
    while (true) {
      const std::size_t tab = line.find('\t');
      row.cells.push_back(trim(line.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    if (table.columns.empty()) {
      table.columns = row.cells;
      return;
    }
    if (row.cells.size() > table.columns.size()) {
      table.errors.push_back({at_line(file, number),
                              std::to_string(row.cells.size()) + " cells under " +
                                  std::to_string(table.columns.size()) + " columns",
                              "part lists within a cell by '; ', not by tabs"});
      return;
    }
    row.cells.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  });
  return table;
}

std::vector<std::string_view> split_list(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    const std::string_view part = trim(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace verbale
