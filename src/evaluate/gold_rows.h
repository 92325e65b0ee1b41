// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "formats/json_reader.h"

namespace verbale {

// The rows of a JSON-lines file of gold data. Where the file cannot be read, none, and `skipped`
// says why.
std::vector<JsonValue> read_gold_rows(const std::string& path, std::string& skipped);

}  // namespace verbale
