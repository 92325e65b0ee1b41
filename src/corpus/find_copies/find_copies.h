// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "corpus/find_copies/text_sketch.h"

namespace verbale {

// The rule by which copies are found; stands in every row. Changed whenever an origin could.
inline constexpr const char* kCopiesRule = "copies-1";

struct CopyText {
  std::string id;  // Of the document; no two texts share it.
  std::optional<Day> day;
  TextSketch sketch;
};

// One text and its copies: the same words from many outlets, cut, edited, reordered or amid other
// furniture. Whatever an outlet wrote itself is an origin of its own.
struct Origin {
  std::string id;                  // The hash of the id of the first text.
  std::vector<std::size_t> texts;  // Into what was given; by day (unknown last), then id.
};

// Parts texts into origins; each stands in exactly one. Two are copies when enough of the shorter
// stands in the longer; words that many otherwise different texts share are furniture and count
// for nothing; a digest of several texts does not make one of them. The origins come in the order
// of their first texts, whatever the order in which the texts are given.
std::vector<Origin> find_copies(const std::vector<CopyText>& texts);

}  // namespace verbale
