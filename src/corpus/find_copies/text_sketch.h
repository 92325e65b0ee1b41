// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// What is kept of a text to know its copies without it: hashes of some of its shingles (runs of
// three words, case and punctuation aside), sampled so that two sketches hold the same sample of
// what their texts share, however long each is.
struct TextSketch {
  std::uint32_t shingles = 0;         // Distinct ones of the text.
  std::uint32_t limit = 0xFFFFFFFF;   // Every shingle whose hash is no greater is in `hashes`.
  std::vector<std::uint32_t> hashes;  // Ascending, distinct; at most 128.

  bool operator==(const TextSketch&) const = default;
};

TextSketch sketch_text(std::string_view text);

// How much of either text stands in the other, by what both sketches sampled.
struct SharedText {
  double of_first = 0;  // 0..1
  double of_second = 0;
  std::uint32_t shared = 0;   // Hashes in both.
  std::uint32_t sampled = 0;  // Hashes of the text with fewer, among which they were looked for.
};
SharedText compare_sketches(const TextSketch& first, const TextSketch& second);

// To keep it and to read it back; the same bytes on every machine. Bytes that are no sketch give an
// empty one.
std::string pack_sketch(const TextSketch& sketch);
TextSketch unpack_sketch(std::string_view bytes);

}  // namespace verbale
