// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/claim.h"

namespace verbale {

// One actor and one recipient of a claim; the recipient may be missing.
struct Dyad {
  const Party* source = nullptr;
  const Party* target = nullptr;  // Null: the act has no recipient.
};

// Compound sides taken apart, in the order of the row: every actor with every recipient; in a
// meeting of equals each with each other, in both directions.
std::vector<Dyad> dyads_of(const Claim& claim);

// The day an older layout has room for: the claim's date when it is one day, else the day of
// publication if the date allows it, else the first day of the date. Nothing without either.
std::optional<Day> single_day_of(const Claim& claim);

// A number below 2^53 made of an id, for layouts whose ids are numbers.
std::uint64_t number_of(const std::string& id, std::size_t dyad = 0);

// A CAMEO actor code in its parts: "IGOUNO" is no country, type IGO, group UNO; "RUSGOVMIL" is RUS
// with types GOV and MIL.
struct ActorCodeParts {
  std::string country;
  std::string group;
  std::vector<std::string> types;  // At most three.
};
ActorCodeParts parts_of_code(const Party& party);

// Cells of a table with tabs: tabs and line ends inside of a cell become spaces.
class TabRow {
 public:
  explicit TabRow(std::string& out) : out_(out) {}
  TabRow& cell(std::string_view text);
  TabRow& cell(double value);          // The shortest digits that read back.
  TabRow& cell(std::int64_t value);
  TabRow& empty(std::size_t count = 1);
  void end() { out_ += '\n'; }

 private:
  void part();
  std::string& out_;
  bool is_first_ = true;
};

}  // namespace verbale
