// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/syntax.h"
#include "lexicon/actors.h"

namespace verbale {

// Whether one capitalised word is a part of somebody's name rather than the country or place it
// also names: "Jordan" in "Jordan Belfort" and "Michael Jordan", "Chad" in "Chad Ellsworth".
bool is_part_of_person_name(std::string_view text, const Syntax& syntax, std::uint32_t token,
                            const ActorLexicon& actors);

// Whether a name of several words goes on to the left with a word that the data does not know, and
// so is another: "Security Council" in "National Security Council".
bool is_part_of_longer_name(std::string_view text, const Syntax& syntax, TokenSpan name,
                            const ActorLexicon& actors);

// Whether an outlet's name of one word is only a word of a longer name: "Liberation" in "Nampala
// Liberation Front", "Standard" in "Standard Bank".
bool is_word_of_longer_name(std::string_view text, const Syntax& syntax, const NameMatch& match,
                            const ActorLexicon& actors);

}  // namespace verbale
