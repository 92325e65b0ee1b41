// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "formats/html.h"
#include "lexicon/furniture.h"
#include "stages/clean_article/block.h"
#include "stages/clean_article/page_body.h"

namespace verbale {

// What the head, the structured data and the marks of a page say of its article: title, byline,
// outlet, section, published, language, url. Empty where they say nothing.
struct PageFacts {
  std::string title;
  std::string shown_title;  // Its wording as the page shows it; mostly the same.
  std::string byline;
  std::string outlet;
  std::string section;
  std::string published;
  std::string published_from;  // As Article has it.
  std::string modified;
  std::string modified_from;
  std::string page_published;  // As structured data give it of something else than an article.
  std::string language;
  std::string url;
  std::string
      description;       // What the head calls the page's summary; often the lines below the title.
  bool is_live = false;  // Structured data call it a live blog.
  bool is_paid = false;  // Structured data say that it is not free to read.
  std::string article_body;  // The text as structured data gives it; often short or without breaks.
};

// `url` is where the page was fetched from, or empty.
PageFacts page_facts(const HtmlPage& page, const NodeSigns& signs, std::string_view url,
                     const Furniture& furniture);

}  // namespace verbale
