// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace verbale {

// One figure of a suite, with its 95 % interval where it comes from a sample.
struct Figure {
  std::string name;  // "root macro-F1"
  double value = 0;
  double low = 0;   // Equal to value where there is no interval.
  double high = 0;
  std::size_t count = 0;  // Cases behind it.
  bool is_error = false;  // Less is better.
};

struct SuiteTable {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

// What a suite of gold data says of the program.
struct SuiteReport {
  std::string name;  // "plv-train"
  std::string skipped;  // Why it did not run, or empty.
  std::vector<Figure> figures;
  std::vector<SuiteTable> tables;
};

// Precision, recall and F1 of counts.
struct Counts {
  double right = 0;      // Predicted and gold.
  double predicted = 0;
  double gold = 0;

  double precision() const { return predicted > 0 ? right / predicted : 0; }
  double recall() const { return gold > 0 ? right / gold : 0; }
  double f1() const {
    return predicted + gold > 0 ? 2 * right / (predicted + gold) : 0;
  }
};

// A figure over cases with its bootstrap interval: `figure_of` gets indices of cases, drawn with
// replacement (1,000 times, always the same draws).
Figure figure_with_interval(std::string name, std::size_t cases,
                            const std::function<double(const std::vector<std::size_t>&)>& figure_of);

// ".827"
std::string three_digits(double value);

}  // namespace verbale
