// SPDX-License-Identifier: Apache-2.0
#include "lexicon/ontology.h"

#include <charconv>

#include "core/edit_distance.h"
#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string_view> type_names() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kPloverTypeCount; ++i) {
    names.push_back(name_of(static_cast<PloverType>(i)));
  }
  return names;
}

// One table of data/ontology, with the error reports that every one needs.
class OntologyTable {
 public:
  OntologyTable(DataFiles& files, std::string_view name)
      : files_(files), shown_(files.shown_name(name)),
        table_(parse_table(files.text(name), shown_)) {}
  ~OntologyTable() { files_.add_errors(table_.errors); }

  const std::vector<TableRow>& rows() const { return table_.rows; }
  std::size_t column(std::string_view name) { return table_.column(name); }

  std::optional<PloverType> type(const TableRow& row, std::size_t column) {
    const std::string_view name = row.cells[column];
    const auto type = plover_type_of(name);
    if (!type) {
      files_.add_error(shown_, row.line, "unknown PLOVER type '" + std::string(name) + "'",
                       suggest(name, type_names()));
    }
    return type;
  }
  void add_error(const TableRow& row, std::string trouble, std::string cure = "") {
    files_.add_error(shown_, row.line, std::move(trouble), std::move(cure));
  }

 private:
  DataFiles& files_;
  std::string_view shown_;
  Table table_;
};

void load_types(DataFiles& files, Ontology& ontology) {
  OntologyTable table(files, "ontology/plover_types.tsv");
  const std::size_t type_at = table.column("type"), quad_at = table.column("quad"),
                    score_at = table.column("score_2023"),
                    recipient_at = table.column("recipient");
  for (const TableRow& row : table.rows()) {
    const auto type = table.type(row, type_at);
    if (!type) continue;
    auto& facts = ontology.types[static_cast<std::size_t>(*type)];
    const auto quad = number(row.cells[quad_at]);
    const auto score = number(row.cells[score_at]);
    if (!quad || !score) table.add_error(row, "quad and score must be numbers");
    facts = {static_cast<int>(quad.value_or(0)), score.value_or(0),
             row.cells[recipient_at] == "required"};
  }
}

void load_modes_and_contexts(DataFiles& files, Ontology& ontology) {
  OntologyTable modes(files, "ontology/plover_modes.tsv");
  const std::size_t type_at = modes.column("type"), mode_at = modes.column("mode"),
                    score_at = modes.column("score");
  for (const TableRow& row : modes.rows()) {
    const auto type = modes.type(row, type_at);
    if (type) ontology.modes.push_back({*type, row.cells[mode_at], number(row.cells[score_at])});
  }
  OntologyTable contexts(files, "ontology/plover_contexts.tsv");
  const std::size_t context_at = contexts.column("context");
  for (const TableRow& row : contexts.rows()) {
    ontology.contexts.push_back(row.cells[context_at]);
  }
}

void load_cameo(DataFiles& files, Ontology& ontology) {
  OntologyTable table(files, "ontology/cameo.tsv");
  const std::size_t code_at = table.column("code"), name_at = table.column("name"),
                    icews_at = table.column("goldstein_icews"),
                    gdelt_at = table.column("goldstein_gdelt"), type_at = table.column("type");
  for (const TableRow& row : table.rows()) {
    CameoCode code{row.cells[name_at], number(row.cells[icews_at]), number(row.cells[gdelt_at]),
                   std::nullopt};
    if (!row.cells[type_at].empty()) code.type = table.type(row, type_at);
    ontology.cameo[row.cells[code_at]] = code;
  }
}

void load_content_modes(DataFiles& files, Ontology& ontology) {
  OntologyTable table(files, "ontology/content_modes.tsv");
  const std::size_t type_at = table.column("type"), content_at = table.column("content"),
                    mode_at = table.column("mode"), cameo_at = table.column("cameo");
  for (const TableRow& row : table.rows()) {
    const auto type = table.type(row, type_at);
    if (!type) continue;
    ContentMode rule{*type, std::nullopt, {}, row.cells[mode_at], row.cells[cameo_at]};
    const std::string_view content = row.cells[content_at];
    if (ontology.cameo.contains(content)) {
      rule.content_cameo = content;
    } else if (content != "*") {
      rule.content = table.type(row, content_at);
      if (!rule.content) continue;
    }
    if (!rule.cameo.empty() && !ontology.cameo.contains(rule.cameo)) {
      table.add_error(row, "unknown CAMEO code '" + std::string(rule.cameo) + "'",
                      "see data/ontology/cameo.tsv");
    }
    if (!rule.mode.empty() && ontology.mode(rule.type, rule.mode) == nullptr) {
      table.add_error(row, "no mode '" + std::string(rule.mode) + "' of that type",
                      "see data/ontology/plover_modes.tsv");
      continue;
    }
    ontology.content_modes.push_back(rule);
  }
}

void load_type_rules(DataFiles& files, Ontology& ontology) {
  for (std::size_t act = 0; act < kPloverTypeCount; ++act) {
    ontology.type_rules[act].fill(static_cast<PloverType>(act));
  }
  OntologyTable table(files, "ontology/type_rules.tsv");
  const std::size_t act_at = table.column("act"), factuality_at = table.column("factuality"),
                    type_at = table.column("type");
  for (const TableRow& row : table.rows()) {
    const auto act = table.type(row, act_at);
    const auto type = table.type(row, type_at);
    const auto factuality = factuality_of(row.cells[factuality_at]);
    if (!factuality) {
      table.add_error(row, "unknown factuality '" + std::string(row.cells[factuality_at]) + "'",
                      "one of happened, planned, possible, demanded, threatened, negated");
    }
    if (!act || !type || !factuality) continue;
    ontology.type_rules[static_cast<std::size_t>(*act)][static_cast<std::size_t>(*factuality)] =
        *type;
  }
}

}  // namespace

const PloverMode* Ontology::mode(PloverType type, std::string_view name) const {
  for (const PloverMode& mode : modes) {
    if (mode.type == type && mode.name == name) return &mode;
  }
  return nullptr;
}

const ContentMode* Ontology::content_mode(PloverType type,
                                          std::optional<PloverType> content,
                                          std::string_view content_cameo) const {
  const ContentMode* best = nullptr;
  std::size_t best_says = 0;
  for (const ContentMode& rule : content_modes) {
    if (rule.type != type) continue;
    // 1: any content, 2: its type, more: digits of its code.
    std::size_t says = 1;
    if (!rule.content_cameo.empty()) {
      says = content_cameo.starts_with(rule.content_cameo) ? 2 + rule.content_cameo.size() : 0;
    } else if (rule.content) {
      says = rule.content == content ? 2 : 0;
    }
    if (says > best_says) {
      best = &rule;
      best_says = says;
    }
  }
  return best;
}

Ontology load_ontology(DataFiles& files) {
  Ontology ontology;
  load_types(files, ontology);
  load_modes_and_contexts(files, ontology);
  load_cameo(files, ontology);
  load_content_modes(files, ontology);
  load_type_rules(files, ontology);
  return ontology;
}

std::string suggest(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view near = nearest_word(word, known);
  return near.empty() ? "" : "did you mean '" + std::string(near) + "'?";
}

}  // namespace verbale
