// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/article.h"
#include "show/show_events.h"

namespace verbale {

// What a page says of its article, then every block of the page in its order: what it was taken for,
// or why it was taken away. For people.
std::string show_reading(const Article& article, const ShowOptions& options);

}  // namespace verbale
