// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/html.h"
#include "lexicon/furniture.h"
#include "stages/clean_article/page_body.h"

namespace verbale {

// The names of a page's authors, "A B, C D"; empty when it names none. `said` is what its head and
// structured data say, best first. What only repeats the outlet's name counts where nothing else is
// found.
std::string page_authors(const HtmlPage& page, const NodeSigns& signs,
                         std::vector<std::string> said, std::string_view outlet,
                         const Furniture& furniture);

}  // namespace verbale
