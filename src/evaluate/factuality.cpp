// SPDX-License-Identifier: Apache-2.0
#include "evaluate/factuality.h"

#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "document/xpos.h"
#include "evaluate/gold_rows.h"
#include "grammar/tree.h"
#include "journey/code_article.h"
#include "record/conllu_record.h"
#include "stages/judge_factuality/judge_factuality.h"

namespace verbale {
namespace {

// Our six values, and "only a notion".
constexpr std::size_t kClassCount = kFactualityCount + 1;

struct PredicateCase {
  std::size_t judged = 0;
  double gold = 0;
  std::string form;  // Our value with the tag of the predicate: "happened VBD".
};

std::string name_of_class(std::size_t judged) {
  return std::string(judged < kFactualityCount ? name_of(static_cast<Factuality>(judged))
                                               : "notion");
}

ConlluSentence sentence_of_words(std::string_view text) {
  ConlluSentence sentence;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) {
      ConlluWord word;
      word.form = text.substr(0, end);
      sentence.words.push_back(std::move(word));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return sentence;
}

std::size_t judge_token(const Document& document, const Tree& tree, std::uint32_t token,
                        const Knowledge& knowledge) {
  Event event;
  event.head = event.anchor = token;
  const auto judged = judge_factuality({event}, tree, document.article.text,
                                       knowledge.coding.claims, knowledge.coding.vocabulary);
  return judged.empty() ? kFactualityCount : static_cast<std::size_t>(judged[0].factuality);
}

void judge_row(const JsonValue& row, const Knowledge& knowledge,
               std::vector<PredicateCase>& cases) {
  Document document = document_of_conllu({sentence_of_words(row.text_of("text"))});
  document = parse_tokens(std::move(document), knowledge);
  const Tree tree(document.syntax);
  const JsonValue* targets = row.find("targets");
  if (targets == nullptr) return;
  for (const JsonValue& target : targets->items) {
    const JsonValue* span = target.find("span1");
    const JsonValue* label = target.find("label");
    if (span == nullptr || label == nullptr || span->items.empty()) continue;
    const auto token = static_cast<std::uint32_t>(span->items[0].number);
    if (token >= document.syntax.tokens.size()) continue;
    const std::size_t judged = judge_token(document, tree, token, knowledge);
    const std::string_view tag = name_of_xpos(document.syntax.tokens[token].xpos);
    cases.push_back({judged, label->number, name_of_class(judged) + " " + std::string(tag)});
  }
}

double pearson(const std::vector<PredicateCase>& cases, const std::vector<std::size_t>& which,
               const std::vector<double>& guesses) {
  double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
  for (std::size_t i : which) {
    const double x = guesses[i], y = cases[i].gold;
    sx += x, sy += y, sxx += x * x, syy += y * y, sxy += x * y;
  }
  const double n = static_cast<double>(which.size());
  const double below = std::sqrt((sxx - sx * sx / n) * (syy - sy * sy / n));
  return below > 0 ? (sxy - sx * sy / n) / below : 0;
}

std::array<double, kClassCount> mean_by_class(const std::vector<PredicateCase>& cases) {
  std::array<double, kClassCount> sums{}, counts{};
  for (const PredicateCase& each : cases) {
    sums[each.judged] += each.gold;
    counts[each.judged] += 1;
  }
  for (std::size_t c = 0; c < kClassCount; ++c) sums[c] = counts[c] > 0 ? sums[c] / counts[c] : 0;
  return sums;
}

// The mean of each value and tag; of few cases it leans on the mean of the value.
std::vector<double> guesses_by_form(const std::vector<PredicateCase>& train,
                                    const std::vector<PredicateCase>& cases,
                                    const std::array<double, kClassCount>& worth) {
  constexpr double kLeanCases = 5;
  std::map<std::string, std::pair<double, double>> sums;
  for (const PredicateCase& each : train) {
    auto& [sum, count] = sums[each.form];
    sum += each.gold;
    count += 1;
  }
  std::vector<double> guesses;
  for (const PredicateCase& each : cases) {
    const auto [sum, count] = sums[each.form];
    guesses.push_back((sum + kLeanCases * worth[each.judged]) / (count + kLeanCases));
  }
  return guesses;
}

// How our values lie against what the gold scale holds to be so, open, and not so.
SuiteTable table_of_values(const std::vector<PredicateCase>& cases,
                           const std::array<double, kClassCount>& worth) {
  SuiteTable table{"what our values stand for, and the gold beside them",
                   {"value", "mean", "cases", "gold > 1", "open", "gold < -1"},
                   {}};
  for (std::size_t c = 0; c < kClassCount; ++c) {
    std::array<std::size_t, 3> counts{};
    for (const PredicateCase& each : cases) {
      if (each.judged == c) ++counts[each.gold > 1 ? 0 : each.gold < -1 ? 2 : 1];
    }
    table.rows.push_back({name_of_class(c), three_digits(worth[c]),
                          std::to_string(counts[0] + counts[1] + counts[2]),
                          std::to_string(counts[0]), std::to_string(counts[1]),
                          std::to_string(counts[2])});
  }
  return table;
}

}  // namespace

SuiteReport evaluate_factuality(const std::string& factuality_directory,
                                const std::string& corpus, const std::string& split,
                                const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "factuality-" + corpus + "-" + split;
  const auto rows = read_gold_rows(factuality_directory + "/predicates.jsonl", report.skipped);
  if (!report.skipped.empty()) return report;
  std::vector<PredicateCase> train, cases;
  constexpr std::size_t kTrainRowsMax = 3000;  // Enough for the means.
  std::size_t train_rows = 0;
  for (const JsonValue& row : rows) {
    if (row.text_of("corpus") != corpus) continue;
    if (row.text_of("split") == split) judge_row(row, knowledge, cases);
    else if (row.text_of("split") == "train" && train_rows++ < kTrainRowsMax) {
      judge_row(row, knowledge, train);
    }
  }
  const auto worth = mean_by_class(train.empty() ? cases : train);
  const auto& learnt = train.empty() ? cases : train;
  std::vector<double> by_value;
  for (const PredicateCase& each : cases) by_value.push_back(worth[each.judged]);
  const std::vector<double> by_form = guesses_by_form(learnt, cases, worth);
  report.figures.push_back(figure_with_interval("Pearson r", cases.size(), [&](const auto& which) {
    return pearson(cases, which, by_value);
  }));
  report.figures.push_back(
      figure_with_interval("Pearson r with verb form", cases.size(), [&](const auto& which) {
        return pearson(cases, which, by_form);
      }));
  report.tables.push_back(table_of_values(cases, worth));
  return report;
}

}  // namespace verbale
