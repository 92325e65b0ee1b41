// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "learning/feature_hash.h"
#include "stages/parse_sentences/parse_state.h"

namespace verbale {

// A word as the parser sees it.
struct ParseWord {
  std::uint64_t form = 0;  // Hash of the word in lower case.
  std::uint64_t tag = 0;   // Number for its UPOS and Penn tag together.
};

ParseWord parse_word_of(const Token& token, std::string_view text);

// The features of a state (templates after Zhang and Nivre 2011).
// REQUIRES: !state.is_done(), one of `words` for each word of the state.
void gather_parse_features(const ParseState& state, std::span<const ParseWord> words,
                           FeatureList& features);

}  // namespace verbale
