// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "document/syntax.h"

namespace verbale {

// How many tokens at the start of a sentence are an agency's dateline, dash included:
// "KYIV, March 3 (Reuters) -" has 8. 0 when there is none. Needs no tags.
std::uint32_t dateline_size(std::span<const Token> sentence, std::string_view text);

}  // namespace verbale
