// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/measure_relations/measure_relations.h"

namespace verbale {

// What `from` did to `to`, as one origin tells it: counted once, however many copies tell it.
struct Happening {
  const Claim* claim = nullptr;  // Of those that tell it, the one with the smallest id.
  std::string origin;
  std::string outlet;
  Day day;  // In the period where it counts.
};

// The claims that `wish` asks for, one a happening, in the order of day and id.
std::vector<Happening> happenings_of(const RelationWish& wish,
                                     const std::vector<OriginClaim>& claims);

}  // namespace verbale
