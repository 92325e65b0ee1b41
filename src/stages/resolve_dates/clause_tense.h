// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "document/syntax.h"
#include "lexicon/date_words.h"

namespace verbale {

enum class Tense : std::uint8_t { kUnknown, kPast, kPresent, kFuture };

// The tense in which the clause around a token speaks of what happens then: "will meet", "expected
// to meet", "is scheduled for" are future, "met" is past. Without a parse, the words of the clause
// before and after the token are judged.
Tense clause_tense(const Syntax& syntax, const Sentence& sentence, std::uint32_t token,
                   const DateWords& words);

}  // namespace verbale
