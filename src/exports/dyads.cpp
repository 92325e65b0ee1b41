// SPDX-License-Identifier: Apache-2.0
#include "exports/dyads.h"

#include <array>
#include <algorithm>
#include <charconv>

#include "core/hash.h"

namespace verbale {
namespace {

constexpr std::uint64_t kBelow53Bits = (std::uint64_t{1} << 53) - 1;
constexpr std::size_t kBlock = 3;      // Letters of a block of a CAMEO actor code.
constexpr std::size_t kTypesMax = 3;
constexpr std::array<std::string_view, 7> kAboveStates = {"IGO", "NGO", "NGM", "MNC",
                                                          "IMG", "INT", "UIS"};

bool is_above_states(std::string_view block) {
  return std::find(kAboveStates.begin(), kAboveStates.end(), block) != kAboveStates.end();
}

template <typename Number>
void append_number(std::string& out, Number value) {
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

}  // namespace

std::vector<Dyad> dyads_of(const Claim& claim) {
  std::vector<Dyad> dyads;
  for (const ClaimParty& actor : claim.actors) {
    for (const ClaimParty& recipient : claim.recipients) {
      dyads.push_back({&actor.party, &recipient.party});
    }
  }
  if (!claim.recipients.empty()) return dyads;
  if (claim.actors.size() == 1) return {{&claim.actors[0].party, nullptr}};
  for (const ClaimParty& one : claim.actors) {
    for (const ClaimParty& other : claim.actors) {
      if (&one != &other) dyads.push_back({&one.party, &other.party});
    }
  }
  return dyads;
}

std::optional<Day> single_day_of(const Claim& claim) {
  if (!claim.date) return claim.document.day;
  const DayRange& dated = claim.date->range;
  const auto published = claim.document.day;
  if (dated.start != dated.end && published && dated.start <= *published &&
      *published <= dated.end) {
    return published;
  }
  return dated.start;
}

std::uint64_t number_of(const std::string& id, std::size_t dyad) {
  return hash64(id, dyad) & kBelow53Bits;
}

ActorCodeParts parts_of_code(const Party& party) {
  ActorCodeParts parts;
  std::vector<std::string> blocks;
  for (std::size_t at = 0; at < party.code.size(); at += kBlock) {
    blocks.push_back(party.code.substr(at, kBlock));
  }
  if (blocks.empty()) return parts;
  std::size_t next = 1;
  if (is_above_states(blocks[0])) {
    parts.types.push_back(blocks[0]);
    if (blocks.size() > 1) parts.group = blocks[next++];
  } else if (!party.country.empty()) {
    parts.country = blocks[0];
  } else {
    next = 0;  // "GOV" of nobody knows where.
  }
  while (next < blocks.size() && parts.types.size() < kTypesMax) {
    parts.types.push_back(blocks[next++]);
  }
  return parts;
}

void TabRow::part() {
  if (!is_first_) out_ += '\t';
  is_first_ = false;
}

TabRow& TabRow::cell(std::string_view text) {
  part();
  for (char c : text) out_ += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  return *this;
}

TabRow& TabRow::cell(double value) {
  part();
  append_number(out_, value);
  return *this;
}

TabRow& TabRow::cell(std::int64_t value) {
  part();
  append_number(out_, value);
  return *this;
}

TabRow& TabRow::empty(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) part();
  return *this;
}

}  // namespace verbale
