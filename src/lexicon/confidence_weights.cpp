// SPDX-License-Identifier: Apache-2.0
#include "lexicon/confidence_weights.h"

#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "formats/records.h"
#include "lexicon/data_files.h"
#include "lexicon/ontology.h"

namespace verbale {
namespace {

constexpr std::string_view kBaseName = "base";

std::vector<std::string_view> sign_names() {
  std::vector<std::string_view> names = {kBaseName};
  for (std::size_t i = 0; i < kConfidenceSignCount; ++i) {
    names.push_back(name_of(static_cast<ConfidenceSign>(i)));
  }
  return names;
}

}  // namespace

double ConfidenceWeights::confidence_of(const ConfidenceSigns& signs) const {
  double sum = base;
  for (std::size_t i = 0; i < kConfidenceSignCount; ++i) {
    if (signs.holds(static_cast<ConfidenceSign>(i))) sum += weights[i];
  }
  return 1 / (1 + std::exp(-sum));
}

ConfidenceWeights load_confidence_weights(DataFiles& files) {
  ConfidenceWeights made;
  const std::string_view shown = files.shown_name("en/confidence.tsv");
  Table table = parse_table(files.text("en/confidence.tsv"), shown);
  const std::size_t sign_at = table.column("sign"), weight_at = table.column("weight");
  for (const TableRow& row : table.rows) {
    const std::string_view name = row.cells[sign_at], cell = row.cells[weight_at];
    double weight = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    if (error != std::errc() || end != cell.data() + cell.size()) {
      files.add_error(shown, row.line, "'" + std::string(cell) + "' is no number");
      continue;
    }
    const auto sign = confidence_sign_of(name);
    if (sign) {
      made.weights[static_cast<std::size_t>(*sign)] = weight;
    } else if (name == kBaseName) {
      made.base = weight;
    } else {
      files.add_error(shown, row.line, "unknown sign '" + std::string(name) + "'",
                      suggest(name, sign_names()));
    }
  }
  files.add_errors(table.errors);
  return made;
}

}  // namespace verbale
