// SPDX-License-Identifier: Apache-2.0
#include "corpus/measure_relations/happenings.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace verbale {
namespace {

bool is_party(const ClaimParty& side, const std::string& wanted) {
  return side.party.country == wanted || side.party.code.rfind(wanted, 0) == 0 ||
         side.party.id == wanted;
}

bool holds(const std::vector<ClaimParty>& sides, const std::string& wanted) {
  return std::any_of(sides.begin(), sides.end(),
                     [&](const ClaimParty& side) { return is_party(side, wanted); });
}

// In a meeting of equals all stand among the actors.
bool is_directed(const Claim& claim, const RelationWish& wish) {
  if (!holds(claim.actors, wish.from)) return false;
  return holds(claim.recipients.empty() ? claim.actors : claim.recipients, wish.to);
}

bool is_asked(const Claim& claim, const RelationWish& wish) {
  const auto& wanted = wish.factualities;
  return (wish.background || !claim.background) &&
         std::find(wanted.begin(), wanted.end(), claim.factuality) != wanted.end();
}

// The day in whose period the claim counts.
std::optional<Day> day_of(const Claim& claim, PeriodLength by) {
  if (!claim.date) return claim.document.day;
  const DayRange& dated = claim.date->range;
  if (period_of(dated.start, by) == period_of(dated.end, by)) return dated.start;
  const auto published = claim.document.day;
  if (published && dated.start <= *published && *published <= dated.end) return published;
  return std::nullopt;
}

void append_sides(std::string& key, const std::vector<ClaimParty>& sides) {
  std::vector<std::string> names;
  for (const ClaimParty& side : sides) {
    names.push_back(side.party.id.empty() ? side.party.name : side.party.id);
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) key += name + '\x1e';
  key += '\x1d';
}

std::string key_of(const OriginClaim& each, Day day) {
  const Claim& claim = *each.claim;
  std::string key = each.origin + '\x1d' + std::string(name_of(claim.act)) + '\x1d' + claim.mode +
                    '\x1d' + std::string(name_of(claim.factuality)) + '\x1d' + iso_day(day) + '\x1d';
  append_sides(key, claim.actors);
  append_sides(key, claim.recipients);
  return key;
}

}  // namespace

std::vector<Happening> happenings_of(const RelationWish& wish,
                                     const std::vector<OriginClaim>& claims) {
  std::map<std::string, Happening> by_key;
  for (const OriginClaim& each : claims) {
    const Claim& claim = *each.claim;
    if (!is_asked(claim, wish) || !is_directed(claim, wish)) continue;
    const auto day = day_of(claim, wish.by);
    if (!day) continue;
    Happening& known = by_key[key_of(each, *day)];
    if (known.claim != nullptr && known.claim->id <= claim.id) continue;
    const ClaimDocument& document = claim.document;
    known = {&claim, each.origin, document.outlet.empty() ? document.id : document.outlet, *day};
  }
  std::vector<Happening> happenings;
  for (auto& [key, happening] : by_key) happenings.push_back(std::move(happening));
  std::sort(happenings.begin(), happenings.end(), [](const Happening& a, const Happening& b) {
    return std::tie(a.day, a.claim->id) < std::tie(b.day, b.claim->id);
  });
  return happenings;
}

}  // namespace verbale
