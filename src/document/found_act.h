// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/event.h"

namespace verbale {

// Where one side of an act is named: the head of a noun phrase.
struct SideHead {
  std::uint32_t token = kNoToken;
  bool is_mutual = false;  // A side of something mutual: its parties are all actors.
  bool is_shared = false;  // Said in a clause above or beside, not in the act's own.
  bool is_alternative = false;  // Counts only when those before it are nobody.
  bool is_owner = false;   // A thing whose owner, if it has one, is the side.
};

// An act that a pattern of the lexicon found, before anyone is bound to it.
struct FoundAct {
  std::uint32_t pattern = 0;  // Index into ActLexicon::patterns.
  std::uint32_t head = kNoToken;
  std::uint32_t support = kNoToken;  // The light verb that carries the noun, if any.
  std::vector<std::uint32_t> words;  // Tokens that name the act: head, particles, object, support.
  std::vector<SideHead> actors;
  std::vector<SideHead> recipients;
  // Phrases that the pattern spoke of but that are no side: "sanctions" in "lift sanctions".
  std::vector<std::uint32_t> things;
  std::uint32_t content = kNoToken;  // Head of the embedded act or clause.
  bool is_attended = false;  // A meeting in a place that the subject of the clause has to do with:
                             // "had a part in the talks in Riyadh".
  bool is_passive_without_agent = false;

  // The token whose tense, negation and place in the sentence decide how sure the act is.
  std::uint32_t anchor() const { return support != kNoToken ? support : head; }
};

}  // namespace verbale
