// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "document/claim.h"
#include "document/claim_side.h"

namespace verbale {

inline constexpr std::string_view kDossierRule = "dossier-1";

// A name or an office as articles give it, with the days of publication between which they do.
struct DossierFact {
  std::string text;
  std::size_t articles = 0;
  std::optional<Day> first, last;
  std::vector<std::string> claims;  // At most kFactClaimsMax, the first ones.
};
inline constexpr std::size_t kFactClaimsMax = 10;

struct DossierCounterpart {
  ClaimSide side;
  std::size_t articles = 0;
  std::optional<Day> last;
};

// One claim in which the person or body acts, is acted upon, or speaks.
struct DossierAct {
  std::string claim, document, outlet;
  std::optional<Day> day;
  std::optional<DayRange> when;
  PloverType type = PloverType::kAgree;
  PloverType act = PloverType::kAgree;
  std::string mode;
  Factuality factuality = Factuality::kHappened;
  bool background = false;
  std::vector<ClaimSide> actors, recipients;
  std::vector<std::string> sources;
  std::string quote;
};

struct Dossier {
  std::string asked;               // The name that was asked for.
  std::vector<std::string> ids;    // Of the parties that bear it.
  std::vector<DossierFact> names;  // Most told first.
  std::vector<DossierFact> roles;  // In the order of their first day.
  std::vector<DossierFact> codes;  // CAMEO actor codes, likewise.
  std::vector<DossierCounterpart> counterparts;  // Most told first.
  std::vector<DossierAct> acts;     // What it did, newest first.
  std::vector<DossierAct> said_of;  // What others did to it or say of it, newest first.
  std::vector<DossierAct> says;     // What it says of others, newest first.
  std::vector<std::string> namesakes;  // Other names that hold the last word of the one asked for.
};

struct DossierWish {
  std::string name;           // "Kirill Dmitriev"; case does not matter. Or a party's id.
  std::optional<Day> as_of;   // What was published later is not known.
  std::size_t acts_max = 20;  // Of each list.
};

// What the claims tell of a person or body. The order of `claims` does not matter.
Dossier make_dossier(const std::vector<Claim>& claims, const DossierWish& wish);

}  // namespace verbale
