// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace verbale {

// A paragraph of a page or pasted text, before it is known whether it belongs to the article.
struct Block {
  enum class Kind : std::uint8_t { kParagraph, kHeading, kListItem, kQuote, kCaption };
  Kind kind = Kind::kParagraph;
  std::string text;        // One line.
  std::string reason;      // Why it is no part of the article; empty when it is.
  double link_share = 0;   // 0..1: how much of its text is links.
  bool after_gap = false;  // An empty line stood before it.
  std::string dated;       // What an element made for dates within or right before it says.
};

// What a page or pasted text says, block after block, and what it says of itself. Empty strings
// where it says nothing.
struct Page {
  std::vector<Block> blocks;
  std::string title;
  std::string shown_title;  // Its wording above the text, where that is another.
  std::string byline;
  std::string outlet;
  std::string section;
  std::string published;
  std::string published_from;  // As Article has it.
  std::string modified;
  std::string modified_from;
  std::string language;
  std::string url;
  bool is_live = false;   // It calls itself a live blog.
  bool is_whole = false;  // Menus, other headlines and a foot stand around the article.
  bool is_paid = false;   // It says that it is for subscribers.
};

}  // namespace verbale
