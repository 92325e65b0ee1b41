// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "document/event.h"

namespace verbale {

// The article that a claim was read in, as its row tells.
struct ClaimDocument {
  std::string id;
  std::string url;
  std::string title;
  std::string outlet;
  std::string published;      // ISO 8601, as written; empty when unknown.
  std::optional<Day> day;     // The day of `published`.
};

// Words of an article, and where they stand in it, in code points.
struct ClaimQuote {
  std::string text;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

struct ClaimParty {
  Party party;
  ClaimQuote words;
};

struct ClaimDate {
  std::string text;
  DayRange range;
};

struct ClaimSource {
  std::string source;
  SourceKind kind = SourceKind::kUnnamed;
  ClaimQuote words;
};

struct ClaimCondition {
  std::string event;  // The id of the claim it waits for, or empty.
  ClaimQuote words;
};

struct ClaimAmount {
  double low = 0;
  double high = 0;  // Infinite when the words name no upper end.
  std::string unit;
  std::string text;
};

struct ClaimMagnitude {
  std::optional<ClaimAmount> killed, injured, arrested, participants, amount, duration;
};

// One event row read back: a claim of one article, with all that is needed to understand it away
// from that article. Field by field what docs/formats/record.md says; empty strings and lists for
// its nulls.
struct Claim {
  std::string id;
  ClaimDocument document;
  PloverType type = PloverType::kAgree;
  PloverType act = PloverType::kAgree;
  std::string mode;
  std::vector<std::string> contexts;
  std::string cameo;
  int quad = 0;
  double plover = 0;                // scores.plover_2023
  std::optional<double> goldstein;  // scores.goldstein_icews
  Factuality factuality = Factuality::kHappened;
  bool background = false;
  std::vector<ClaimParty> actors;
  std::vector<ClaimParty> recipients;
  std::optional<ClaimDate> date;
  std::optional<Place> place;  // Without its kind and region, which no row tells.
  std::vector<ClaimSource> attribution;
  std::vector<ClaimCondition> conditions;
  std::string content;  // The id of the claim that this one embeds: what is demanded, refused …
  ClaimMagnitude magnitude;
  ClaimQuote trigger;
  ClaimQuote sentence;
  std::string rule;
  double confidence = 0;
};

}  // namespace verbale
