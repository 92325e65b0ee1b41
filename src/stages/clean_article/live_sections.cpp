// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/live_sections.h"

#include <utility>

#include "stages/clean_article/date_line.h"

namespace verbale {

void LiveSections::add_date(const Block& block) {
  const std::string date = read_date_line(block.dated, furniture_);
  if (date.empty() && !is_clock_line(block.text)) return;
  if (!date.empty()) next_.published = date;
  if (!block.reason.empty()) next_.clock = block.text;
}

void LiveSections::add_paragraph(ByteSpan span, bool is_prose) {
  const bool is_dated = !next_.published.empty() || !next_.clock.empty();
  if (is_dated) {
    // A date without a sentence below it dates something else.
    if (!sections_.empty() && !has_prose_) sections_.pop_back();
    next_.span = span;
    sections_.push_back(std::exchange(next_, {}));
    has_prose_ = false;
  }
  has_prose_ = has_prose_ || is_prose;
  if (!sections_.empty()) sections_.back().span.end = span.end;
}

std::vector<DatedSection> LiveSections::take(bool is_live) {
  constexpr std::size_t kSectionsMin = 4;
  constexpr std::size_t kLiveSectionsMin = 2;
  if (!sections_.empty() && !has_prose_) sections_.pop_back();
  if (sections_.size() < (is_live ? kLiveSectionsMin : kSectionsMin)) return {};
  return std::move(sections_);
}

}  // namespace verbale
