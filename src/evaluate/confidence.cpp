// SPDX-License-Identifier: Apache-2.0
#include "evaluate/confidence.h"

#include <cmath>
#include <cstdio>

#include "evaluate/gold_rows.h"
#include "evaluate/judged_events.h"

namespace verbale {
namespace {

// PLOVER's gold records may be learnt from and their weights shipped; the other gold may only judge.
std::vector<JudgedEvent> judge_learnt(const std::string& events_directory,
                                      const Knowledge& knowledge, std::string& skipped) {
  return judge_records(read_gold_rows(events_directory + "/plover-gsr.jsonl", skipped), knowledge);
}

// Logistic regression by gradient descent: small steps, always as many, from nothing.
class Fitter {
 public:
  explicit Fitter(const std::vector<JudgedEvent>& events) : events_(events) {}

  ConfidenceWeights fit() {
    descend();
    weights_.base -= kFlattery;
    return weights_;
  }

 private:
  void descend() {
    const double step = kStep / static_cast<double>(events_.size());
    for (int round = 0; round < kRounds; ++round) {
      const ConfidenceWeights slope = gradient();
      weights_.base += step * slope.base;
      for (std::size_t i = 0; i < kConfidenceSignCount; ++i) {
        weights_.weights[i] += step * slope.weights[i];
      }
    }
  }

  static constexpr int kRounds = 5000;
  static constexpr double kStep = 0.3;
  // Holds weights back that few events speak for.
  static constexpr double kPenalty = 4;
  // The lexicon was written by people who read this gold, so it is right there more often than on
  // sentences that nobody read: the odds that it is right there are lowered by so much.
  static constexpr double kFlattery = 0.2;

  ConfidenceWeights gradient() const {
    ConfidenceWeights slope;
    for (const JudgedEvent& event : events_) {
      const double missing = event.is_right - weights_.confidence_of(event.signs);
      slope.base += missing;
      for (std::size_t i = 0; i < kConfidenceSignCount; ++i) {
        if (event.signs.holds(static_cast<ConfidenceSign>(i))) slope.weights[i] += missing;
      }
    }
    for (std::size_t i = 0; i < kConfidenceSignCount; ++i) {
      slope.weights[i] -= kPenalty * weights_.weights[i];
    }
    return slope;
  }

  const std::vector<JudgedEvent>& events_;
  ConfidenceWeights weights_;
};

std::string table_of(const ConfidenceWeights& weights) {
  std::string table =
      "# What each sign of the way an event was found weighs: natural logarithms of odds. Made by\n"
      "# `verbale fit-confidence`, not by hand; docs/formats/confidence.md tells what the signs mean.\n"
      "sign\tweight\n";
  const auto add = [&](std::string_view name, double weight) {
    char cell[32];
    std::snprintf(cell, sizeof cell, "%.2f", weight);
    table += std::string(name) + "\t" + cell + "\n";
  };
  add("base", weights.base);
  for (std::size_t i = 0; i < kConfidenceSignCount; ++i) {
    add(name_of(static_cast<ConfidenceSign>(i)), weights.weights[i]);
  }
  return table;
}

}  // namespace

SuiteReport evaluate_confidence(const std::string& events_directory, const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "confidence";
  const auto rows = [&](const char* file) {
    return read_gold_rows(events_directory + "/" + file, report.skipped);
  };
  const auto pairs = judge_pairs(
      read_pair_cases(rows("plv-train.jsonl"), knowledge, PairReading::kBare, false));
  const auto unselected = judge_unselected(rows("unselected-news-r8.jsonl"), knowledge);
  const auto learnt = judge_learnt(events_directory, knowledge, report.skipped);
  if (!report.skipped.empty()) return report;
  std::vector<JudgedEvent> others = pairs;
  others.insert(others.end(), unselected.begin(), unselected.end());
  report.figures.push_back(calibration_error(others));
  report.tables = {reliability_table(others), reliability_table(pairs, "plv-train"),
                   reliability_table(unselected, "unselected-news"),
                   reliability_table(learnt, "where learnt")};
  return report;
}

Result<std::string> fit_confidence(const std::string& events_directory,
                                   const Knowledge& knowledge) {
  std::string skipped;
  const auto learnt = judge_learnt(events_directory, knowledge, skipped);
  if (!skipped.empty()) return Error{events_directory, skipped, "name the folder with --shared"};
  return table_of(Fitter(learnt).fit());
}

}  // namespace verbale
