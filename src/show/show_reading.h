// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/article.h"
#include "show/show_events.h"

namespace verbale {

// What was kept of a page and what was taken away, and why, for people.
std::string show_reading(const Article& article, const ShowOptions& options);

}  // namespace verbale
