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

}  // namespace verbale
