// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/span.h"
#include "document/article.h"

namespace verbale {

// The dateline before the first sentence of the body, without the dash that ends it: "KYIV,
// Ukraine, March 3 (Reuters)", "BEIRUT (AP)", "GENEVA". Nothing when the article has none. It is
// known by its form: it opens the first or second paragraph, holds few words, begins with a name,
// and ends in a dash or, after a bracket, in a colon; without a bracket its first word is in
// capitals.
std::optional<ByteSpan> find_dateline(const Article& article);

}  // namespace verbale
