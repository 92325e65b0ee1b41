// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "learning/neural_features.h"

namespace verbale {

// A sentence with its answers. Label numbers index the label lists of the corpus it came with.
struct NeuralExample {
  std::vector<std::string> words;
  std::vector<std::uint8_t> upos;
  std::vector<std::uint8_t> xpos;
  std::vector<std::uint8_t> deprels;
  std::vector<std::uint16_t> heads;  // Counted from 1; 0 is the root.
  std::vector<std::uint8_t> names;   // Empty where nobody marked names.
};

// The same with its words looked up in the tables of one network.
struct EncodedExample {
  const NeuralExample* gold = nullptr;
  std::vector<std::uint32_t> word_rows;
  std::vector<std::uint32_t> word_begins;  // One more than there are words.
  std::vector<std::uint32_t> part_rows;
  std::vector<std::uint32_t> part_begins;
  std::vector<float> word_drop;  // How likely training hides the word and shows only its parts.

  std::size_t size() const { return gold->words.size(); }
  std::span<const std::uint32_t> words_of(std::size_t token) const {
    return std::span(word_rows).subspan(word_begins[token],
                                        word_begins[token + 1] - word_begins[token]);
  }
  std::span<const std::uint32_t> parts_of(std::size_t token) const {
    return std::span(part_rows).subspan(part_begins[token],
                                        part_begins[token + 1] - part_begins[token]);
  }
};

}  // namespace verbale
