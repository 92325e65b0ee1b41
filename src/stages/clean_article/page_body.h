// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/html.h"
#include "lexicon/furniture.h"

namespace verbale {

// What the marks and the text of each node say of it, by node number.
struct NodeSigns {
  std::vector<std::string_view> reason;  // The furniture that its tag or marks call it; or empty.
  std::vector<bool> is_body_mark;        // Its marks call it the article's text.
  std::vector<bool> is_date_mark;        // Its marks call it a date.
  std::vector<bool> is_dek_mark;         // Its marks call it the lines below the headline.
  std::vector<std::uint32_t> letters;    // Bytes of visible text below.
  std::vector<std::uint32_t> link_letters;  // Those within links.
  std::vector<std::uint32_t> prose;         // Bytes of paragraphs of prose below, furniture aside.
};

NodeSigns read_signs(const HtmlPage& page, const Furniture& furniture);

// The node below which the article's text stands. `title` tells the article from others on the same
// page; `article_body`, the text as structured data gives it, where it stands. Either may be empty.
std::uint32_t find_body(const HtmlPage& page, const NodeSigns& signs, std::string_view title,
                        std::string_view article_body);

}  // namespace verbale
