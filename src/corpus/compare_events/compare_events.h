// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// An event as it stood at some moment, as far as it can change.
struct EventState {
  std::string id;
  std::vector<std::string> claims;  // Ids of its reports.
  std::size_t origins = 0;
  std::size_t contradictions = 0;
};

enum class EventChangeKind : std::uint8_t {
  kNew,           // None of its reports was known.
  kStrengthened,  // More origins tell it.
  kWeakened,      // Fewer tell it, or it is contradicted where it was not.
  kMerged,        // Reports of several events turned out to be of this one.
  kWithdrawn,     // None of its reports holds any more.
};
std::string_view name_of(EventChangeKind kind);  // "new" …

struct EventChange {
  EventChangeKind kind = EventChangeKind::kNew;
  std::string event;                // Its id now; of a withdrawn one, its id then.
  std::vector<std::string> before;  // Ids then of the events that its reports were of.
  std::vector<std::string> added;   // The cause: reports that came, in order,
  std::vector<std::string> removed;  // and those that no longer hold.
};

// What became of events between two moments; what did not change is passed over. An event goes on in
// the one that holds its reports now. In the order of the events' ids, withdrawn ones last; the order of
// what is given does not matter.
std::vector<EventChange> compare_events(const std::vector<EventState>& then,
                                        const std::vector<EventState>& now);

}  // namespace verbale
