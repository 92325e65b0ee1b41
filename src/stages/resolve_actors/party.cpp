// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_actors/party.h"

#include <algorithm>

#include "core/hash.h"
#include "core/utf8.h"

namespace verbale {
namespace {

constexpr std::string_view kElite = "ELI";

bool is_office_sector(std::string_view sector) {
  for (std::string_view office : {"GOV", "LEG", "JUD", "SPY", "MIL", "COP", "PTY", "BUS"}) {
    if (sector == office) return true;
  }
  return false;
}

// A stable id for somebody the data does not know.
std::string hashed_id(const Party& party) {
  return "name:" + hash_hex(lower_case(party.name) + "|" + party.code).substr(0, 16);
}

// Somebody who is a person the data knows: the office of the day, told or known.
Party person_party(const Reading& reading, const Owner* owner, const ActorLexicon& actors,
                   std::optional<Day> day) {
  const Actor& person = *reading.actor;
  Party party;
  party.name = person.name;
  party.id = person.id;
  const Office* office = ActorLexicon::office_on(person, day);
  const bool told_former = reading.is_former && !day;
  if (office != nullptr && !told_former) {
    party.country = office->country;
    party.sector = office->sector;
    party.code = office->code;
    party.role = office->role;
    if (party.code.empty()) party.code = party.country + party.sector;
    return party;
  }
  party.country = person.country;
  if (party.country.empty() && owner != nullptr) party.country = owner->country;
  const Actor* country = actors.country(party.country);
  const std::string base(country != nullptr ? country->code : std::string_view(party.country));
  const bool is_told = reading.role != nullptr && !reading.is_former;
  const bool all_later = day && std::all_of(person.offices.begin(), person.offices.end(),
                                            [&](const Office& each) {
                                              return each.from && *day < *each.from;
                                            });
  // No office on that day: what the article says, else somebody of standing.
  if (is_told) {
    const bool says_sector = !reading.sector.empty();
    party.sector = says_sector ? reading.sector : reading.role->sector;
    party.role = reading.role_words;
    party.code = add_roles(base, says_sector ? reading.cameo : reading.role->cameo);
  } else if (!person.offices.empty() && all_later && person.offices.front().sector != "GOV") {
    // Rebels, clerics and politicians are what they are before the first day that we know.
    party.sector = person.offices.front().sector;
    party.code = person.offices.front().code;
  } else if (!person.offices.empty() && !all_later) {
    party.sector = kElite;
    party.role = "former " + std::string(person.offices.back().role);
    party.code = add_roles(base, kElite);
  } else {
    party.code = base;
  }
  return party;
}

Party known_party(const Reading& reading, std::optional<Day> day) {
  const Actor& actor = *reading.actor;
  Party party;
  party.name = actor.name;
  party.code = actor.code;
  party.country = actor.country;
  party.sector = actor.sector;
  party.id = actor.id;
  for (const Office& earlier : actor.offices) {
    // "Taliban": rebels until they ruled.
    if (!day || *earlier.to < *day) continue;
    party.code = earlier.code;
    party.sector = earlier.sector;
    break;
  }
  if (actor.kind != ActorKind::kCountry) return party;
  if (reading.form == NameForm::kMetonym) {
    party.sector = reading.metonym_sector;
    party.code = add_roles(party.code, party.sector);
    // Seats of one government are one party: its name is the country's.
    if (party.sector == "GOV") {
      party.id = "government:" + party.country;
    } else {
      party.name = reading.name;
      party.id.clear();
    }
  } else if (reading.form == NameForm::kCapital) {
    party.sector = "GOV";
    party.code = add_roles(party.code, party.sector);
    party.id = "government:" + party.country;
  } else if (reading.form == NameForm::kDemonym) {
    party.name = reading.name;
    if (!reading.is_definite) party.sector = "CVL";
    party.code = add_roles(party.code, party.sector);
    party.id.clear();
  }
  return party;
}

}  // namespace

std::string add_roles(std::string code, std::string_view roles) {
  for (std::size_t at = 0; at + 3 <= roles.size(); at += 3) {
    const std::string_view role = roles.substr(at, 3);
    bool stands = false;
    for (std::size_t i = 0; i + 3 <= code.size(); i += 3) {
      stands = stands || std::string_view(code).substr(i, 3) == role;
    }
    if (!stands) code += role;
  }
  return code;
}

std::optional<Party> party_of(const Reading& reading, const Owner* owner, std::string_view words,
                              MentionKind kind, const ActorLexicon& actors,
                              std::optional<Day> day) {
  Party party;
  if (reading.actor != nullptr && reading.actor->kind == ActorKind::kPerson) {
    return person_party(reading, owner, actors, day);
  }
  if (reading.actor != nullptr) {
    party = known_party(reading, day);
    // "Greek national guard": a body the data knows without a country gets the one told.
    if (owner != nullptr && party.country.empty()) {
      party.country = owner->country;
      party.code = add_roles(owner->code, party.code);
      party.id = hashed_id(party);
    }
    if (reading.role != nullptr && !reading.sector.empty() && party.sector.empty()) {
      party.sector = reading.sector;
      party.code = add_roles(party.code, reading.cameo);
    }
    if (party.id.empty()) party.id = hashed_id(party);
    return party;
  }
  party.name = reading.name.empty() || kind != MentionKind::kPerson ? std::string(words)
                                                                     : reading.name;
  party.sector = reading.sector;
  std::string cameo(reading.cameo);
  if (owner != nullptr) {
    party.country = owner->country;
    if (party.sector.empty()) party.sector = owner->sector;
    party.code = owner->code;
    // "Keita's army": the country's, not one of Keita's standing.
    const Actor* country = actors.country(owner->country);
    if (owner->is_person && !reading.sector.empty() && country != nullptr) {
      party.code = country->code;
    }
    if (owner->is_country) cameo = cameo.empty() ? owner->sector : cameo;
  }
  const bool told = reading.role != nullptr && !reading.role->sector.empty() &&
                    (!reading.role->needs_country || (owner != nullptr && owner->is_country));
  if (party.sector.empty() && told) {
    party.sector = reading.role->sector;
    cameo = reading.role->cameo;
  }
  if (reading.is_former && is_office_sector(party.sector)) {
    party.sector = kElite;
    cameo = kElite;
    const Actor* country = actors.country(party.country);
    party.code = country != nullptr ? std::string(country->code) : party.code;
  }
  // Without a country or an organisation there is nothing for the roles to follow.
  if (!party.code.empty()) party.code = add_roles(party.code, cameo);
  party.role = kind == MentionKind::kPerson ? reading.role_words : std::string();
  if (reading.is_former && !party.role.empty()) party.role = "former " + party.role;
  if (party.country.empty() && party.sector.empty() && reading.name.empty()) return std::nullopt;
  party.id = hashed_id(party);
  return party;
}

}  // namespace verbale
