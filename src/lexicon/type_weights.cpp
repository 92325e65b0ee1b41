// SPDX-License-Identifier: Apache-2.0
#include "lexicon/type_weights.h"

#include <charconv>
#include <string>

#include "document/event.h"
#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {

TypeWeights load_type_weights(DataFiles& files) {
  TypeWeights weights;
  weights.file = files.shown_name(kTypeWeightsFile);
  if (files.files_in("models", ".types.tsv").empty()) return weights;
  const Table table = parse_table(files.text(kTypeWeightsFile), weights.file);
  files.add_errors(table.errors);
  for (std::size_t column = 1; column < table.columns.size(); ++column) {
    weights.types.push_back(table.columns[column]);
    if (table.columns[column] == "YIELD" || plover_type_of(table.columns[column])) continue;
    files.add_error(weights.file, 1, "unknown PLOVER type '" + std::string(table.columns[column]) + "'",
                    "make the table anew with `verbale train-types`");
  }
  weights.rows.reserve(table.rows.size());
  for (const TableRow& row : table.rows) {
    TypeWeights::Row& made = weights.rows[row.cells[0]];
    made.line = row.line;
    made.weights.resize(weights.types.size());
    for (std::size_t i = 0; i < made.weights.size(); ++i) {
      const std::string_view cell = row.cells[i + 1];
      int thousandths = 0;
      std::from_chars(cell.data(), cell.data() + cell.size(), thousandths);
      made.weights[i] = static_cast<float>(thousandths) * kTypeWeightUnit;
    }
  }
  return weights;
}

}  // namespace verbale
