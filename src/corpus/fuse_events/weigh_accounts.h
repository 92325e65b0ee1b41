// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/fuse_events/compare_claims.h"

namespace verbale {

// The reports of one event, and the origin of each: articles that name the same outlet as their
// source, and that outlet's own, go back to one.
struct ReportGroup {
  std::vector<const Report*> reports;
  std::vector<std::string> origins;  // Beside them.
};
ReportGroup group_with_origins(std::vector<const Report*> reports);

// What the reports say of one matter, by value; who says nothing of it is left out.
using Accounts = std::map<std::string, std::vector<std::size_t>>;  // Places in the group.

// With most origins first; of equals the one that more reports tell, then by value.
std::vector<Account> weighed(const Accounts& accounts, const ReportGroup& group);

// Dates, towns, sides, denials and numbers on which the reports differ so that not all can be true.
std::vector<Contradiction> contradictions_of(const ReportGroup& group);

}  // namespace verbale
