// SPDX-License-Identifier: Apache-2.0
#include "evaluate/reliability.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace verbale {
namespace {

constexpr std::size_t kBins = 10;

struct Bin {
  double events = 0;
  double confidence = 0;  // Summed.
  double right = 0;
};

using Bins = std::array<Bin, kBins>;

Bins bins_of(const std::vector<JudgedEvent>& events, const std::vector<std::size_t>& which) {
  Bins bins;
  for (std::size_t i : which) {
    const JudgedEvent& event = events[i];
    const auto at = static_cast<std::size_t>(event.confidence * kBins);
    Bin& bin = bins[std::min(at, kBins - 1)];
    bin.events += 1;
    bin.confidence += event.confidence;
    bin.right += event.is_right;
  }
  return bins;
}

double error_of(const Bins& bins, std::size_t events) {
  double apart = 0;
  for (const Bin& bin : bins) apart += std::abs(bin.confidence - bin.right);
  return events == 0 ? 0 : apart / static_cast<double>(events);
}

std::string tenth(std::size_t tenths) {
  return three_digits(static_cast<double>(tenths) / kBins).substr(0, tenths < kBins ? 2 : 3);
}

}  // namespace

Figure calibration_error(const std::vector<JudgedEvent>& events) {
  Figure figure = figure_with_interval(
      "calibration error", events.size(), [&](const std::vector<std::size_t>& drawn) {
        return error_of(bins_of(events, drawn), drawn.size());
      });
  figure.is_error = true;
  return figure;
}

SuiteTable reliability_table(const std::vector<JudgedEvent>& events, const std::string& of) {
  SuiteTable table{of.empty() ? "reliability" : "reliability, " + of,
                   {"confidence", "events", "mean", "share right"},
                   {}};
  std::vector<std::size_t> all(events.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const Bins bins = bins_of(events, all);
  for (std::size_t i = 0; i < kBins; ++i) {
    if (bins[i].events == 0) continue;
    table.rows.push_back({tenth(i) + " to " + tenth(i + 1),
                          std::to_string(static_cast<int>(bins[i].events)),
                          three_digits(bins[i].confidence / bins[i].events),
                          three_digits(bins[i].right / bins[i].events)});
  }
  return table;
}

}  // namespace verbale
