// SPDX-License-Identifier: Apache-2.0
#include "corpus/fuse_events/fuse_events.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "core/hash.h"
#include "corpus/fuse_events/compare_claims.h"
#include "corpus/fuse_events/group_reports.h"
#include "corpus/fuse_events/weigh_accounts.h"

namespace verbale {
namespace {

bool comes_first(const Claim& a, const Claim& b) {
  const auto& first = a.document.day;
  const auto& second = b.document.day;
  if (first.has_value() != second.has_value()) return first.has_value();
  return first != second ? first < second : a.id < b.id;
}

std::size_t count_known(const std::vector<ClaimParty>& side) {
  return static_cast<std::size_t>(std::count_if(
      side.begin(), side.end(), [](const ClaimParty& party) { return !party.party.code.empty(); }));
}

// Happened before planned before negated, then whatever tells more.
auto fullness_of(const Report& report) {
  const Claim& claim = *report.claim;
  return std::tuple(-static_cast<int>(claim.factuality), !claim.background,
                    std::min<std::size_t>(count_known(claim.actors), 1) +
                        std::min<std::size_t>(count_known(claim.recipients), 1),
                    report.when.has_value(), !report.place.empty() && !report.place_is_wide,
                    !claim.magnitude.killed.has_value() ? 0 : 1, claim.confidence);
}

std::string key_of_side(const std::vector<ClaimParty>& side) {
  std::set<std::string> ids;
  for (const ClaimParty& party : side) ids.insert(party.party.id);
  std::string key;
  for (const std::string& id : ids) (key += id) += '\x1e';
  return key;
}

// What most origins say of a matter; ones whose `rank` is higher come first.
template <typename Key, typename Rank>
const Report* most_told(const ReportGroup& group, Key key_of, Rank rank_of) {
  Accounts accounts;
  int best_rank = 0;
  for (std::size_t i = 0; i < group.reports.size(); ++i) {
    if (!key_of(*group.reports[i]).empty())
      best_rank = std::max(best_rank, rank_of(*group.reports[i]));
  }
  for (std::size_t i = 0; i < group.reports.size(); ++i) {
    const std::string key = key_of(*group.reports[i]);
    if (!key.empty() && rank_of(*group.reports[i]) == best_rank) accounts[key].push_back(i);
  }
  if (accounts.empty()) return nullptr;
  return group.reports[accounts.at(weighed(accounts, group).front().value).front()];
}

void tell_sides(const ReportGroup& group, FusedEvent& event) {
  const auto tell = [&](std::vector<ClaimParty> Claim::*side) {
    const Report* told = most_told(
        group, [&](const Report& report) { return key_of_side(report.claim->*side); },
        [&](const Report& report) { return count_known(report.claim->*side) > 0 ? 1 : 0; });
    return told == nullptr ? std::vector<ClaimParty>() : told->claim->*side;
  };
  event.actors = tell(&Claim::actors);
  event.recipients = tell(&Claim::recipients);
  // Where some tell of a meeting of equals and others of a visit, nobody stands on both sides.
  std::erase_if(event.recipients, [&](const ClaimParty& party) {
    return std::any_of(event.actors.begin(), event.actors.end(),
                       [&](const ClaimParty& actor) { return actor.party.id == party.party.id; });
  });
}

void tell_when_and_where(const ReportGroup& group, FusedEvent& event) {
  const Report* dated = most_told(
      group,
      [](const Report& report) {
        return report.when ? iso_day(report.when->start) + "/" + iso_day(report.when->end) : "";
      },
      [](const Report& report) {
        return report.when && report.when->start == report.when->end ? 1 : 0;
      });
  if (dated != nullptr) event.date = dated->claim->date;
  const Report* placed = most_told(
      group, [](const Report& report) { return report.place; },
      [](const Report& report) { return report.place_is_wide ? 0 : 1; });
  if (placed != nullptr) event.place = placed->claim->place;
}

void tell_spread(const ReportGroup& group, FusedEvent& event) {
  std::set<std::string> outlets;
  for (const Report* report : group.reports) {
    const ClaimDocument& document = report->claim->document;
    if (!document.outlet.empty()) outlets.insert(document.outlet);
    if (!document.day) continue;
    if (!event.seen) event.seen = DayRange{*document.day, *document.day};
    event.seen->start = std::min(event.seen->start, *document.day);
    event.seen->end = std::max(event.seen->end, *document.day);
  }
  event.outlets = outlets.size();
  const std::set<std::string> origins(group.origins.begin(), group.origins.end());
  event.origins.assign(origins.begin(), origins.end());
}

std::vector<std::int64_t> decisions_on(const ReportGroup& group,
                                       const std::vector<FuseDecision>& decisions) {
  std::set<std::string> ids;
  for (const Report* report : group.reports) ids.insert(report->claim->id);
  std::set<std::int64_t> numbers;
  for (const FuseDecision& decision : decisions) {
    for (const auto* claims : {&decision.claims, &decision.others}) {
      for (const std::string& id : *claims) {
        if (ids.contains(id)) numbers.insert(decision.number);
      }
    }
  }
  return {numbers.begin(), numbers.end()};
}

FusedEvent event_of(const ReportGroup& group, const std::vector<FuseDecision>& decisions,
                    const FuseClaim* first_given) {
  FusedEvent event;
  const Report* told = *std::max_element(
      group.reports.begin(), group.reports.end(), [](const Report* a, const Report* b) {
        const auto first = fullness_of(*a), second = fullness_of(*b);
        return first != second ? first < second : comes_first(*b->claim, *a->claim);
      });
  event.told = told->claim;
  event.factuality = told->claim->factuality;
  tell_sides(group, event);
  tell_when_and_where(group, event);
  tell_spread(group, event);
  for (const Report* report : group.reports) {
    event.reports.push_back(static_cast<std::size_t>(report->given - first_given));
  }
  event.id = hash_hex("event\n" + group.reports.front()->claim->id);
  event.contradictions = contradictions_of(group);
  event.decisions = decisions_on(group, decisions);
  return event;
}

}  // namespace

std::vector<FusedEvent> fuse_events(const std::vector<FuseClaim>& claims,
                                    const std::vector<FuseDecision>& decisions,
                                    const std::function<bool(std::string_view)>& is_wide) {
  std::vector<const FuseClaim*> order;
  for (const FuseClaim& claim : claims) order.push_back(&claim);
  std::sort(order.begin(), order.end(), [](const FuseClaim* a, const FuseClaim* b) {
    return std::tie(a->claim->id, a->claim->document.id) <
           std::tie(b->claim->id, b->claim->document.id);
  });
  std::vector<Report> reports;
  for (const FuseClaim* claim : order) {
    reports.push_back(report_of(*claim, claim->claim->place && is_wide(claim->claim->place->name)));
  }
  std::vector<FusedEvent> events;
  for (const std::vector<std::uint32_t>& members : group_reports(reports, decisions)) {
    std::vector<const Report*> group;
    for (std::uint32_t member : members) group.push_back(&reports[member]);
    std::sort(group.begin(), group.end(),
              [](const Report* a, const Report* b) { return comes_first(*a->claim, *b->claim); });
    events.push_back(event_of(group_with_origins(std::move(group)), decisions, claims.data()));
  }
  std::sort(events.begin(), events.end(), [&](const FusedEvent& a, const FusedEvent& b) {
    return comes_first(*claims[a.reports.front()].claim, *claims[b.reports.front()].claim);
  });
  return events;
}

}  // namespace verbale
