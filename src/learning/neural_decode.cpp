// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_decode.h"

#include <algorithm>
#include <limits>

#include "core/check.h"

namespace verbale {

namespace {

constexpr double kNever = -1e18;
// Larger than any sum of scores: a second token on the root always costs more than it brings.
constexpr double kRootPrice = 1e9;

// Chu-Liu-Edmonds over nodes 0 (root) to count: cycles of best arcs are merged into their first
// node, one after the other, and taken apart again at the end. A merged node keeps, for each node
// outside, which of its members the best arcs in and out stand on.
class Arborescence {
 public:
  Arborescence(std::span<const float> scores, std::size_t count)
      : nodes_(count + 1),
        scores_(nodes_ * nodes_, kNever),
        from_(nodes_ * nodes_),
        to_(nodes_ * nodes_),
        alive_(nodes_, 1),
        best_(nodes_, 0),
        heads_(nodes_, 0) {
    for (std::size_t token = 1; token < nodes_; ++token) {
      for (std::size_t head = 0; head < nodes_; ++head) {
        from_[at(head, token)] = static_cast<std::uint32_t>(head);
        to_[at(head, token)] = static_cast<std::uint32_t>(token);
        if (head == token) continue;
        const double score = static_cast<double>(scores[(token - 1) * nodes_ + head]);
        scores_[at(head, token)] = head == 0 ? score - kRootPrice : score;
      }
    }
  }

  void solve(std::span<std::uint32_t> heads) {
    for (std::size_t node = 1; node < nodes_; ++node) find_best(node);
    std::vector<std::size_t> cycle;
    struct Merge {
      std::vector<std::size_t> members;
      std::vector<std::uint32_t> heads;   // Each member's head within the cycle: original tokens
      std::vector<std::uint32_t> tokens;  // and the dependent's original token.
    };
    std::vector<Merge> merges;
    while (find_cycle(cycle)) {
      Merge merge;
      merge.members = cycle;
      for (const std::size_t node : cycle) {
        merge.heads.push_back(from_[at(best_[node], node)]);
        merge.tokens.push_back(to_[at(best_[node], node)]);
      }
      merges.push_back(std::move(merge));
      contract(cycle);
    }
    std::vector<std::uint8_t> settled(nodes_, 0);
    for (std::size_t node = 1; node < nodes_; ++node) {
      if (alive_[node]) settle(from_[at(best_[node], node)], to_[at(best_[node], node)], settled);
    }
    // The arc into a merged node enters one of its tokens; the others keep the cycle's arcs.
    for (std::size_t i = merges.size(); i-- > 0;) {
      for (std::size_t m = 0; m < merges[i].members.size(); ++m) {
        if (!enters(merges[i].members[m], i, settled)) {
          settle(merges[i].heads[m], merges[i].tokens[m], settled);
        }
      }
    }
    for (std::size_t token = 1; token < nodes_; ++token) heads[token - 1] = heads_[token];
  }

 private:
  std::size_t at(std::size_t head, std::size_t token) const { return head * nodes_ + token; }

  void settle(std::uint32_t head, std::uint32_t token, std::vector<std::uint8_t>& settled) {
    heads_[token] = head;
    settled[token] = 1;
  }

  // Whether some token that `node` stood for when merge `i` happened has its head from outside.
  bool enters(std::size_t node, std::size_t i, const std::vector<std::uint8_t>& settled) const {
    for (const std::uint32_t token : tokens_of(node, i)) {
      if (settled[token]) return true;
    }
    return false;
  }

  std::vector<std::uint32_t> tokens_of(std::size_t node, std::size_t i) const {
    std::vector<std::uint32_t> tokens{static_cast<std::uint32_t>(node)};
    for (std::size_t merge = i; merge-- > 0;) {
      const auto& members = merged_[merge];
      const auto target = static_cast<std::uint32_t>(members.front());
      if (std::find(tokens.begin(), tokens.end(), target) == tokens.end()) continue;
      for (std::size_t m = 1; m < members.size(); ++m) {
        tokens.push_back(static_cast<std::uint32_t>(members[m]));
      }
    }
    return tokens;
  }

  void find_best(std::size_t node) {
    std::size_t best = nodes_;
    for (std::size_t head = 0; head < nodes_; ++head) {
      if (!alive_[head] || head == node) continue;
      if (best == nodes_ || scores_[at(head, node)] > scores_[at(best, node)]) best = head;
    }
    best_[node] = best;
  }

  bool find_cycle(std::vector<std::size_t>& cycle) {
    std::vector<std::size_t> seen(nodes_, 0);
    for (std::size_t start = 1; start < nodes_; ++start) {
      if (!alive_[start] || seen[start] != 0) continue;
      std::size_t node = start;
      while (node != 0 && seen[node] == 0) {
        seen[node] = start;
        node = best_[node];
      }
      if (node == 0 || seen[node] != start) continue;
      cycle.clear();
      std::size_t member = node;
      do {
        cycle.push_back(member);
        member = best_[member];
      } while (member != node);
      return true;
    }
    return false;
  }

  void contract(const std::vector<std::size_t>& cycle) {
    const std::size_t target = cycle.front();
    merged_.push_back(cycle);
    std::vector<double> own;
    for (const std::size_t member : cycle) own.push_back(scores_[at(best_[member], member)]);
    std::vector<std::uint8_t> inside(nodes_, 0);
    for (const std::size_t member : cycle) inside[member] = 1;
    for (std::size_t other = 0; other < nodes_; ++other) {
      if (!alive_[other] || inside[other]) continue;
      std::size_t best_in = 0;
      std::size_t best_out = 0;
      for (std::size_t m = 1; m < cycle.size(); ++m) {
        if (scores_[at(other, cycle[m])] - own[m] >
            scores_[at(other, cycle[best_in])] - own[best_in]) {
          best_in = m;
        }
        if (scores_[at(cycle[m], other)] > scores_[at(cycle[best_out], other)]) best_out = m;
      }
      move_arc(at(other, cycle[best_in]), at(other, target), own[best_in]);
      move_arc(at(cycle[best_out], other), at(target, other), 0.0);
    }
    for (std::size_t m = 1; m < cycle.size(); ++m) alive_[cycle[m]] = 0;
    // An arc out of the cycle is as good as it was; only the merged node has to choose anew.
    for (std::size_t node = 1; node < nodes_; ++node) {
      if (alive_[node] && inside[best_[node]]) best_[node] = target;
    }
    find_best(target);
  }

  void move_arc(std::size_t from, std::size_t to, double less) {
    scores_[to] = scores_[from] - less;
    from_[to] = from_[from];
    to_[to] = to_[from];
  }

  std::size_t nodes_;
  std::vector<double> scores_;
  std::vector<std::uint32_t> from_, to_;  // The original tokens behind each arc.
  std::vector<std::uint8_t> alive_;
  std::vector<std::size_t> best_;
  std::vector<std::uint32_t> heads_;
  std::vector<std::vector<std::size_t>> merged_;
};

}  // namespace

bool is_tree(std::span<const std::uint32_t> heads) {
  if (std::count(heads.begin(), heads.end(), 0) != 1) return false;
  // 0: not seen, else the start of the walk that saw it.
  std::vector<std::uint32_t> seen(heads.size() + 1, 0);
  for (std::size_t start = 1; start <= heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = static_cast<std::uint32_t>(start);
      node = heads[node - 1];
      if (node > heads.size()) return false;
    }
    if (node != 0 && seen[node] == start) return false;
  }
  return true;
}

void decode_tree(std::span<const float> scores, std::size_t count, std::span<std::uint32_t> heads) {
  VERBALE_CHECK(scores.size() >= count * (count + 1) && heads.size() == count);
  for (std::size_t token = 0; token < count; ++token) {
    const float* row = scores.data() + token * (count + 1);
    std::size_t best = 0;
    for (std::size_t head = 1; head <= count; ++head) {
      if (head != token + 1 && row[head] > row[best]) best = head;
    }
    heads[token] = static_cast<std::uint32_t>(best);
  }
  if (!is_tree(heads)) Arborescence(scores, count).solve(heads);
}

void decode_sequence(std::span<const float> scores, std::span<const std::uint8_t> may_start,
                     std::span<const std::uint8_t> may_follow, std::span<std::uint8_t> labels) {
  const std::size_t kinds = may_start.size();
  const std::size_t rows = labels.size();
  VERBALE_CHECK(scores.size() >= rows * kinds && may_follow.size() == kinds * kinds);
  constexpr float kImpossible = -1e9F;
  std::vector<float> best(kinds);
  std::vector<float> next(kinds);
  std::vector<std::uint8_t> back(rows * kinds, 0);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      float reached = row == 0 ? (may_start[kind] ? 0.0F : kImpossible) : 2 * kImpossible;
      for (std::size_t before = 0; row > 0 && before < kinds; ++before) {
        const float value = may_follow[before * kinds + kind] ? best[before] : kImpossible;
        if (value > reached) {
          reached = value;
          back[row * kinds + kind] = static_cast<std::uint8_t>(before);
        }
      }
      next[kind] = reached + scores[row * kinds + kind];
    }
    std::swap(best, next);
  }
  if (rows == 0) return;
  auto kind = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t row = rows; row-- > 0;) {
    labels[row] = static_cast<std::uint8_t>(kind);
    kind = back[row * kinds + kind];
  }
}

}  // namespace verbale
