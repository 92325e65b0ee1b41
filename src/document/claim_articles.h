// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "document/claim.h"

namespace verbale {

// The claims of one article, in the order of its text.
using ToldArticle = std::vector<const Claim*>;

// What was published by that day (nothing: ever), article by article in the order of publication;
// an article without a day comes first. A claim given twice counts once; the order in which claims
// are given does not show. `claims` must outlive the result.
std::vector<ToldArticle> articles_in_order(const std::vector<Claim>& claims,
                                             std::optional<Day> as_of);

}  // namespace verbale
