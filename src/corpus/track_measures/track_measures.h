// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "document/claim.h"
#include "document/claim_side.h"
#include "lexicon/desk_words.h"

namespace verbale {

// The rule that makes the measures, named in what comes out.
inline constexpr std::string_view kMeasureRule = "measure-1";

enum class MeasureKind : std::uint8_t {
  kSanctions,  // Told as sanctions, no more.
  kAssetFreeze, kTravelBan, kArmsEmbargo, kTariffs, kTrade,
};
std::string_view name_of(MeasureKind kind);  // "sanctions", "asset freeze" …

// What a report says becomes of a measure.
enum class MeasureMove : std::uint8_t {
  kImposed, kAnnounced, kConsidered,
  kWaived,     // For a time, or for a purpose.
  kSuspended, kExtended, kEased, kLifted,
  kLiftingPlanned, kLiftingDemanded, kLiftingRefused,
};
std::string_view name_of(MeasureMove move);  // "imposed" …

// As reported; nothing here is an official list.
enum class MeasureStatus : std::uint8_t { kAnnounced, kInForce, kWaived, kSuspended, kLifted };
std::string_view name_of(MeasureStatus status);  // "announced", "in force" …

struct MeasureReport {
  MeasureMove move = MeasureMove::kImposed;
  std::vector<std::string> claims;
  std::string document, outlet;
  std::optional<Day> day;            // Of publication.
  std::optional<DayRange> when;      // Days the report gives.
  bool background = false;
  std::vector<std::string> sources;  // Who says so, outermost first; empty: the outlet.
  std::string words;                 // Of the act: "temporarily lifted sanctions".
  std::string quote;                 // The sentence, at most kQuotePointsMax code points.
};

// A time for which a measure is waived or suspended.
struct MeasureSpell {
  MeasureStatus status = MeasureStatus::kWaived;
  std::optional<DayRange> start;  // Earliest and latest day it can have begun.
  std::optional<Day> end;         // Last day; nothing where none is told.
  std::vector<Day> former_ends;   // Before it was extended.
  std::vector<std::string> claims;
};

// All reports that say one thing of a measure; several of them side by side are rivals when they
// cannot all be true.
struct MeasureDescription {
  MeasureMove move = MeasureMove::kImposed;
  std::vector<std::string> words;
  std::vector<std::string> sources;
  std::vector<std::string> claims;
};

struct Measure {
  std::string id;
  MeasureKind kind = MeasureKind::kSanctions;
  std::vector<ClaimSide> authorities;  // Empty where no report tells.
  std::string target;                  // As named; the code of a state.
  std::string target_id;               // The party's id, or empty.
  std::string target_country;
  MeasureStatus status = MeasureStatus::kInForce;
  std::optional<DayRange> start;  // Earliest and latest day of its beginning, where told.
  std::optional<DayRange> end;    // Of its lifting.
  std::vector<MeasureSpell> spells;
  std::vector<MeasureReport> history;
  std::vector<MeasureDescription> descriptions;
  bool has_rivals = false;
};

struct MeasureWish {
  std::optional<Day> as_of;  // What was published later is not known.
};

// The measures that the claims tell of, in the order of their first report. The order of `claims`
// does not matter.
std::vector<Measure> track_measures(const std::vector<Claim>& claims, const MeasureWish& wish,
                                    const DeskWords& words);

}  // namespace verbale
