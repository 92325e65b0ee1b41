// SPDX-License-Identifier: Apache-2.0
#include "corpus/fuse_events/group_reports.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace verbale {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

Pair ordered(std::uint32_t a, std::uint32_t b) {
  return {std::min(a, b), std::max(a, b)};
}

// Within a list of reports that have something in common, each is compared with so many before it
// at most, by day: what lies farther apart meets through what lies between.
constexpr std::size_t kComparedMax = 2000;

struct Edge {
  double value;
  Pair pair;
};

// Decided by a person.
struct Join {
  std::int64_t number;
  Pair pair;
};

// Reports that say the same in all that is compared: one stands for all of them.
std::string signature_of(const Report& report) {
  const Claim& claim = *report.claim;
  std::string key = std::string(name_of(claim.act)) + '\x1f' + claim.mode + '\x1f' +
                    std::to_string(report.kind) + '\x1f' + report.place + '\x1f' +
                    (claim.place ? claim.place->country : "") + '\x1f' + report.given->story +
                    '\x1f';
  if (report.when)
    key += iso_day(report.when->start) + iso_day(report.when->end);
  else
    key += (report.published ? iso_day(*report.published) : "-") + (claim.background ? "b" : "n");
  for (const auto* side : {&claim.actors, &claim.recipients}) {
    std::vector<std::string> names;
    for (const ClaimParty& party : *side) names.push_back(party.party.id + party.party.name);
    std::sort(names.begin(), names.end());
    key += '\x1f';
    for (const std::string& name : names) (key += name) += '\x1e';
  }
  return key;
}

// By what reports can have in common enough to be of one event.
std::set<std::string> meeting_keys(const Report& report) {
  const Claim& claim = *report.claim;
  const std::string act = std::string(name_of(claim.act)) + std::to_string(report.kind) + '\x1f';
  std::set<std::string> keys;
  for (const auto* side : {&claim.actors, &claim.recipients}) {
    for (const ClaimParty& party : *side) {
      if (!party.party.country.empty())
        keys.insert(act + "c" + party.party.country);
      else if (!party.party.code.empty())
        keys.insert(act + "p" + party.party.id);
    }
  }
  if (!report.given->story.empty()) keys.insert(act + "s" + report.given->story);
  if (!report.place.empty() && !report.place_is_wide) keys.insert(act + "l" + report.place);
  for (const auto* words : {&report.actor_words, &report.recipient_words}) {
    for (std::uint32_t word : *words) keys.insert(act + "w" + std::to_string(word));
  }
  return keys;
}

class Grouping {
 public:
  Grouping(const std::vector<Report>& reports, const std::vector<FuseDecision>& decisions)
      : reports_(reports), sets_(reports.size()) {
    for (std::uint32_t i = 0; i < reports.size(); ++i) {
      sets_[i] = i;
      members_.push_back({i});
      ids_.emplace(reports[i].claim->id, i);
    }
    read_decisions(decisions);
  }

  std::vector<std::vector<std::uint32_t>> run() {
    for (const Join& join : joined_) {
      if (!are_apart(sets_[join.pair.first], sets_[join.pair.second])) {
        unite(join.pair.first, join.pair.second);
      }
    }
    const std::vector<std::uint32_t> nodes = join_the_same();
    std::vector<Edge> edges = edges_between(nodes);
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
      return a.value != b.value ? a.value > b.value : a.pair < b.pair;
    });
    for (const Edge& edge : edges) {
      const std::uint32_t a = sets_[edge.pair.first], b = sets_[edge.pair.second];
      if (a != b && may_unite(a, b)) unite(a, b);
    }
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < reports_.size(); ++i) {
      if (sets_[i] != i) continue;
      std::sort(members_[i].begin(), members_[i].end());
      groups.push_back(members_[i]);
    }
    return groups;
  }

 private:
  // Pairs of claims that were decided on; each pair once, as the last decision says.
  void read_decisions(std::vector<FuseDecision> decisions) {
    std::sort(decisions.begin(), decisions.end(),
              [](const FuseDecision& a, const FuseDecision& b) { return a.number < b.number; });
    std::map<Pair, std::pair<std::int64_t, bool>> decided;  // When, and whether to join.
    for (const FuseDecision& decision : decisions) {
      const auto first = places_of(decision.claims), second = places_of(decision.others);
      const bool joins = decision.kind == FuseDecision::Kind::kJoin;
      const auto decide = [&](const auto& some, const auto& more) {
        for (std::uint32_t a : some) {
          for (std::uint32_t b : more) {
            if (a != b) decided[ordered(a, b)] = {decision.number, joins};
          }
        }
      };
      decide(first, second);
      if (joins)
        join_all(first, decision.number, decided), join_all(second, decision.number, decided);
      decided_.insert(first.begin(), first.end());
      decided_.insert(second.begin(), second.end());
    }
    for (const auto& [pair, what] : decided) {
      if (what.second)
        joined_.push_back({what.first, pair});
      else
        apart_.insert(pair);
    }
    // The latest first: where one join after the other would bring together what is to stay apart,
    // the older ones give way.
    std::stable_sort(joined_.begin(), joined_.end(),
                     [](const Join& a, const Join& b) { return a.number > b.number; });
  }

  // All with the first of them: enough to make one event of them.
  static void join_all(const std::vector<std::uint32_t>& some, std::int64_t number,
                       std::map<Pair, std::pair<std::int64_t, bool>>& decided) {
    for (std::size_t i = 1; i < some.size(); ++i) {
      if (some[0] != some[i]) decided[ordered(some[0], some[i])] = {number, true};
    }
  }

  std::vector<std::uint32_t> places_of(const std::vector<std::string>& ids) const {
    std::vector<std::uint32_t> places;
    for (const std::string& id : ids) {
      const auto found = ids_.find(id);
      if (found != ids_.end()) places.push_back(found->second);
    }
    return places;
  }

  void unite(std::uint32_t a, std::uint32_t b) {
    a = sets_[a], b = sets_[b];
    if (a == b) return;
    if (b < a) std::swap(a, b);
    for (std::uint32_t member : members_[b]) sets_[member] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
    auto& kept = tellers_[a];
    const auto moved = tellers_.find(b);
    if (moved != tellers_.end())
      kept.insert(kept.end(), moved->second.begin(), moved->second.end());
    tellers_.erase(b);
  }

  // Answers those that stand for the ones that say the same.
  std::vector<std::uint32_t> join_the_same() {
    std::unordered_map<std::string, std::uint32_t> first;
    std::vector<std::uint32_t> nodes;
    for (std::uint32_t i = 0; i < reports_.size(); ++i) {
      if (!decided_.contains(i)) {
        const auto [found, is_new] = first.emplace(signature_of(reports_[i]), i);
        const auto value = is_new ? std::nullopt : likeness(reports_[found->second], reports_[i]);
        if (value && *value >= kSameEvent) {
          unite(found->second, i);
          continue;
        }
      }
      nodes.push_back(i);
      tellers_[sets_[i]].push_back(i);
    }
    return nodes;
  }

  std::vector<Edge> edges_between(const std::vector<std::uint32_t>& nodes) const {
    std::map<std::string, std::vector<std::uint32_t>> meetings;
    for (std::uint32_t node : nodes) {
      for (const std::string& key : meeting_keys(reports_[node])) meetings[key].push_back(node);
    }
    std::set<Pair> seen;
    std::vector<Edge> edges;
    for (auto& [key, list] : meetings) {
      std::stable_sort(list.begin(), list.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return day_of(a) < day_of(b); });
      for (std::size_t i = 1; i < list.size(); ++i) {
        for (std::size_t k = i > kComparedMax ? i - kComparedMax : 0; k < i; ++k) {
          const Pair pair = ordered(list[k], list[i]);
          const auto value = likeness(reports_[pair.first], reports_[pair.second]);
          if (value && *value >= kSameEvent && seen.insert(pair).second) {
            edges.push_back({*value, pair});
          }
        }
      }
    }
    return edges;
  }

  Day day_of(std::uint32_t node) const {
    const Report& report = reports_[node];
    if (report.when) return report.when->start;
    return report.published.value_or(Day{});
  }

  bool are_apart(std::uint32_t a, std::uint32_t b) const {
    for (std::uint32_t first : members_[a]) {
      if (!decided_.contains(first)) continue;
      for (std::uint32_t second : members_[b]) {
        if (apart_.contains(ordered(first, second))) return true;
      }
    }
    return false;
  }

  bool may_unite(std::uint32_t a, std::uint32_t b) const {
    if (are_apart(a, b)) return false;
    for (std::uint32_t first : tellers_.at(a)) {
      for (std::uint32_t second : tellers_.at(b)) {
        if (!likeness(reports_[first], reports_[second])) return false;
      }
    }
    return true;
  }

  const std::vector<Report>& reports_;
  std::vector<std::uint32_t> sets_;  // The smallest member of each report's set.
  std::vector<std::vector<std::uint32_t>> members_;
  std::map<std::uint32_t, std::vector<std::uint32_t>>
      tellers_;  // Those of a set that are compared.
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<Join> joined_;
  std::set<Pair> apart_;
  std::set<std::uint32_t> decided_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> group_reports(const std::vector<Report>& reports,
                                                      const std::vector<FuseDecision>& decisions) {
  return Grouping(reports, decisions).run();
}

}  // namespace verbale
