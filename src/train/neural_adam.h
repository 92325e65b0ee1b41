// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace verbale {

struct AdamOptions {
  float first_decay = 0.9F;
  float second_decay = 0.98F;
  // Kept from dividing by nothing.
  float epsilon = 1e-8F;
};

// How far one step goes: `rate` already holds the correction for the young averages.
struct AdamStep {
  float rate = 0;
  float epsilon = 0;
  float first_decay = 0;
  float second_decay = 0;
};

// `number` counts steps from 1.
AdamStep adam_step(const AdamOptions& options, float rate, std::size_t number);

// The two running averages of one array of parameters.
struct AdamState {
  explicit AdamState(std::size_t size) : first(size, 0.0F), second(size, 0.0F) {}
  std::vector<float> first;
  std::vector<float> second;
};

// Moves values[begin, end) against gradient[0, end - begin).
void run_adam(const AdamStep& step, std::span<const float> gradient, std::span<float> values,
              std::span<float> first, std::span<float> second);

// Which rows of a table a batch used, and for which tokens.
struct RowUse {
  std::uint32_t row = 0;
  std::uint32_t token = 0;
  bool operator<(const RowUse& other) const {
    return row != other.row ? row < other.row : token < other.token;
  }
};

// A table of which each step moves a few rows only.
struct RowTable {
  std::span<float> values;
  AdamState* state = nullptr;
  std::size_t width = 0;
};

// Sums each used row's gradients in order of tokens, then moves the row. `uses` is sorted and holds
// whole rows; gradient_of_token(token) points at `width` floats.
template <typename GradientOfToken>
void run_adam_rows(const AdamStep& step, std::span<const RowUse> uses, const RowTable& table,
                   const GradientOfToken& gradient_of_token) {
  std::vector<float> gradient(table.width);
  for (std::size_t at = 0; at < uses.size();) {
    const std::uint32_t row = uses[at].row;
    gradient.assign(table.width, 0.0F);
    for (; at < uses.size() && uses[at].row == row; ++at) {
      const float* from = gradient_of_token(uses[at].token);
      for (std::size_t j = 0; j < table.width; ++j) gradient[j] += from[j];
    }
    const std::size_t begin = row * table.width;
    run_adam(step, gradient, table.values.subspan(begin, table.width),
             std::span(table.state->first).subspan(begin, table.width),
             std::span(table.state->second).subspan(begin, table.width));
  }
}

}  // namespace verbale
