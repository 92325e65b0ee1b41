// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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
  double title_accuracy = 0;  // Same words; case and punctuation aside.
  std::size_t days = 0;
  double day_accuracy = 0;
  std::size_t segments = 0;  // Sentences that must be there, and ones that must not.
  double segment_accuracy = 0;
  std::vector<PageReading> readings;  // In the order of the gold file.
};

// Reads every page that `gold_file` (JSON lines: set, html, text, title, date, with, without)
// names from `pages_folder`, and scores it: one row for each set, in order of first mention.
Result<std::vector<ReadingScore>> measure_reading(const std::string& gold_file,
                                                  const std::string& pages_folder,
                                                  const Furniture& furniture);

// The same as a suite: gold.jsonl of `gold_directory` ("data/pages" of the shared gold data), whose
// pages.tar.xz was unpacked to `pages_directory`. Skipped where either is missing.
SuiteReport evaluate_reading(const std::string& gold_directory, const std::string& pages_directory,
                             const Furniture& furniture);

}  // namespace verbale
