// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/span.h"
#include "document/article.h"
#include "lexicon/furniture.h"
#include "stages/clean_article/block.h"

namespace verbale {

// Parts the text of a live blog by the dates and clock times that stand above its posts. Takes the
// page's blocks in their order. What it refers to must outlive it.
class LiveSections {
 public:
  explicit LiveSections(const Furniture& furniture) : furniture_(furniture) {}

  // What a block, kept or not, says of when the next paragraphs were written.
  void add_date(const Block& block);
  // A paragraph that stays, in the clean text.
  void add_paragraph(ByteSpan span, bool is_prose);
  // The sections; none for an article that only names a few times. `is_live` says that the page
  // calls itself a live blog.
  std::vector<DatedSection> take(bool is_live);

 private:
  const Furniture& furniture_;
  std::vector<DatedSection> sections_;
  DatedSection next_;       // Dated, without paragraphs yet.
  bool has_prose_ = false;  // The last section holds a whole sentence.
};

}  // namespace verbale
