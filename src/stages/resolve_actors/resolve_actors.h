// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/article.h"
#include "document/references.h"
#include "grammar/tree.h"
#include "lexicon/actors.h"

namespace verbale {

// Says of each mention whom it speaks of: its party, as far as the words, the data and the rest of
// the article settle it, and an entity number, the same for all mentions of one. Pronouns and
// groups ("both sides") get the entity or the members that the text makes clear, else an entity of
// their own and no party. Offices count as of the day of publication; without one, the latest.
// A capital gets a party where it acts ("Paris said"), none where it is a place ("in Paris");
// another city stands for its country where it acts or is acted upon ("shelled Lyon").
References resolve_actors(References references, const Article& article, const Tree& tree,
                          const ActorLexicon& actors);

}  // namespace verbale
