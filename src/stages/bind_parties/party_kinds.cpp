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

}  // namespace verbale
