// SPDX-License-Identifier: Apache-2.0
#include "corpus/cluster_stories/cluster_stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "core/hash.h"
#include "corpus/cluster_stories/join_alike.h"

namespace verbale {
namespace {

constexpr double kLikenessMin = 0.1;
// Pairs less alike than this do not count: they are chance.
constexpr double kLikenessOfChance = 0.02;
// Far apart in time, likeness is worth this part; on the way there it falls by e in so many days.
constexpr double kWorthFarApart = 0.7;
constexpr double kDaysOfFall = 30;
// Articles on one happening share names: without any, likeness is worth this part; with so much of
// the cosine from names, nearly all of it.
constexpr double kWorthWithoutNames = 0.4;
constexpr double kNamesEnough = 0.1;
// Articles are compared when they share one of so many of their strongest terms, unless that term
// stands in so many articles that it tells nothing.
constexpr std::size_t kStrongTerms = 32;
constexpr std::size_t kHoldersMax = 400;

bool comes_first(const StoryArticle& a, const StoryArticle& b) {
  if (a.day.has_value() != b.day.has_value()) return a.day.has_value();
  if (a.day != b.day) return a.day < b.day;
  return a.id < b.id;
}

// Articles of one text, told by the first of them.
struct Node {
  std::vector<std::size_t> articles;
  std::vector<StoryTerm> terms;  // Of unit length.
};

std::vector<Node> nodes_of(const std::vector<StoryArticle>& articles) {
  std::vector<std::size_t> order(articles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return comes_first(articles[a], articles[b]); });
  std::vector<Node> nodes;
  std::unordered_map<std::string, std::size_t> by_origin;
  for (std::size_t i : order) {
    const std::string& origin = articles[i].origin;
    const auto found = origin.empty() ? by_origin.end() : by_origin.find(origin);
    if (found != by_origin.end()) {
      nodes[found->second].articles.push_back(i);
      continue;
    }
    if (!origin.empty()) by_origin.emplace(origin, nodes.size());
    nodes.push_back({{i}, articles[i].terms});
  }
  return nodes;
}

void weigh(std::vector<Node>& nodes, const WordSentences& common) {
  std::unordered_map<std::uint32_t, std::size_t> holders;
  for (const Node& node : nodes) {
    for (const StoryTerm& term : node.terms) ++holders[term.key];
  }
  const double count = static_cast<double>(nodes.size());
  for (Node& node : nodes) {
    double squares = 0;
    for (StoryTerm& term : node.terms) {
      term.weight *= static_cast<float>(
          term_worth(term.key, static_cast<double>(holders[term.key]), count, common));
      squares += static_cast<double>(term.weight) * term.weight;
    }
    if (squares == 0) continue;
    const double length = std::sqrt(squares);
    for (StoryTerm& term : node.terms) term.weight = static_cast<float>(term.weight / length);
  }
}

// The cosine of two articles' terms; less where they hardly share a name.
double likeness_of(const std::vector<StoryTerm>& a, const std::vector<StoryTerm>& b) {
  double sum = 0, of_names = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i].key < b[k].key) {
      ++i;
    } else if (b[k].key < a[i].key) {
      ++k;
    } else {
      const double both = static_cast<double>(a[i].weight) * b[k].weight;
      sum += both;
      if (a[i].is_name || b[k].is_name) of_names += both;
      ++i, ++k;
    }
  }
  return sum * std::min(1.0, kWorthWithoutNames + of_names / kNamesEnough);
}

double worth_of_gap(const std::optional<Day>& a, const std::optional<Day>& b) {
  if (!a || !b) return 1;
  const double days = std::abs(static_cast<double>((*a - *b).count()));
  return kWorthFarApart + (1 - kWorthFarApart) * std::exp(-days / kDaysOfFall);
}

std::vector<StoryTerm> strong_terms(const Node& node) {
  std::vector<StoryTerm> terms = node.terms;
  std::sort(terms.begin(), terms.end(), [](const StoryTerm& a, const StoryTerm& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
  });
  if (terms.size() > kStrongTerms) terms.resize(kStrongTerms);
  return terms;
}

struct Holder {
  std::uint32_t node;
  float weight;
};

std::vector<Likeness> alike_pairs(const std::vector<Node>& nodes,
                                  const std::vector<StoryArticle>& articles) {
  std::unordered_map<std::uint32_t, std::vector<Holder>> holders;  // Of nodes before.
  std::vector<Likeness> pairs;
  std::vector<double> shared(nodes.size(), 0);  // With each node before, by strong terms alone.
  std::vector<std::uint32_t> touched;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    touched.clear();
    for (const StoryTerm& term : strong_terms(nodes[i])) {
      std::vector<Holder>& list = holders[term.key];
      if (list.size() <= kHoldersMax) {
        for (const Holder& holder : list) {
          if (shared[holder.node] == 0) touched.push_back(holder.node);
          shared[holder.node] += static_cast<double>(term.weight) * holder.weight;
        }
      }
      list.push_back({i, term.weight});
    }
    std::sort(touched.begin(), touched.end());
    for (std::uint32_t other : touched) {
      const double strong = std::exchange(shared[other], 0);
      if (strong < kLikenessOfChance) continue;
      const double value = likeness_of(nodes[i].terms, nodes[other].terms) *
                           worth_of_gap(articles[nodes[i].articles.front()].day,
                                        articles[nodes[other].articles.front()].day);
      if (value >= kLikenessOfChance) pairs.push_back({other, i, value});
    }
  }
  return pairs;
}

// Of the node that is most like all of them together.
std::string title_of(const std::vector<const Node*>& nodes,
                     const std::vector<StoryArticle>& articles) {
  std::map<std::uint32_t, double> sums;
  for (const Node* node : nodes) {
    for (const StoryTerm& term : node->terms) sums[term.key] += term.weight;
  }
  std::string title;
  double best = -1;
  for (const Node* node : nodes) {
    double value = 0;
    for (const StoryTerm& term : node->terms) value += term.weight * sums[term.key];
    const std::string& own = articles[node->articles.front()].title;
    if (value > best && !own.empty()) best = value, title = own;
  }
  return title;
}

Story story_of(const std::vector<const Node*>& nodes, const std::vector<StoryArticle>& articles) {
  Story story;
  for (const Node* node : nodes) {
    story.articles.insert(story.articles.end(), node->articles.begin(), node->articles.end());
  }
  std::sort(story.articles.begin(), story.articles.end(),
            [&](std::size_t a, std::size_t b) { return comes_first(articles[a], articles[b]); });
  story.id = hash_hex("story\n" + articles[story.articles.front()].id);
  story.title = title_of(nodes, articles);
  story.origins = nodes.size();
  for (std::size_t i : story.articles) {
    if (!articles[i].day) continue;
    if (!story.days) story.days = DayRange{*articles[i].day, *articles[i].day};
    story.days->end = std::max(story.days->end, *articles[i].day);
  }
  return story;
}

}  // namespace

std::vector<Story> cluster_stories(const std::vector<StoryArticle>& articles,
                                   const WordSentences& common) {
  std::vector<Node> nodes = nodes_of(articles);
  weigh(nodes, common);
  const auto sets = join_alike(static_cast<std::uint32_t>(nodes.size()),
                               alike_pairs(nodes, articles), kLikenessMin);
  std::map<std::uint32_t, std::vector<const Node*>> members;  // By the set's first node.
  for (std::uint32_t i = 0; i < nodes.size(); ++i) members[sets[i]].push_back(&nodes[i]);
  std::vector<Story> stories;
  for (const auto& [set, list] : members) stories.push_back(story_of(list, articles));
  return stories;
}

}  // namespace verbale
