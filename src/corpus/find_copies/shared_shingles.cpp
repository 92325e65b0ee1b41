// SPDX-License-Identifier: Apache-2.0
#include "corpus/find_copies/shared_shingles.h"

#include <algorithm>
#include <cstddef>

namespace verbale {
namespace {

// Hashes are looked at in so many parts, one after the other, to hold fewer postings at a time.
constexpr std::uint64_t kParts = 8;
constexpr std::uint32_t kFirstHolders = 8;
constexpr std::uint32_t kHoldersBefore = 8;
constexpr std::uint32_t kSharedMin = 2;
// A shingle is furniture from so many holders on …
constexpr std::size_t kFurnitureHolders = 3;
// … of which fewer than half of the neighbours share so much of the shorter text.
constexpr double kKinShare = 0.3;
// So many shingles of furniture are a notice, fewer stock phrases.
constexpr std::size_t kMuchFurniture = 8;

struct Posting {
  std::uint32_t hash;
  std::uint32_t text;
  auto operator<=>(const Posting&) const = default;
};

// Calls `take` with the holders of each shingle that several hold, in ascending order.
template <typename Take>
void for_each_shared(const std::vector<TextSketch>& sketches, Take take) {
  for (std::uint64_t part = 0; part < kParts; ++part) {
    const std::uint64_t low = (part << 32) / kParts, high = ((part + 1) << 32) / kParts;
    std::vector<Posting> postings;
    for (std::uint32_t text = 0; text < sketches.size(); ++text) {
      const auto& hashes = sketches[text].hashes;
      for (auto at = std::lower_bound(hashes.begin(), hashes.end(), low);
           at != hashes.end() && *at < high; ++at) {
        postings.push_back({*at, text});
      }
    }
    std::sort(postings.begin(), postings.end());
    std::vector<std::uint32_t> holders;
    for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
      holders.clear();
      for (end = begin; end < postings.size() && postings[end].hash == postings[begin].hash;
           ++end) {
        holders.push_back(postings[end].text);
      }
      if (holders.size() > 1) take(postings[begin].hash, holders);
    }
  }
}

// Leaves each pair that stands `kSharedMin` times or oftener, once.
void keep_repeated(std::vector<TextPair>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  std::size_t kept = 0;
  for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
    while (end < pairs.size() && pairs[end] == pairs[begin]) ++end;
    if (end - begin >= kSharedMin) pairs[kept++] = pairs[begin];
  }
  pairs.resize(kept);
}

}  // namespace

std::vector<TextPair> pairs_with_shared_shingles(const std::vector<TextSketch>& sketches) {
  std::vector<TextPair> pairs;
  for_each_shared(sketches, [&](std::uint32_t, const std::vector<std::uint32_t>& holders) {
    for (std::uint32_t i = 1; i < holders.size(); ++i) {
      const std::uint32_t near = i > kHoldersBefore ? i - kHoldersBefore : 0;
      for (std::uint32_t k = 0; k < std::min(i, kFirstHolders); ++k) {
        pairs.push_back({holders[k], holders[i]});
      }
      for (std::uint32_t k = std::max(near, kFirstHolders); k < i; ++k) {
        pairs.push_back({holders[k], holders[i]});
      }
    }
  });
  keep_repeated(pairs);
  return pairs;
}

void drop_furniture(const std::vector<TextPair>& pairs, std::vector<TextSketch>& sketches) {
  std::vector<TextPair> kin;
  for (const TextPair& pair : pairs) {
    const SharedText shared = compare_sketches(sketches[pair.first], sketches[pair.second]);
    if (std::max(shared.of_first, shared.of_second) >= kKinShare) kin.push_back(pair);
  }
  std::vector<std::uint32_t> furniture;
  for_each_shared(sketches, [&](std::uint32_t hash, const std::vector<std::uint32_t>& holders) {
    if (holders.size() < kFurnitureHolders) return;
    std::size_t kin_count = 0;
    for (std::size_t i = 1; i < holders.size(); ++i) {
      kin_count += std::binary_search(kin.begin(), kin.end(), TextPair{holders[i - 1], holders[i]});
    }
    if (2 * kin_count < holders.size() - 1) furniture.push_back(hash);
  });
  if (furniture.empty()) return;
  std::sort(furniture.begin(), furniture.end());
  for (TextSketch& sketch : sketches) {
    std::uint32_t highest = 0;
    const std::size_t dropped = std::erase_if(sketch.hashes, [&](std::uint32_t hash) {
      const bool is_furniture = std::binary_search(furniture.begin(), furniture.end(), hash);
      if (is_furniture) highest = hash;
      return is_furniture;
    });
    if (dropped < kMuchFurniture) continue;
    // Longer texts are sampled more thinly: what of the same furniture lies beyond their samples
    // was not known for it.
    sketch.limit = highest;
    sketch.hashes.erase(std::upper_bound(sketch.hashes.begin(), sketch.hashes.end(), highest),
                        sketch.hashes.end());
  }
}

}  // namespace verbale
