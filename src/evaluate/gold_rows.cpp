// SPDX-License-Identifier: Apache-2.0
#include "evaluate/gold_rows.h"

#include <algorithm>

#include "core/file.h"

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

}  // namespace verbale
