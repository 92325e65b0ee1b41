// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "document/article.h"
#include "evaluate/suite.h"
#include "lexicon/furniture.h"

namespace verbale {

// How much of a text the engine found, and how much of what it found belongs there, by shingles:
// runs of four words, each as often as it occurs. Both 0..1; 1 when there was nothing to find.
struct ShingleScore {
  double precision = 1;
  double recall = 1;
};
ShingleScore score_shingles(std::string_view found, std::string_view gold);

// What was read from one page, beside what should have been.
struct PageReading {
  std::string id;
  bool has_body = false;  // Gold text is known.
  ShingleScore body;
  ShingleScore lines;  // Of lines kept, when the page was read as lines.
  Article article;
};

// Figures over the pages of one set. F1 is that of the mean precision and the mean recall, as the
// field's benchmarks take it. Counts say of how many pages gold is known.
struct ReadingScore {
  std::string set;
  std::size_t pages = 0;
  double precision = 0;
  double recall = 0;
  double f1 = 0;
  std::size_t titles = 0;
  std::size_t titles_right = 0;  // Same words; case and punctuation aside.
  std::size_t days = 0;
  std::size_t days_read = 0;
  std::size_t days_right = 0;
  std::size_t instants = 0;
  std::size_t instants_right = 0;  // No more than a minute off.
  std::size_t bylines = 0;
  Counts authors;
  std::size_t segments = 0;  // Sentences that must be there, and ones that must not.
  std::size_t segments_right = 0;
  std::vector<PageReading> readings;  // In the order of the archive.
};

// How the pages are read: whole, or as the lines of their visible text.
enum class PageForm : std::uint8_t { kHtml, kLines };

// Reads every page of `gold_directory` (pages.tar.xz) that its gold.jsonl names (JSON lines: set,
// html, text, title, date, authors, with, without), and scores it: one row for each set.
Result<std::vector<ReadingScore>> measure_reading(const std::string& gold_directory, PageForm form,
                                                  const Furniture& furniture);

// The same as suites: "reading" over the pages, and "reading-lines" over the lines of their visible
// text. Skipped where the gold data is missing.
SuiteReport evaluate_reading(const std::string& gold_directory, const Furniture& furniture);
SuiteReport evaluate_reading_lines(const std::string& gold_directory, const Furniture& furniture);

}  // namespace verbale
