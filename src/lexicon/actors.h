// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/calendar.h"
#include "lexicon/actor_names.h"
#include "lexicon/actor_roles.h"
#include "lexicon/actor_words.h"

namespace verbale {

class DataFiles;

enum class ActorKind : std::uint8_t { kCountry, kOrganisation, kGroup, kOutlet, kPerson };

// An office somebody holds from a day to a day, both included. Nothing: no limit known.
struct Office {
  std::string_view role;     // "foreign minister"
  std::string_view country;  // ISO 3166 alpha-3, or IGO, NGO …
  std::string_view sector;   // PLOVER sector.
  std::string_view code;     // CAMEO actor code: "FRAGOV".
  std::optional<Day> from;
  std::optional<Day> to;
};

// Somebody the data knows by name.
struct Actor {
  ActorKind kind = ActorKind::kCountry;
  std::string_view id;       // "country:FRA", "organisation:NATO", "group:…", "person:…".
  std::string_view name;     // Canonical.
  std::string_view code;     // CAMEO actor code; of a country its CAMEO country code.
  std::string_view country;  // ISO 3166 alpha-3, or IGO, NGO …
  std::string_view sector;   // PLOVER sector; empty for countries and most persons.
  // Of a person in the order of the file; of others what they were until a day.
  std::vector<Office> offices;
};

// All that data/en/actors and the word tables for it say of who acts. Read-only after loading:
// threads may share it.
struct ActorLexicon {
  std::vector<Actor> actors;
  NameTable names;
  RoleTable roles;
  ActorWords words;

  // The country with that ISO 3166 alpha-3 code; null for none (IGO and the like included).
  const Actor* country(std::string_view iso3) const;
  const Actor& actor(ActorId id) const { return actors[id]; }
  // The office held on that day; without a day the latest. Null when none is known for it; when
  // all have ended before the day, null too.
  static const Office* office_on(const Actor& person, std::optional<Day> day);

  std::unordered_map<std::string_view, ActorId> countries;  // By alpha-3.
  // Names of countries and places that are other words or people's names as well ("Turkey",
  // "Jordan"), as fold_name gives them.
  std::unordered_set<std::string> careful_names;
  std::deque<std::string> kept;  // What the views point into; a deque, so that they stay good.
};

// Loads data/ontology/countries.tsv and sectors.tsv, data/en/actors and data/en/roles.tsv with its
// sister tables. Every mistake goes to `files`; wrong lines are left out.
ActorLexicon load_actor_lexicon(DataFiles& files);

}  // namespace verbale
