// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lexicon/furniture.h"

namespace verbale {

// What a line of a whole page is by its look alone, in any language: "date line", "photo credit",
// "caption", "page label", "contact line". Empty for what may be a line of the article.
std::string_view reason_of_shape(std::string_view line, const Furniture& furniture);

}  // namespace verbale
