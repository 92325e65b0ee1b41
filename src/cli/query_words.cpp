// SPDX-License-Identifier: Apache-2.0
#include "cli/query_words.h"

namespace verbale {

std::string query_of(const std::vector<std::string>& words) {
  if (words.size() == 1) return words[0];
  std::string query;
  for (const std::string& word : words) {
    if (!query.empty()) query += ' ';
    const bool is_torn = word.find(' ') != std::string::npos && word.find('"') == std::string::npos;
    const std::size_t colon = is_torn ? word.find(':') : std::string::npos;
    const std::size_t value = colon == std::string::npos ? 0 : colon + 1;
    query += is_torn ? word.substr(0, value) + '"' + word.substr(value) + '"' : word;
  }
  return query;
}

}  // namespace verbale
