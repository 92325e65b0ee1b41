// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "formats/html.h"
#include "stages/clean_article/page_meta.h"

namespace verbale {

// The headline of a page, and its wording as the page shows it above the text; the same but where
// all that the page's head says agrees on another. Empty where nothing is one.
struct PageTitle {
  std::string title;
  std::string shown;
};

// `headline` is what structured data give, or empty.
PageTitle page_title(const HtmlPage& page, const MetaElements& metas, const std::string& headline);

}  // namespace verbale
