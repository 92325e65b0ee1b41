// SPDX-License-Identifier: Apache-2.0
#include "evaluate/events.h"

#include <algorithm>
#include <map>
#include <set>

#include "evaluate/gold_rows.h"
#include "evaluate/judged_events.h"

namespace verbale {
namespace {

std::map<std::string, Counts> counts_by_type(const std::vector<PairCase>& cases,
                                             const std::vector<std::size_t>& which) {
  std::map<std::string, Counts> counts;
  for (std::size_t i : which) {
    const PairCase& each = cases[i];
    counts[each.gold].gold += 1;
    if (!each.predicted.empty()) counts[each.predicted].predicted += 1;
    if (each.predicted == each.gold) counts[each.gold].right += 1;
  }
  return counts;
}

double macro_f1(const std::vector<PairCase>& cases, const std::vector<std::size_t>& which) {
  double sum = 0;
  std::size_t types = 0;
  for (const auto& [type, counts] : counts_by_type(cases, which)) {
    if (counts.gold == 0) continue;
    sum += counts.f1();
    ++types;
  }
  return types == 0 ? 0 : sum / static_cast<double>(types);
}

Counts total(const std::vector<PairCase>& cases, const std::vector<std::size_t>& which) {
  Counts all;
  for (const auto& [type, counts] : counts_by_type(cases, which)) {
    all.right += counts.right;
    all.predicted += counts.predicted;
    all.gold += counts.gold;
  }
  return all;
}

SuiteTable table_by_type(const std::vector<PairCase>& cases) {
  SuiteTable table{"by type", {"type", "gold", "precision", "recall", "F1"}, {}};
  std::vector<std::size_t> all(cases.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  for (const auto& [type, counts] : counts_by_type(cases, all)) {
    table.rows.push_back({type, std::to_string(static_cast<int>(counts.gold)),
                          three_digits(counts.precision()), three_digits(counts.recall()),
                          three_digits(counts.f1())});
  }
  return table;
}

SuiteTable confusions(const std::vector<PairCase>& cases) {
  std::map<std::pair<std::string, std::string>, int> pairs;
  for (const PairCase& each : cases) {
    if (each.predicted != each.gold) {
      ++pairs[{each.gold, each.predicted.empty() ? "(none)" : each.predicted}];
    }
  }
  std::vector<std::pair<int, std::pair<std::string, std::string>>> sorted;
  for (const auto& [pair, count] : pairs) sorted.push_back({-count, pair});
  std::sort(sorted.begin(), sorted.end());
  SuiteTable table{"most frequent confusions", {"gold", "predicted", "times"}, {}};
  constexpr std::size_t kShownMax = 20;
  for (std::size_t i = 0; i < sorted.size() && i < kShownMax; ++i) {
    table.rows.push_back({sorted[i].second.first, sorted[i].second.second,
                          std::to_string(-sorted[i].first)});
  }
  return table;
}

// Sentences of one id without its event number belong together.
std::string sentence_key(const JsonValue& row) { return std::string(row.text_of("text")); }

}  // namespace

SuiteReport evaluate_plv(const std::string& events_directory, const Knowledge& knowledge,
                         PairReading reading, bool held_back) {
  SuiteReport report;
  report.name = reading == PairReading::kGiven ? "plv-given" : "plv";
  report.name += held_back ? "-held-back" : "-train";
  const auto rows = read_gold_rows(events_directory + "/plv-train.jsonl", report.skipped);
  const auto cases = read_pair_cases(rows, knowledge, reading, held_back);
  if (!report.skipped.empty()) return report;
  const auto add = [&](const char* name, auto figure_of) {
    report.figures.push_back(figure_with_interval(name, cases.size(), figure_of));
  };
  add("root macro-F1", [&](const auto& which) { return macro_f1(cases, which); });
  add("precision", [&](const auto& which) { return total(cases, which).precision(); });
  add("recall", [&](const auto& which) { return total(cases, which).recall(); });
  report.tables = {table_by_type(cases), confusions(cases)};
  if (reading == PairReading::kBare) {
    const auto judged = judge_pairs(cases);
    report.figures.push_back(calibration_error(judged));
    report.tables.push_back(reliability_table(judged));
  }
  return report;
}

SuiteReport evaluate_types(const std::string& events_directory, const std::string& file,
                           const Knowledge& knowledge) {
  SuiteReport report;
  report.name = file.substr(0, file.find('.'));
  const auto rows = read_gold_rows(events_directory + "/" + file, report.skipped);
  std::vector<PairCase> cases;
  for (const JsonValue& row : rows) {
    PairCase each;
    each.gold = gold_root(row);
    if (each.gold.empty()) continue;
    const Document document = code_sentence(row.text_of("text"), row.text_of("date"), knowledge);
    for (const Event& event : document.events) {
      if (each.predicted.empty() || root_of(event.type) == each.gold) {
        each.predicted = root_of(event.type);
      }
    }
    cases.push_back(std::move(each));
  }
  if (!report.skipped.empty()) return report;
  const auto add = [&](const char* name, auto figure_of) {
    report.figures.push_back(figure_with_interval(name, cases.size(), figure_of));
  };
  add("root macro-F1", [&](const auto& which) { return macro_f1(cases, which); });
  add("precision", [&](const auto& which) { return total(cases, which).precision(); });
  add("recall", [&](const auto& which) { return total(cases, which).recall(); });
  report.tables = {table_by_type(cases), confusions(cases)};
  return report;
}

SuiteReport evaluate_unselected(const std::string& events_directory, const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "unselected-news";
  const auto rows = read_gold_rows(events_directory + "/unselected-news-r8.jsonl", report.skipped);
  if (!report.skipped.empty()) return report;
  struct SentenceCase {
    bool is_relevant = false;
    bool is_found = false;
    Counts codes;
  };
  std::map<std::string, std::pair<bool, std::set<std::string>>> gold;
  for (const JsonValue& row : rows) {
    const JsonValue* extra = row.find("extra");
    auto& [is_relevant, codes] = gold[sentence_key(row)];
    if (extra == nullptr) continue;
    is_relevant |= extra->text_of("status") == "relevant";
    const std::string code(extra->text_of("cameo").substr(0, 2));
    // Statements and appeals (01, 02) are no PLOVER events.
    if (!code.empty() && code != "01" && code != "02") codes.insert(code);
  }
  std::vector<SentenceCase> cases;
  for (const auto& [text, answer] : gold) {
    const Document document = code_sentence(text, "", knowledge);
    std::set<std::string> found;
    for (const Event& event : document.events) {
      if (event.cameo.size() >= 2) found.insert(std::string(event.cameo.substr(0, 2)));
    }
    SentenceCase each{answer.first, !document.events.empty(), {}};
    for (const std::string& code : found) each.codes.right += answer.second.contains(code);
    each.codes.predicted = static_cast<double>(found.size());
    each.codes.gold = static_cast<double>(answer.second.size());
    cases.push_back(each);
  }
  const auto relevance = [&](const std::vector<std::size_t>& which) {
    Counts counts;
    for (std::size_t i : which) {
      counts.gold += cases[i].is_relevant;
      counts.predicted += cases[i].is_found;
      counts.right += cases[i].is_relevant && cases[i].is_found;
    }
    return counts;
  };
  const auto codes = [&](const std::vector<std::size_t>& which) {
    Counts counts;
    for (std::size_t i : which) {
      counts.gold += cases[i].codes.gold;
      counts.predicted += cases[i].codes.predicted;
      counts.right += cases[i].codes.right;
    }
    return counts;
  };
  const auto add = [&](const char* name, auto figure_of) {
    report.figures.push_back(figure_with_interval(name, cases.size(), figure_of));
  };
  add("relevance F1", [&](const auto& which) { return relevance(which).f1(); });
  add("relevance precision", [&](const auto& which) { return relevance(which).precision(); });
  add("event F1 (2-digit)", [&](const auto& which) { return codes(which).f1(); });
  add("event precision", [&](const auto& which) { return codes(which).precision(); });
  add("event recall", [&](const auto& which) { return codes(which).recall(); });
  report.tables.push_back(reliability_table(judge_unselected(rows, knowledge)));
  return report;
}

}  // namespace verbale
