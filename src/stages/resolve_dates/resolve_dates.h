// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/article.h"
#include "document/references.h"
#include "document/syntax.h"
#include "lexicon/date_words.h"

namespace verbale {

// Adds every time expression of the article as a mention of kind kDate, in text order: "on
// [Tuesday]", "[two days ago]", "[from 3 to 5 May]", "[recently]". They are read from the day of
// the dateline if the text has one with a date, else from article.published_day; with neither, only
// absolute dates get a range, and the others a TIMEX3 value with X where the day is unknown.
// A weekday, a month or a day without year is the last one before (or on) that day, unless its
// clause speaks of the future; unparsed sentences are judged by the words around.
// Dates nest in other mentions and never cross them.
References resolve_dates(References references, const Article& article, const Syntax& syntax,
                         const DateWords& words);

}  // namespace verbale
