// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/track_measures/track_measures.h"

namespace verbale {

// One party that a measure is against.
struct MeasureTarget {
  std::string name, id, country;
  bool is_state = false;
  std::vector<std::string> names;  // Its telling words in lower case; none: "the company".
};

// What one claim says of measures.
struct MeasureEntry {
  MeasureMove move = MeasureMove::kImposed;
  MeasureKind kind = MeasureKind::kSanctions;
  std::vector<ClaimSide> authorities;
  std::vector<MeasureTarget> targets;  // None: no party is told.
  std::optional<DayRange> when;
  std::string words;
  const Claim* claim = nullptr;
};

// The measures that the claims of one article speak of, the headline's last. `claims` are in the order
// of the text, `states` as state_words() gives them.
std::vector<MeasureEntry> measure_entries_of(const std::vector<const Claim*>& claims,
                                             const DeskWords& words,
                                             const std::vector<std::string>& states);

}  // namespace verbale
