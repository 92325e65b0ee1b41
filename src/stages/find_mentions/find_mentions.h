// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "document/article.h"
#include "document/names.h"
#include "document/references.h"
#include "grammar/tree.h"
#include "lexicon/actors.h"

namespace verbale {

// Every stretch of text that speaks of a person, an organisation, a group or a place, in text
// order, nested but never crossing, each with the head of its phrase. Spans, heads, kinds and the
// marks is_pronoun and is_modifier are set; whom they speak of is for resolve_actors.
// Nationality words and nouns of office belong to the phrase of their noun: "the Iranian foreign
// minister" is one mention. Possessors and complements nest: "[Ghana]'s army" holds two.
References find_mentions(const Article& article, const Tree& tree, std::span<const NameSpan> names,
                         const ActorLexicon& actors);

}  // namespace verbale
