// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "document/claim.h"
#include "document/claim_side.h"
#include "lexicon/desk_words.h"

namespace verbale {

// What the wording of claims is read with.
struct WordingKnowledge {
  const DeskWords& words;
  const std::vector<std::string>& states;  // As state_words() gives them: they name sides, no objects.
};

// What is asked, given or refused: in words, and by what it is known again.
struct ItemObject {
  std::string words;
  std::string claim;  // Whose words they are.
  bool has_act = false;
  bool is_partial = false;  // For a time or in part only: a waiver, a suspension.
  PloverType act = PloverType::kAgree;
  std::string mode;
  std::vector<std::string> signature;  // Its telling words, in lower case; the first names the act
                                       // where `has_act`.
  std::vector<std::string> names;      // Those of them that are names.
};

// The object of a claim that embeds `content`; without one, what the claim itself says is done.
// `own_act` false: the claim is a demand or offer whose object only its words tell. It goes no
// further than to the next claim of `article`, the claims of its article.
ItemObject object_of(const Claim& claim, const Claim* content, bool own_act,
                     const std::vector<const Claim*>& article, const WordingKnowledge& known);

// How well two objects agree, 0 (not at all) to 1. Names that differ forbid it.
double likeness(const ItemObject& one, const ItemObject& other);

// Those a report adds to what is known: words of another report make an item known again, too.
bool is_new_wording(const ItemObject& known, const ItemObject& other);

}  // namespace verbale
