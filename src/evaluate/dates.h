// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "document/article.h"
#include "document/references.h"
#include "document/syntax.h"

namespace verbale {

// A time expression as TimeML marks it.
struct TimexMark {
  ByteSpan span;
  std::string type;   // "DATE" …
  std::string value;  // TIMEX3 value.
};

struct TimexDocument {
  Article article;               // Text, and the day of its creation time.
  std::vector<TimexMark> marks;  // Those of the text.
};

// Reads a TimeML document (<TEXT> with <TIMEX3 …> inside, the creation time in <DCT>).
TimexDocument read_timeml(std::string_view xml);

// Counts as the TempEval-3 task counts: an expression is found when some answer overlaps it.
struct DateScores {
  int marks = 0;
  int answers = 0;
  int marks_found = 0;              // Overlapped by an answer.
  int answers_right = 0;            // Overlap a mark.
  int spans_right = 0;              // Same words.
  int types_right = 0;              // Of the found ones.
  int values_right = 0;             // Of the found ones.
  std::vector<std::string> misses;  // What went wrong, one line each, for people.

  double found_f1() const;
  double value_f1() const;  // found_f1 times the share of right values.
  void add(const DateScores& other);
};

// `references` were read from the document's article.
DateScores score_dates(const TimexDocument& document, const Syntax& syntax,
                       const References& references);

// A date of our own as a TimeML value, for comparison.
std::string comparable_timex(std::string_view value);

}  // namespace verbale
