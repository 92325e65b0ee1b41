// SPDX-License-Identifier: Apache-2.0
#include "evaluate/gold_rows.h"

#include <algorithm>

#include "core/file.h"
#include "core/utf8.h"

namespace verbale {

std::vector<JsonValue> read_gold_rows(const std::string& path, std::string& skipped) {
  std::vector<JsonValue> rows;
  auto text = read_file(path);
  if (!text.ok()) {
    skipped = text.error().message();
    return rows;
  }
  std::string_view rest = text.value();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0) {
      auto row = parse_json(rest.substr(0, end));
      if (row.ok()) rows.push_back(row.take());
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return rows;
}

int number_of(std::string_view id) {
  int number = 0;
  for (char c : id.substr(id.rfind('-') + 1)) {
    if (is_digit(c)) number = number * 10 + (c - '0');
  }
  return number;
}

std::string gold_root(const JsonValue& row) {
  const JsonValue* extra = row.find("extra");
  std::string root(extra != nullptr ? extra->text_of("root15") : "");
  if (root.empty()) root = row.text_of("root_code");
  if (root == "CONCEDE" || root == "RETREAT") return "YIELD";
  if (root == "DEMAND") return "REQUEST";
  if (root == "DISAPPROVE" || root == "INVESTIGATE") return "ACCUSE";
  if (root == "FIGHT") return "ASSAULT";
  return root;
}

}  // namespace verbale
