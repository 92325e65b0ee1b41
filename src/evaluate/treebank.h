// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// Tags, lemmas and trees against a CoNLL-U file: from its words, and from its raw text. Skipped when
// the file cannot be read.
SuiteReport evaluate_treebank(const std::string& name, const std::string& file,
                              const Knowledge& knowledge);

}  // namespace verbale
