// SPDX-License-Identifier: Apache-2.0
#include "corpus/find_copies/find_copies.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "core/hash.h"
#include "corpus/find_copies/shared_shingles.h"

namespace verbale {
namespace {

// So much of the shorter text must stand in the longer. Reports of one event by different hands
// share quotations and stock phrases, a press release told anew up to half of the shorter; copies
// share more, even where every sixteenth word was changed.
constexpr double kShareMin = 0.52;
// The longer must not be another thing altogether that holds the shorter somewhere.
constexpr double kShareOfLongerMin = 0.08;
// A share of fewer shingles than these proves nothing, unless the texts are the same.
constexpr std::uint32_t kSharedMin = 10;
// From this share of the longer on, two texts are peers: the one is no mere part of the other.
constexpr double kPeerShare = 0.5;

struct Edge {
  std::uint32_t first;
  std::uint32_t second;
  bool is_part;         // One is a small part of the other:
  std::uint32_t whole;  // … of this.
};

// Disjoint sets; the root is the smallest member.
class Sets {
 public:
  explicit Sets(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), std::uint32_t{0});
  }
  std::uint32_t root(std::uint32_t node) {
    while (parents_[node] != node) node = parents_[node] = parents_[parents_[node]];
    return node;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parents_;
};

bool are_copies(const SharedText& shared, const TextSketch& first, const TextSketch& second) {
  if (first == second) return shared.shared > 0;
  return shared.shared >= kSharedMin && std::max(shared.of_first, shared.of_second) >= kShareMin &&
         std::min(shared.of_first, shared.of_second) >= kShareOfLongerMin;
}

std::vector<Edge> edges_of(const std::vector<TextPair>& pairs,
                           const std::vector<TextSketch>& sketches) {
  std::vector<Edge> edges;
  for (const TextPair& pair : pairs) {
    const TextSketch& first = sketches[pair.first];
    const TextSketch& second = sketches[pair.second];
    const SharedText shared = compare_sketches(first, second);
    if (!are_copies(shared, first, second)) continue;
    const bool first_is_whole = shared.of_first < shared.of_second;
    edges.push_back({pair.first, pair.second,
                     std::min(shared.of_first, shared.of_second) < kPeerShare,
                     first_is_whole ? pair.first : pair.second});
  }
  return edges;
}

std::uint32_t part_of(const Edge& edge) {
  return edge.whole == edge.first ? edge.second : edge.first;
}

// Drops the edges between digests and their parts: texts that hold several which have nothing to
// do with each other.
void part_digests(std::vector<Edge>& edges, std::size_t text_count) {
  Sets peers(text_count);
  for (const Edge& edge : edges) {
    if (!edge.is_part) peers.join(edge.first, edge.second);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> linked;  // Groups of peers, by any edge.
  for (const Edge& edge : edges) {
    const std::uint32_t a = peers.root(edge.first), b = peers.root(edge.second);
    linked.emplace_back(std::min(a, b), std::max(a, b));
  }
  std::sort(linked.begin(), linked.end());
  const auto are_linked = [&](std::uint32_t a, std::uint32_t b) {
    return a == b || std::binary_search(linked.begin(), linked.end(),
                                        std::pair(std::min(a, b), std::max(a, b)));
  };
  // Only the most and the least of the parts' groups are held against each other: enough to
  // find strangers without comparing all with all.
  std::vector<std::vector<std::uint32_t>> parts(text_count);
  for (const Edge& edge : edges) {
    if (edge.is_part) parts[edge.whole].push_back(peers.root(part_of(edge)));
  }
  std::vector<char> is_digest(text_count, 0);
  for (std::size_t whole = 0; whole < text_count; ++whole) {
    std::vector<std::uint32_t>& groups = parts[whole];
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    for (std::size_t i = 1; i < groups.size(); ++i) {
      if (!are_linked(groups[i - 1], groups[i])) is_digest[whole] = 1;
    }
  }
  std::erase_if(edges, [&](const Edge& edge) { return edge.is_part && is_digest[edge.whole]; });
}

std::vector<Origin> origins_of(const std::vector<CopyText>& texts,
                               const std::vector<std::uint32_t>& order, Sets& sets) {
  const auto comes_first = [&](std::size_t a, std::size_t b) {
    const CopyText& first = texts[a];
    const CopyText& second = texts[b];
    if (first.day.has_value() != second.day.has_value()) return first.day.has_value();
    if (first.day != second.day) return first.day < second.day;
    return first.id < second.id;
  };
  std::vector<std::vector<std::size_t>> groups(texts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) groups[sets.root(i)].push_back(order[i]);
  std::vector<Origin> origins;
  for (std::vector<std::size_t>& group : groups) {
    if (group.empty()) continue;
    std::sort(group.begin(), group.end(), comes_first);
    origins.push_back({hash_hex("origin\n" + texts[group.front()].id), std::move(group)});
  }
  std::sort(origins.begin(), origins.end(), [&](const Origin& a, const Origin& b) {
    return comes_first(a.texts.front(), b.texts.front());
  });
  return origins;
}

}  // namespace

std::vector<Origin> find_copies(const std::vector<CopyText>& texts) {
  // Worked on from the longest to the shortest, so that what comes out hangs on the texts alone.
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t first = texts[a].sketch.shingles, second = texts[b].sketch.shingles;
    return first != second ? first > second : texts[a].id < texts[b].id;
  });
  std::vector<TextSketch> sketches;
  for (std::uint32_t i : order) sketches.push_back(texts[i].sketch);

  const std::vector<TextPair> pairs = pairs_with_shared_shingles(sketches);
  drop_furniture(pairs, sketches);
  std::vector<Edge> edges = edges_of(pairs, sketches);
  part_digests(edges, texts.size());
  Sets sets(texts.size());
  for (const Edge& edge : edges) sets.join(edge.first, edge.second);
  return origins_of(texts, order, sets);
}

}  // namespace verbale
