// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/fuse_events/compare_claims.h"

namespace verbale {

// Parts reports into events, by their place in the list; `reports` must stand in the order of their
// claims' ids. Decisions outweigh likeness, a later one an earlier one.
std::vector<std::vector<std::uint32_t>> group_reports(const std::vector<Report>& reports,
                                                      const std::vector<FuseDecision>& decisions);

}  // namespace verbale
