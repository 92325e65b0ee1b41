// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/article.h"
#include "lexicon/furniture.h"

namespace verbale {

// The article within a page or pasted text: its title as the first line, then its paragraphs,
// parted by one empty line, subheadings among them; normal form C. What stood around it (photo
// credits, date lines, share rows, other articles' headlines …) goes to `removed` with the reason;
// what that says of the article (title, byline, section, published) is kept where the sender said
// nothing. Never fails: a text without furniture comes back whole.
Article clean_article(const RawArticle& raw, const Furniture& furniture);

}  // namespace verbale
