// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/names.h"
#include "document/references.h"
#include "grammar/tree.h"
#include "lexicon/actors.h"

namespace verbale {

// Words that a mention can hang on: a name, or a noun that says what somebody is.
struct Anchor {
  TokenSpan tokens;
  MentionKind kind = MentionKind::kPerson;
  bool is_name = false;         // A name; otherwise a role noun.
  bool is_known = false;        // A name that the data knows; otherwise only the tagger's word.
  bool is_nationality = false;  // "French": alone it speaks of nobody, before a noun it modifies.
  bool is_plural = false;
  const RoleNoun* role = nullptr;   // Of a role noun.
};

// The anchors of an article in text order, none touching another: names that the data knows, names
// that the tagger sees, names that a title, a given name or an earlier mention gives away, and
// role nouns.
std::vector<Anchor> find_anchors(std::string_view text, const Tree& tree,
                                 std::span<const NameSpan> names, const ActorLexicon& actors);

}  // namespace verbale
