// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "document/claim.h"

namespace verbale {

// The rule by which claims become events; stands in every row. Changed whenever an event could.
inline constexpr const char* kFuseRule = "fuse-1";

struct FuseClaim {
  const Claim* claim = nullptr;
  std::string origin;  // Of its article's text: copies share it.
  std::string story;   // Of its article; empty: unknown.
};

// What a person decided, to be kept to on every run.
struct FuseDecision {
  enum class Kind : std::uint8_t {
    kApart,  // Each of `claims` is of another event than each of `others`.
    kJoin,   // All of both are of one event.
  };
  std::int64_t number = 0;  // In the order they were made: a later one wins.
  Kind kind = Kind::kApart;
  std::vector<std::string> claims;  // Ids; those that are no longer there count for nothing.
  std::vector<std::string> others;
  std::string reason;
  std::string who;
};

// What some of the reports say where others say something else.
struct Account {
  std::string value;
  std::vector<std::string> claims;  // Ids, in order.
  std::size_t origins = 0;
};

struct Contradiction {
  std::string field;  // date, place, actors, recipients, factuality, or a magnitude: killed …
  std::vector<Account> accounts;  // The one with most origins first.
};

// A happening as many report it. Where reports differ, what most origins say stands here, and
// `contradictions` has the rest.
struct FusedEvent {
  std::string id;               // The hash of its first report.
  const Claim* told = nullptr;  // The report that tells most; what is coded of the event is its.
  Factuality factuality = Factuality::kHappened;  // Happened where any report says so.
  std::vector<ClaimParty> actors;
  std::vector<ClaimParty> recipients;
  std::optional<ClaimDate> date;
  std::optional<Place> place;
  std::vector<std::size_t> reports;  // Into what was given; by day of publication, then id.
  std::vector<std::string> origins;  // Different ones, in order; articles that name the same outlet
                                     // as their source share one.
  std::size_t outlets = 0;
  std::optional<DayRange> seen;  // First and last day of publication.
  std::vector<Contradiction> contradictions;
  std::vector<std::int64_t> decisions;  // Numbers of those that bear on it.
};

// Makes events of claims: claims are of one event when they tell the same act, and parties, day,
// place, words and story speak for it while none of them speaks against. Every claim stands in
// exactly one event. `is_wide` says of a place's name that it is a country, a region, a sea: what
// is told of it may have happened in any town there. The result does not depend on the order of
// claims.
std::vector<FusedEvent> fuse_events(const std::vector<FuseClaim>& claims,
                                    const std::vector<FuseDecision>& decisions,
                                    const std::function<bool(std::string_view)>& is_wide);

}  // namespace verbale
