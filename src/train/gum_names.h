// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// What gum_names() needs of a word.
struct GumWord {
  std::string_view upos;
  std::string_view misc;  // The tenth column.
  bool is_plural = false;
};

// The names of one sentence of GUM, as IOB2 labels (PER, ORG, LOC), made from its entity marks: an
// entity that is a person, an organisation or a place, and whose main words are proper nouns,
// names what the run of proper nouns around those words says.
// Entities may begin and end in different words of the sentence; one that never ends is no name.
std::vector<std::string> gum_names(const std::vector<GumWord>& words);

}  // namespace verbale
