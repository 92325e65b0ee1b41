// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "document/claim.h"

namespace verbale {

// Whom a party stands for at the table. Those who speak for a state are that state; rebels,
// companies and others are themselves.
struct ClaimSide {
  std::string key;   // "BOL", or the party's id or name where it is no state.
  std::string name;  // Of the party that was seen.
  std::string country;
  bool is_state = false;
};

ClaimSide side_of(const Party& party);

// The sides of a list of parties, each once, in order of their keys. Parties of which nothing is
// known but words are left out where `known_only`.
std::vector<ClaimSide> sides_of(const std::vector<ClaimParty>& parties, bool known_only);

// True when a key stands in both lists.
bool share_side(const std::vector<ClaimSide>& one, const std::vector<ClaimSide>& other);
bool has_side(const std::vector<ClaimSide>& sides, const std::string& key);

// The words, in lower case, by which the claims name states: "chile", "chilean", "united". Sorted.
std::vector<std::string> state_words(const std::vector<const Claim*>& claims);
// True for such a word and its relatives: "norwegian" where "norway" is known.
bool is_state_word(const std::vector<std::string>& states, const std::string& lower_word);

// The words `text[start, end)` counted in code points.
std::string slice_points(const std::string& text, std::size_t start, std::size_t end);

// At most that many code points of a text, with an ellipsis where it was cut.
std::string quote_of(const std::string& text, std::size_t points_max);
inline constexpr std::size_t kQuotePointsMax = 200;

}  // namespace verbale
