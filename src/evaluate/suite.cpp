// SPDX-License-Identifier: Apache-2.0
#include "evaluate/suite.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace verbale {
namespace {

constexpr int kDraws = 1000;

// SplitMix64: small, and the same everywhere.
std::uint64_t next_random(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15u;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

}  // namespace

Figure figure_with_interval(
    std::string name, std::size_t cases,
    const std::function<double(const std::vector<std::size_t>&)>& figure_of) {
  std::vector<std::size_t> all(cases);
  std::iota(all.begin(), all.end(), std::size_t{0});
  Figure figure{std::move(name), figure_of(all), 0, 0, cases, false};
  figure.low = figure.high = figure.value;
  if (cases == 0) return figure;
  std::uint64_t state = 1;
  std::vector<double> drawn;
  std::vector<std::size_t> sample(cases);
  for (int draw = 0; draw < kDraws; ++draw) {
    for (std::size_t& each : sample) each = next_random(state) % cases;
    drawn.push_back(figure_of(sample));
  }
  std::sort(drawn.begin(), drawn.end());
  figure.low = drawn[kDraws / 40];
  figure.high = drawn[kDraws - 1 - kDraws / 40];
  return figure;
}

std::string three_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text[0] == '0' && text[1] == '.' ? std::string(text + 1) : std::string(text);
}

}  // namespace verbale
