// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/syntax.h"

namespace verbale {

// `mended`, but every sentence whose heads run in a circle, or that lost its only root, is as it was
// `before`: what is mended by halves stays unmended, and a tree stays a tree.
Syntax keep_trees(const Syntax& before, Syntax mended);

}  // namespace verbale
