// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace verbale {

// What the shell handed over, as one query again: words that it took out of quotes go back in.
std::string query_of(const std::vector<std::string>& words);

}  // namespace verbale
