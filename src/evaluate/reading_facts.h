// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "evaluate/suite.h"
#include "lexicon/furniture.h"

namespace verbale {

// Names of authors that were read, beside those that should have been: names count as equal when
// their words are, case and punctuation aside.
Counts score_authors(std::string_view byline, const std::vector<std::string_view>& gold);

// Whether two instants (ISO 8601 with offset) are no more than a minute apart; nothing when `gold`
// gives no time of day with its zone.
std::optional<bool> is_same_instant(std::string_view read, std::string_view gold,
                                    const Furniture& furniture);

}  // namespace verbale
