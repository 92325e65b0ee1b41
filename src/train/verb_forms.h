// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "train/train_sentence.h"

namespace verbale {

// Reads data/en/verb_forms.tsv (form, lemma): for each form a sentence of that one word, once for
// each tag it may bear (VBG, VBZ, or VBD and VBN). Heads and labels say nothing.
Result<std::vector<TrainSentence>> parse_verb_forms(std::string_view text);

}  // namespace verbale
