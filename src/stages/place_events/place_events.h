// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/article.h"
#include "document/event.h"
#include "grammar/tree.h"

namespace verbale {

// The events with the date and the place that govern them: those that hang on the act, on the light
// verb that carries it, or on a clause above that shares them; not the nearest in the text. What is
// told as done but dated after publication is planned. A date or place that is not said stays open.
std::vector<Event> place_events(std::vector<Event> events, const Article& article,
                                const Tree& tree, const References& references);

}  // namespace verbale
