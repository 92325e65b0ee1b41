// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "lexicon/furniture.h"

namespace verbale {

// The names in "Written by NAME, TITLE | 3 March": "NAME". Empty when there are none.
std::string names_in(std::string_view line, const Furniture& furniture);

// "By A B and C D" → "A B, C D". Addresses, accounts, degrees, what stands behind a bar and what is
// too long for a name are left out.
std::string tidy_byline(std::string_view byline, const Furniture& furniture);

// Whether a line is nothing but the name of a person or names of several ("Ada Brandt and Lev
// Oren", "Ada Brandt, Velden"): known by a given name and capital letters.
bool is_names_only(std::string_view line, const Furniture& furniture);

}  // namespace verbale
