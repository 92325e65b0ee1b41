// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace verbale {

// The sizes of one network: hashed word and part embeddings, then `layers` bidirectional SRU
// layers of `hidden` cells a direction, then heads for tags, names, arcs and relations.
// The highway of an SRU layer passes its input through, so word_width + part_width must be
// 2 * hidden. All widths are multiples of 16.
struct NeuralShape {
  std::uint32_t word_width = 160;
  std::uint32_t part_width = 160;
  std::uint32_t layers = 4;
  std::uint32_t hidden = 160;
  // The layers after which tags and names are read off, counted from 1.
  std::uint32_t tag_layer = 3;
  std::uint32_t name_layer = 4;
  std::uint32_t arc_width = 128;
  std::uint32_t label_width = 128;
  std::uint32_t upos_count = 0;
  std::uint32_t xpos_count = 0;
  std::uint32_t deprel_count = 0;
  std::uint32_t name_count = 0;

  // A score for each direction and distance of a head, as the dependent sees it.
  static constexpr std::size_t kDistances = 16;
  std::size_t state() const { return 2 * std::size_t{hidden}; }
  // One layer's product: candidate, forget gate and reset gate of both directions.
  std::size_t gates() const { return 6 * std::size_t{hidden}; }
  std::size_t tags() const { return std::size_t{upos_count} + xpos_count; }
  // One product yields a token as dependent and as head, for arcs and for relations.
  std::size_t views() const { return 2 * (std::size_t{arc_width} + label_width); }

  bool operator==(const NeuralShape&) const = default;
};

// Whether the sizes fit one another and stay within what the code can hold.
bool is_usable(const NeuralShape& shape);

}  // namespace verbale
