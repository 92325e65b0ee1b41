// SPDX-License-Identifier: Apache-2.0
#include "stages/bind_parties/party_kinds.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace verbale {

bool is_official(const EventParty& party) {
  if (party.is_given) return true;
  const std::string& sector = party.party.sector;
  if (sector.empty()) return !party.party.country.empty() || !party.party.code.empty();
  // "scientists", but not a scientist of the United Nations.
  if (party.party.country == "NGO" || party.party.country == "IGO") return true;
  constexpr std::string_view kPrivate[] = {"AGR", "BUS", "CVL", "EDU", "ELI",
                                           "JRN", "MED", "REF", "UNK"};
  return std::find(std::begin(kPrivate), std::end(kPrivate), sector) == std::end(kPrivate);
}

bool is_public(const EventParty& party) {
  return is_official(party) || party.party.sector == "ELI";
}

bool is_political(const EventParty& party) {
  if (party.is_given) return true;
  const std::string& sector = party.party.sector;
  if (!party.party.country.empty() || !party.party.code.empty()) return true;
  return !sector.empty() && sector != "CVL" && sector != "UNK";
}

bool is_anyone(const EventParty& party) {
  return is_political(party) || !party.party.sector.empty();
}

const char* unmet_need(PartyNeed need, const Event& event) {
  const auto any_of = [&](auto test) {
    return std::any_of(event.actors.begin(), event.actors.end(), test) ||
           std::any_of(event.recipients.begin(), event.recipients.end(), test);
  };
  if (!any_of(is_political) && !(need == PartyNeed::kAny && any_of(is_anyone))) {
    return "no side is a state, an organisation or anyone of political kind";
  }
  if (need == PartyNeed::kPublic && !any_of(is_public)) {
    return "no side is more than a country's people or firms";
  }
  if (need == PartyNeed::kOfficial && !event.actors.empty() &&
      std::none_of(event.actors.begin(), event.actors.end(), is_official)) {
    return "who does it is no state, organisation or official";
  }
  return nullptr;
}

}  // namespace verbale
