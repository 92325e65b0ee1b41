// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/article.h"
#include "document/references.h"
#include "document/syntax.h"
#include "lexicon/places.h"

namespace verbale {

// Settles which place each place name means. Place mentions that came in (the name tagger's) get
// `place`, or keep none when the gazetteer does not know them; names of the gazetteer that nobody
// marked are added as mentions of kind kPlace. A mention of a country or region as party ("Russia
// said") keeps its kind and gets `place` as well. Names within the name of a person or organisation
// are no places.
// Of several places of one name the one wins that the words settle ("Paris, Texas", "the Syrian
// city of Homs"), then the one in a country that the article speaks of, then the most populous.
References resolve_places(References references, const Article& article, const Syntax& syntax,
                          const Places& places);

}  // namespace verbale
