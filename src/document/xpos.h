// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/syntax.h"

namespace verbale {

// Penn Treebank part-of-speech tags, as the English treebanks of UD use them for XPOS. Tense and
// voice are read from them: VBD, VBN, VBG, MD …
// The name of a tag; "XX" for an index beyond the table.
std::string_view name_of_xpos(XposId xpos);

// The index of a name; that of "XX" for a name that is none.
XposId xpos_of(std::string_view name);

// How many tags there are; indices run from 0 to this.
XposId xpos_count();

}  // namespace verbale
