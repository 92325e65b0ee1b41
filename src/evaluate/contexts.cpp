// SPDX-License-Identifier: Apache-2.0
#include "evaluate/contexts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "evaluate/gold_rows.h"
#include "evaluate/judged_events.h"
#include "evaluate/pair_cases.h"
#include "formats/records.h"

namespace verbale {
namespace {

struct Renamed {
  std::string_view gold;
  std::string_view context;
};

// The contexts that both lists have, by the names of the records.
constexpr std::array<Renamed, 10> kShared = {{{"military", "military"},
                                              {"diplomatic", "diplomatic"},
                                              {"legal", "legal"},
                                              {"economic", "economic"},
                                              {"terrorism", "terrorism"},
                                              {"election", "election"},
                                              {"cbrn", "cbrn"},
                                              {"cyber", "cyber"},
                                              {"resource", "natural_resource"},
                                              {"resources", "natural_resource"}}};

using Names = std::set<std::string_view>;

struct ContextCase {
  Names gold;
  Names found;
};

Names shared_contexts(std::string_view told) {
  Names names;
  for (std::string_view name : split_list(told, ',')) {
    for (const Renamed& each : kShared) {
      if (each.gold == name) names.insert(each.context);
    }
  }
  return names;
}

bool is_shared(std::string_view context) {
  return std::any_of(kShared.begin(), kShared.end(),
                     [&](const Renamed& each) { return each.context == context; });
}

// Of the events with the type of the record, or of all where none has it.
Names found_contexts(const Document& document, const std::string& root) {
  const auto has_root = [&](const Event& event) { return root_of(event.type) == root; };
  const bool has_any = std::any_of(document.events.begin(), document.events.end(), has_root);
  Names names;
  for (const Event& event : document.events) {
    if (has_any && !has_root(event)) continue;
    for (std::string_view context : event.contexts) {
      if (is_shared(context)) names.insert(context);
    }
  }
  return names;
}

std::map<std::string_view, Counts> counts_by_context(const std::vector<ContextCase>& cases,
                                                     const std::vector<std::size_t>& which) {
  std::map<std::string_view, Counts> counts;
  for (std::size_t i : which) {
    for (std::string_view name : cases[i].gold) counts[name].gold += 1;
    for (std::string_view name : cases[i].found) {
      counts[name].predicted += 1;
      counts[name].right += cases[i].gold.contains(name);
    }
  }
  return counts;
}

Counts total(const std::vector<ContextCase>& cases, const std::vector<std::size_t>& which) {
  Counts all;
  for (const auto& [name, counts] : counts_by_context(cases, which)) {
    all.right += counts.right;
    all.predicted += counts.predicted;
    all.gold += counts.gold;
  }
  return all;
}

SuiteTable table_by_context(const std::vector<ContextCase>& cases) {
  SuiteTable table{"by context", {"context", "gold", "found", "precision", "recall"}, {}};
  std::vector<std::size_t> all(cases.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  for (const auto& [name, counts] : counts_by_context(cases, all)) {
    table.rows.push_back({std::string(name), std::to_string(static_cast<int>(counts.gold)),
                          std::to_string(static_cast<int>(counts.predicted)),
                          three_digits(counts.precision()), three_digits(counts.recall())});
  }
  return table;
}

}  // namespace

SuiteReport evaluate_contexts(const std::string& events_directory, const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "contexts";
  const auto rows = read_gold_rows(events_directory + "/plover-gsr.jsonl", report.skipped);
  if (!report.skipped.empty()) return report;
  std::vector<ContextCase> cases;
  for (const JsonValue& row : rows) {
    const JsonValue* extra = row.find("extra");
    if (extra == nullptr) continue;
    ContextCase each{shared_contexts(extra->text_of("context")), {}};
    if (each.gold.empty()) continue;
    const Document document = code_sentence(row.text_of("text"), row.text_of("date"), knowledge);
    if (document.events.empty()) continue;
    each.found = found_contexts(document, gold_root(row));
    // Names point into the ontology, which outlives this, and into constants.
    cases.push_back(std::move(each));
  }
  const auto add = [&](const char* name, auto figure_of) {
    report.figures.push_back(figure_with_interval(name, cases.size(), figure_of));
  };
  add("precision", [&](const auto& which) { return total(cases, which).precision(); });
  add("recall", [&](const auto& which) { return total(cases, which).recall(); });
  report.tables = {table_by_context(cases)};
  return report;
}

}  // namespace verbale
