// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "document/article.h"
#include "document/event.h"
#include "grammar/tree.h"
#include "lexicon/confidence_weights.h"

namespace verbale {

// The events with the signs that their surroundings give, beside those that bind_parties saw, and
// with the confidence that all of them make.
std::vector<Event> rate_events(std::vector<Event> events, const Tree& tree, const Article& article,
                               const References& references, const ConfidenceWeights& weights);

}  // namespace verbale
