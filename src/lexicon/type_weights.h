// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verbale {

class DataFiles;

// What words and their places between two parties say about the type of what one does to the other:
// a learned table, data/models/en.types.tsv (its card beside it tells from what). A row a feature
// (src/stages/weigh_types/type_features.h), a column a type; the weights of a sentence's features,
// added up, are the logarithms of the types' odds. Read-only after loading.
struct TypeWeights {
  struct Row {
    int line = 0;              // In the file, from 1.
    std::vector<float> weights;  // One for each of `types`.
  };
  // The types told apart. CONCEDE and RETREAT are one, "YIELD".
  std::vector<std::string_view> types;
  std::unordered_map<std::string_view, Row> rows;
  std::string_view file;  // As it is shown: "data/models/en.types.tsv".
};

// Views into the texts of `files`. A table without rows, where there is none: nothing is weighed.
TypeWeights load_type_weights(DataFiles& files);

inline constexpr std::string_view kTypeWeightsFile = "models/en.types.tsv";
// Weights stand in the table as whole thousandths.
inline constexpr float kTypeWeightUnit = 0.001f;

}  // namespace verbale
