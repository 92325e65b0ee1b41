// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// Tags, lemmas and trees against a CoNLL-U file: from its words, and from its raw text. The table of
// relations is of the sentences whose name starts with `shown`. Skipped when the file cannot be read.
SuiteReport evaluate_treebank(const std::string& name, const std::string& file,
                              std::string_view shown, const Knowledge& knowledge);

// The network's own names against an IOB2 file.
SuiteReport evaluate_names(const std::string& name, const std::string& file,
                           const Knowledge& knowledge);

}  // namespace verbale
