// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_features.h"

#include <algorithm>
#include <bit>
#include <string>

#include "core/hash.h"
#include "core/utf8.h"

namespace verbale {

namespace {

// The kind of a feature seeds its hash, so that prefix "in" and suffix "in" differ.
enum Kind : std::uint64_t {
  kForm = 1,
  kLower,
  kShape,
  kOutline,
  kLength,
  kPrefix,
  kSuffix,
  kTriple
};

constexpr std::size_t kLettersMax = 64;
constexpr std::size_t kTriplesMax = 12;

char shape_of(char32_t c) {
  if (c < 0x80 && is_digit(static_cast<char>(c))) return '0';
  if (is_upper(c)) return 'X';
  if (is_letter(c)) return 'x';
  if (c < 0x80) return static_cast<char>(c);
  return '*';
}

// A word taken apart: lower-case letters with digits as '0', where each starts, and its shape.
struct Letters {
  std::string text;
  std::vector<std::uint32_t> starts;  // One more than there are letters.
  std::string shape;

  std::size_t count() const { return shape.size(); }
  std::string_view range(std::size_t begin, std::size_t end) const {
    return std::string_view(text).substr(starts[begin], starts[end] - starts[begin]);
  }
};

Letters letters_of(std::string_view word) {
  Letters letters;
  letters.text.reserve(word.size() + 4);
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode_at(word, at);
    at += c.bytes;
    letters.starts.push_back(static_cast<std::uint32_t>(letters.text.size()));
    const char shape = shape_of(c.value);
    letters.shape.push_back(shape);
    append_utf8(letters.text, shape == '0' ? U'0' : to_lower(c.value));
  }
  letters.starts.push_back(static_cast<std::uint32_t>(letters.text.size()));
  return letters;
}

// "Xxxx00" becomes "Xx0": each run of one kind once.
std::string outline_of(std::string_view shape) {
  std::string outline;
  for (const char c : shape) {
    if (outline.empty() || outline.back() != c) outline.push_back(c);
  }
  return outline;
}

// "Xxxxxxx" becomes "Xxxx": runs are cut after three.
std::string cut_runs(std::string_view shape) {
  std::string cut;
  for (const char c : shape) {
    const std::size_t n = cut.size();
    if (n >= 3 && cut[n - 1] == c && cut[n - 2] == c && cut[n - 3] == c) continue;
    cut.push_back(c);
  }
  return cut;
}

void add_part(WordFeatures& features, std::string_view text, std::uint64_t seed) {
  if (features.part_count == WordFeatures::kPartsMax) return;
  features.part_hashes[features.part_count++] = hash64(text, seed);
}

void add_parts(WordFeatures& features, const Letters& letters) {
  const std::size_t count = letters.count();
  add_part(features, cut_runs(letters.shape), kShape);
  add_part(features, outline_of(letters.shape), kOutline);
  const char length = static_cast<char>(std::min<std::size_t>(count, 15));
  add_part(features, std::string_view(&length, 1), kLength);
  for (std::size_t n = 1; n <= std::min<std::size_t>(count, 4); ++n) {
    add_part(features, letters.range(0, n), kPrefix);
  }
  for (std::size_t n = 1; n <= std::min<std::size_t>(count, 5); ++n) {
    add_part(features, letters.range(count - n, count), kSuffix);
  }
  for (std::size_t at = 1; at + 3 < count && at <= kTriplesMax; ++at) {
    add_part(features, letters.range(at, at + 3), kTriple);
  }
}

}  // namespace

WordFeatures features_of(std::string_view word) {
  // Four bytes a letter at most: what is cut away lies in the middle of something unreadable.
  constexpr std::size_t kBytesMax = 8 * kLettersMax;
  std::string shortened;
  if (word.size() > kBytesMax) {
    shortened = std::string(word.substr(0, kBytesMax / 2));
    shortened += word.substr(word.size() - kBytesMax / 2);
    word = shortened;
  }
  WordFeatures features;
  const Letters letters = letters_of(word);
  features.word_hashes[features.word_count++] = hash64(word, kForm);
  features.word_hashes[features.word_count++] = hash64(letters.text, kLower);
  add_parts(features, letters);
  return features;
}

std::vector<std::uint32_t> FeatureIndex::build(std::span<const std::uint64_t> hashes) {
  const std::size_t count = std::bit_ceil(2 * hashes.size() + 2);
  std::vector<std::uint32_t> slots(2 * count, 0);
  for (std::size_t row = 0; row < hashes.size(); ++row) {
    std::size_t slot = hashes[row] & (count - 1);
    while (slots[2 * slot + 1] != 0) slot = (slot + 1) & (count - 1);
    slots[2 * slot] = static_cast<std::uint32_t>(hashes[row] >> 32);
    slots[2 * slot + 1] = static_cast<std::uint32_t>(row + 1);
  }
  return slots;
}

bool FeatureIndex::is_sound(std::span<const std::uint32_t> slots, std::size_t rows) {
  if (slots.size() < 2 || !std::has_single_bit(slots.size())) return false;
  bool has_free = false;
  for (std::size_t at = 1; at < slots.size(); at += 2) {
    if (slots[at] == 0) has_free = true;
    if (slots[at] > rows) return false;
  }
  return has_free;
}

}  // namespace verbale
