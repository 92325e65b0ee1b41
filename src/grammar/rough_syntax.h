// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/syntax.h"

namespace verbale {

// Tokens cut at white space and signs, sentences at stops and empty lines; no tags, no trees, lower
// case for lemmas. For tests and measurements that need no model; a stage must cope with it.
Syntax rough_syntax(std::string_view text);

}  // namespace verbale
