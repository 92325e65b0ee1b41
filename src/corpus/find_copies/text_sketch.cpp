// SPDX-License-Identifier: Apache-2.0
#include "corpus/find_copies/text_sketch.h"

#include <algorithm>

#include "core/hash.h"
#include "core/words.h"

namespace verbale {
namespace {

constexpr std::size_t kShingleWords = 3;
constexpr std::size_t kHashesMax = 128;
constexpr std::size_t kNumberBytes = 4;

void append_number(std::string& bytes, std::uint32_t number) {
  for (std::size_t i = 0; i < kNumberBytes; ++i) bytes += static_cast<char>(number >> (8 * i));
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < kNumberBytes; ++i) {
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return number;
}

std::size_t count_up_to(const TextSketch& sketch, std::uint32_t limit) {
  const auto end = std::upper_bound(sketch.hashes.begin(), sketch.hashes.end(), limit);
  return static_cast<std::size_t>(end - sketch.hashes.begin());
}

}  // namespace

TextSketch sketch_text(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  TextSketch sketch;
  std::string shingle;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    shingle.clear();
    for (std::size_t w = i; w < i + kShingleWords; ++w) (shingle += words[w]) += ' ';
    sketch.hashes.push_back(static_cast<std::uint32_t>(hash64(shingle) >> 32));
  }
  std::sort(sketch.hashes.begin(), sketch.hashes.end());
  sketch.hashes.erase(std::unique(sketch.hashes.begin(), sketch.hashes.end()), sketch.hashes.end());
  sketch.shingles = static_cast<std::uint32_t>(sketch.hashes.size());
  if (sketch.hashes.size() > kHashesMax) {
    sketch.hashes.resize(kHashesMax);
    sketch.limit = sketch.hashes.back();
  }
  sketch.hashes.shrink_to_fit();
  return sketch;
}

SharedText compare_sketches(const TextSketch& first, const TextSketch& second) {
  const std::uint32_t limit = std::min(first.limit, second.limit);
  const std::size_t of_first = count_up_to(first, limit);
  const std::size_t of_second = count_up_to(second, limit);
  SharedText found;
  found.sampled = static_cast<std::uint32_t>(std::min(of_first, of_second));
  for (std::size_t a = 0, b = 0; a < of_first && b < of_second;) {
    if (first.hashes[a] == second.hashes[b])
      ++found.shared, ++a, ++b;
    else if (first.hashes[a] < second.hashes[b])
      ++a;
    else
      ++b;
  }
  if (of_first > 0) found.of_first = found.shared / static_cast<double>(of_first);
  if (of_second > 0) found.of_second = found.shared / static_cast<double>(of_second);
  return found;
}

std::string pack_sketch(const TextSketch& sketch) {
  std::string bytes;
  append_number(bytes, sketch.shingles);
  append_number(bytes, sketch.limit);
  for (std::uint32_t hash : sketch.hashes) append_number(bytes, hash);
  return bytes;
}

TextSketch unpack_sketch(std::string_view bytes) {
  TextSketch sketch;
  if (bytes.size() < 2 * kNumberBytes || bytes.size() % kNumberBytes != 0) return sketch;
  sketch.shingles = number_at(bytes, 0);
  sketch.limit = number_at(bytes, kNumberBytes);
  for (std::size_t at = 2 * kNumberBytes; at < bytes.size(); at += kNumberBytes) {
    sketch.hashes.push_back(number_at(bytes, at));
  }
  if (!std::is_sorted(sketch.hashes.begin(), sketch.hashes.end())) return {};
  return sketch;
}

}  // namespace verbale
