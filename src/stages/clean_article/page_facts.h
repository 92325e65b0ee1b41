// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "formats/html.h"
#include "lexicon/furniture.h"
#include "stages/clean_article/block.h"

namespace verbale {

// What the head, the structured data and the marks of a page say of its article: title, byline,
// outlet, section, published, language, url. Empty where they say nothing.
struct PageFacts {
  std::string title;
  std::string byline;
  std::string outlet;
  std::string section;
  std::string published;
  std::string language;
  std::string url;
  std::string article_body;  // The text as structured data gives it; often short or without breaks.
};

PageFacts page_facts(const HtmlPage& page, const Furniture& furniture);

}  // namespace verbale
