// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/json_reader.h"

namespace verbale {

// The rows of a JSON-lines file of gold data. Where the file cannot be read, none, and `skipped`
// says why.
std::vector<JsonValue> read_gold_rows(const std::string& path, std::string& skipped);

// The number at the end of a row's name: "PLV-train-0041" → 41.
int number_of(std::string_view id);

// What a row says that the act is, with types that PLV keeps as one made one. Empty for nothing.
std::string gold_root(const JsonValue& row);

}  // namespace verbale
