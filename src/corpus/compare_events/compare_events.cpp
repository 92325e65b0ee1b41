// SPDX-License-Identifier: Apache-2.0
#include "corpus/compare_events/compare_events.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/check.h"

namespace verbale {
namespace {

using States = std::map<std::string, const EventState*>;  // By id.

States by_id(const std::vector<EventState>& events) {
  States states;
  for (const EventState& event : events) states.emplace(event.id, &event);
  return states;
}

std::map<std::string, std::string> event_of_claim(const std::vector<EventState>& events) {
  std::map<std::string, std::string> owners;
  for (const EventState& event : events) {
    for (const std::string& claim : event.claims) owners.emplace(claim, event.id);
  }
  return owners;
}

// How the event changed from those before it; nothing when it did not.
std::optional<EventChangeKind> kind_of(const EventState& now, const States& then,
                                       const EventChange& change) {
  if (change.before.empty()) return EventChangeKind::kNew;
  if (change.before.size() > 1) return EventChangeKind::kMerged;
  const EventState& before = *then.at(change.before.front());
  const bool is_doubted = now.contradictions > before.contradictions;
  if (now.origins < before.origins || is_doubted) return EventChangeKind::kWeakened;
  if (now.origins > before.origins) return EventChangeKind::kStrengthened;
  return std::nullopt;
}

}  // namespace

std::string_view name_of(EventChangeKind kind) {
  switch (kind) {
    case EventChangeKind::kNew: return "new";
    case EventChangeKind::kStrengthened: return "strengthened";
    case EventChangeKind::kWeakened: return "weakened";
    case EventChangeKind::kMerged: return "merged";
    case EventChangeKind::kWithdrawn: return "withdrawn";
  }
  VERBALE_CHECK(false);
}

std::vector<EventChange> compare_events(const std::vector<EventState>& then,
                                        const std::vector<EventState>& now) {
  const States earlier = by_id(then);
  const std::map<std::string, std::string> owner_then = event_of_claim(then);
  const std::map<std::string, std::string> owner_now = event_of_claim(now);
  std::vector<EventChange> changes;
  for (const auto& [id, state] : by_id(now)) {
    EventChange change;
    change.event = id;
    std::set<std::string> before;
    for (const std::string& claim : state->claims) {
      const auto owner = owner_then.find(claim);
      if (owner == owner_then.end()) change.added.push_back(claim);
      else before.insert(owner->second);
    }
    change.before.assign(before.begin(), before.end());
    for (const std::string& event : change.before) {
      for (const std::string& claim : earlier.at(event)->claims) {
        if (!owner_now.contains(claim)) change.removed.push_back(claim);
      }
    }
    const auto kind = kind_of(*state, earlier, change);
    if (!kind) continue;
    change.kind = *kind;
    changes.push_back(std::move(change));
  }
  for (const auto& [id, state] : earlier) {
    const bool is_gone = std::none_of(state->claims.begin(), state->claims.end(),
                                      [&](const auto& claim) { return owner_now.contains(claim); });
    if (is_gone) changes.push_back({EventChangeKind::kWithdrawn, id, {id}, {}, state->claims});
  }
  return changes;
}

}  // namespace verbale
