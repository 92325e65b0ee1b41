// SPDX-License-Identifier: Apache-2.0
#include "corpus/measure_relations/measure_relations.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "core/hash.h"
#include "corpus/measure_relations/chance.h"
#include "corpus/measure_relations/change_points.h"
#include "corpus/measure_relations/happenings.h"

namespace verbale {
namespace {

constexpr std::size_t kResamples = 999;
constexpr std::size_t kCausesMax = 5;
constexpr std::size_t kCausePeriods = 3;  // How far after a change its causes are looked for.

using Score = std::function<std::optional<double>(const Claim&)>;

std::optional<double> plover_of(const Claim& claim) { return claim.plover; }
std::optional<double> goldstein_of(const Claim& claim) { return claim.goldstein; }

PeriodScores total_of(const std::vector<const Happening*>& happenings, const Score& score) {
  PeriodScores total;
  for (const Happening* each : happenings) {
    if (const auto value = score(*each->claim)) {
      ++total.count;
      total.sum += *value;
    }
  }
  return total;
}

// 95 % of the means that samples of the same number of origins have.
void set_interval(ScoreSummary& summary, const std::vector<PeriodScores>& origins,
                  std::uint64_t seed) {
  Chance chance(seed);
  std::vector<double> means;
  for (std::size_t round = 0; round < kResamples; ++round) {
    PeriodScores drawn;
    for (std::size_t i = 0; i < origins.size(); ++i) {
      const PeriodScores& origin = origins[chance.draw(origins.size())];
      drawn.count += origin.count;
      drawn.sum += origin.sum;
    }
    if (drawn.count > 0) means.push_back(drawn.sum / static_cast<double>(drawn.count));
  }
  std::sort(means.begin(), means.end());
  if (means.empty()) return;
  const auto at = [&](double share) {
    return means[static_cast<std::size_t>(share * static_cast<double>(means.size() - 1) + 0.5)];
  };
  summary.low = at(0.025);
  summary.high = at(0.975);
}

ScoreSummary summary_of(const std::vector<const Happening*>& happenings, const Score& score,
                        std::uint64_t seed) {
  std::map<std::string, std::vector<const Happening*>> by_origin;
  for (const Happening* each : happenings) by_origin[each->origin].push_back(each);
  std::vector<PeriodScores> origins;
  for (const auto& [origin, told] : by_origin) origins.push_back(total_of(told, score));
  const PeriodScores total = total_of(happenings, score);
  ScoreSummary summary;
  summary.count = total.count;
  summary.sum = total.sum;
  if (total.count == 0) return summary;
  summary.mean = total.sum / static_cast<double>(total.count);
  set_interval(summary, origins, seed);
  return summary;
}

std::vector<const Happening*> without(const std::vector<const Happening*>& happenings,
                                      const std::string& outlet) {
  std::vector<const Happening*> rest;
  for (const Happening* each : happenings) {
    if (each->outlet != outlet) rest.push_back(each);
  }
  return rest;
}

std::set<std::string> outlets_of(const std::vector<const Happening*>& happenings) {
  std::set<std::string> outlets;
  for (const Happening* each : happenings) outlets.insert(each->outlet);
  return outlets;
}

void set_outlet(RelationPeriod& period, const std::vector<const Happening*>& happenings) {
  const std::set<std::string> outlets = outlets_of(happenings);
  if (outlets.size() < 2) return;
  for (const std::string& outlet : outlets) {
    const PeriodScores rest = total_of(without(happenings, outlet), plover_of);
    const double mean = rest.sum / static_cast<double>(rest.count);
    const double moved = std::abs(mean - period.plover.mean);
    if (!period.outlet.empty() && moved <= std::abs(period.without_outlet - period.plover.mean)) {
      continue;
    }
    period.outlet = outlet;
    period.without_outlet = mean;
  }
}

class Measuring {
 public:
  Measuring(const RelationWish& wish, std::vector<Happening> happenings)
      : wish_(wish), happenings_(std::move(happenings)) {
    for (const Happening& each : happenings_) all_.push_back(&each);
  }

  Relation measure(const std::vector<PublishedOrigin>& published) {
    Relation relation{wish_, {}, {}};
    if (happenings_.empty()) return relation;
    const Day last = happenings_.back().day;
    for (DayRange days = period_of(happenings_.front().day, wish_.by); days.start <= last;
         days = next_period(days, wish_.by)) {
      relation.periods.push_back(period(days));
    }
    count_volume(relation, published);
    find_changes(relation);
    return relation;
  }

 private:
  std::vector<const Happening*> within(const DayRange& days) const {
    std::vector<const Happening*> found;
    for (const Happening* each : all_) {
      if (days.start <= each->day && each->day <= days.end) found.push_back(each);
    }
    return found;
  }

  std::uint64_t seed_of(const DayRange& days) const {
    return hash64(wish_.from + '>' + wish_.to + '@' + name_of_period(days, wish_.by));
  }

  RelationPeriod period(const DayRange& days) const {
    RelationPeriod period;
    period.days = days;
    const std::vector<const Happening*> happenings = within(days);
    period.happenings = happenings.size();
    std::set<std::string> origins;
    for (const Happening* each : happenings) {
      origins.insert(each->origin);
      if (each->claim->quad >= 1 && each->claim->quad <= 4) {
        ++period.quads[static_cast<std::size_t>(each->claim->quad - 1)];
      }
      period.claims.push_back(each->claim->id);
    }
    period.origins = origins.size();
    period.plover = summary_of(happenings, plover_of, seed_of(days));
    period.goldstein = summary_of(happenings, goldstein_of, seed_of(days));
    set_outlet(period, happenings);
    return period;
  }

  void count_volume(Relation& relation, const std::vector<PublishedOrigin>& published) const {
    std::map<Day, std::set<std::string>> origins;  // By the first day of the period.
    for (const PublishedOrigin& each : published) {
      origins[period_of(each.day, wish_.by).start].insert(each.origin);
    }
    for (RelationPeriod& period : relation.periods) {
      period.volume = origins[period.days.start].size();
    }
  }

  std::vector<ChangePoint> changes_of(const Relation& relation,
                                      const std::vector<const Happening*>& happenings) const {
    std::vector<PeriodScores> scores(relation.periods.size());
    std::size_t at = 0;
    for (const Happening* each : happenings) {
      while (relation.periods[at].days.end < each->day) ++at;
      ++scores[at].count;
      scores[at].sum += each->claim->plover;
    }
    return find_change_points(scores, seed_of(relation.periods.front().days));
  }

  void find_changes(Relation& relation) const {
    const std::vector<ChangePoint> found = changes_of(relation, all_);
    for (const ChangePoint& change : found) {
      relation.changes.push_back({relation.periods[change.at].days, change.before, change.after,
                                  change.p, causes(relation, change), true});
    }
    if (found.empty()) return;
    for (const std::string& outlet : outlets_of(all_)) {
      const std::vector<ChangePoint> rest = changes_of(relation, without(all_, outlet));
      for (std::size_t i = 0; i < found.size(); ++i) {
        const bool stands = std::any_of(rest.begin(), rest.end(), [&](const ChangePoint& other) {
          const std::size_t apart = other.at > found[i].at ? other.at - found[i].at
                                                           : found[i].at - other.at;
          return apart <= 1 && (other.after > other.before) == (found[i].after > found[i].before);
        });
        if (!stands) relation.changes[i].holds_without_each_outlet = false;
      }
    }
  }

  // The happenings right after a change that lie farthest, in its direction, from what was before.
  std::vector<std::string> causes(const Relation& relation, const ChangePoint& change) const {
    const std::size_t last = std::min(change.at + kCausePeriods, relation.periods.size()) - 1;
    std::vector<const Happening*> near =
        within({relation.periods[change.at].days.start, relation.periods[last].days.end});
    const double sign = change.after > change.before ? 1 : -1;
    std::stable_sort(near.begin(), near.end(), [&](const Happening* a, const Happening* b) {
      return sign * a->claim->plover > sign * b->claim->plover;
    });
    std::vector<std::string> ids;
    for (const Happening* each : near) {
      if (ids.size() == kCausesMax || sign * (each->claim->plover - change.before) <= 0) break;
      ids.push_back(each->claim->id);
    }
    return ids;
  }

  const RelationWish& wish_;
  std::vector<Happening> happenings_;
  std::vector<const Happening*> all_;
};

}  // namespace

Relation measure_relation(const RelationWish& wish, const std::vector<OriginClaim>& claims,
                          const std::vector<PublishedOrigin>& published) {
  return Measuring(wish, happenings_of(wish, claims)).measure(published);
}

}  // namespace verbale
