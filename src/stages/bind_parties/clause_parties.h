// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/tree.h"

namespace verbale {

// Who must do something first: "Cuba" of "will not lift the embargo until Cuba reforms". Heads of
// the subjects of the conditions on `verb`, in text order.
std::vector<std::uint32_t> subjects_of_conditions(const Tree& tree, std::uint32_t verb);

// The verb that makes the text which `clause` quotes: "adopted" of "adopted a resolution urging …",
// for "urging". kNoToken when `clause` tells of no text that a verb takes as object.
std::uint32_t maker_of_text(const Tree& tree, std::uint32_t clause);

// "in May", "over pay", "for a week": words behind these tell when or why, not against whom.
bool tells_when_or_why(const Tree& tree, std::uint32_t noun);

}  // namespace verbale
