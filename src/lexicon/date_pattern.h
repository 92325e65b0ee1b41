// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "lexicon/date_words.h"

namespace verbale {

std::string_view name_of(DateClass kind);       // "month", …
std::string_view name_of(DateMeaning meaning);  // "calendar", …

// The number of a word, given to it when it has none.
DateWordId intern_date_word(DateWords& words, std::string_view word);

// Adds the words of one `pattern:` line to the matcher: "[the] <month> (<day>|<ordinal>)". The
// answer is what is wrong with it, or empty.
std::string add_date_pattern(DateWords& words, std::string_view text, std::uint32_t pattern);

}  // namespace verbale
