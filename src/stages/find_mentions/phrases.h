// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "grammar/tree.h"
#include "lexicon/actors.h"
#include "stages/find_mentions/anchors.h"

namespace verbale {

// Anchors that belong to one noun phrase.
struct Phrase {
  TokenSpan tokens;
  std::uint32_t head = kNoToken;
  Anchor anchor;             // The one the head lies in.
  bool is_modifier = false;  // It stands before a noun that is no anchor: "Iranian" gas.
};

// Joins anchors to phrases: nationality, office and name of one person make one phrase. Phrases
// stand in text order, may nest, and never cross.
std::vector<Phrase> build_phrases(std::string_view text, const Tree& tree,
                                  const std::vector<Anchor>& anchors, const ActorLexicon& actors);

}  // namespace verbale
