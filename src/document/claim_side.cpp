// SPDX-License-Identifier: Apache-2.0
#include "document/claim_side.h"

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

// PLOVER's sectors of those who do not speak for the state they are counted to.
bool is_apart(const std::string& sector) {
  return sector == "REB" || sector == "BUS" || sector == "OPP" || sector == "PRM" ||
         sector == "CRM" || sector == "CVL" || sector == "LAB" || sector == "JRN" ||
         sector == "EDU" || sector == "REF" || sector == "PRE" || sector == "AGR" ||
         sector == "MED" || sector == "REL" || sector == "UNK";
}

// Codes that stand for more than one: international bodies, companies, movements.
bool is_collective(const std::string& country) {
  return country == "IGO" || country == "NGO" || country == "MNC" || country == "IMG" ||
         country == "ISM" || country == "UNO" || country == "EUR";
}

std::size_t byte_of_point(const std::string& text, std::size_t point) {
  std::size_t at = 0;
  for (; point > 0 && at < text.size(); --point) at += decode_at(text, at).bytes;
  return at;
}

}  // namespace

ClaimSide side_of(const Party& party) {
  ClaimSide side{"", party.name, party.country, false};
  if (!party.country.empty() && !is_collective(party.country) && !is_apart(party.sector)) {
    side.key = party.country;
    side.is_state = true;
  } else {
    side.key = party.id.empty() ? lower_case(party.name) : party.id;
  }
  return side;
}

std::vector<ClaimSide> sides_of(const std::vector<ClaimParty>& parties, bool known_only) {
  std::vector<ClaimSide> sides;
  for (const ClaimParty& each : parties) {
    if (known_only && each.party.code.empty() && each.party.country.empty()) continue;
    ClaimSide side = side_of(each.party);
    if (!side.key.empty() && !has_side(sides, side.key)) sides.push_back(std::move(side));
  }
  std::sort(sides.begin(), sides.end(),
            [](const ClaimSide& a, const ClaimSide& b) { return a.key < b.key; });
  return sides;
}

bool has_side(const std::vector<ClaimSide>& sides, const std::string& key) {
  return std::any_of(sides.begin(), sides.end(),
                     [&](const ClaimSide& side) { return side.key == key; });
}

bool share_side(const std::vector<ClaimSide>& one, const std::vector<ClaimSide>& other) {
  return std::any_of(one.begin(), one.end(),
                     [&](const ClaimSide& side) { return has_side(other, side.key); });
}

std::vector<std::string> state_words(const std::vector<const Claim*>& claims) {
  std::vector<std::string> words;
  const auto add = [&](const std::string& name) {
    std::size_t begin = 0;
    while (begin < name.size()) {
      const std::size_t end = std::min(name.find(' ', begin), name.size());
      if (end > begin) words.push_back(lower_case(name.substr(begin, end - begin)));
      begin = end + 1;
    }
  };
  for (const Claim* claim : claims) {
    for (const auto* parties : {&claim->actors, &claim->recipients}) {
      for (const ClaimParty& each : *parties) {
        if (!each.party.id.starts_with("country:")) continue;
        add(each.party.name);
        add(each.words.text);
      }
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool is_state_word(const std::vector<std::string>& states, const std::string& lower_word) {
  constexpr std::size_t kShared = 4;
  return std::any_of(states.begin(), states.end(), [&](const std::string& state) {
    return state == lower_word ||
           (state.size() >= kShared && lower_word.size() >= kShared &&
            state.compare(0, kShared, lower_word, 0, kShared) == 0);
  });
}

std::string slice_points(const std::string& text, std::size_t start, std::size_t end) {
  const std::size_t from = byte_of_point(text, start);
  const std::size_t to = byte_of_point(text, end);
  return text.substr(from, to > from ? to - from : 0);
}

std::string quote_of(const std::string& text, std::size_t points_max) {
  if (count_code_points(text) <= points_max) return text;
  return slice_points(text, 0, points_max - 1) + "\xE2\x80\xA6";
}

}  // namespace verbale
