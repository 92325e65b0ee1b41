// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/span.h"
#include "document/article.h"
#include "document/references.h"
#include "document/syntax.h"
#include "lexicon/places.h"

namespace verbale {

// A stretch of tokens that is the name of some place.
struct FoundName {
  TokenSpan tokens;
  std::size_t sentence = 0;
  std::string folded;
  std::span<const PlaceName> meanings;  // Empty: the gazetteer does not know it.
  std::size_t mention = kNoMention;     // The mention that was marked before, or kNoMention.
  bool is_dateline = false;
  // Judged by the words around, not by a meaning: what it takes to be a place without a mark.
  bool has_place_sign = false;   // "in Homs", "the city of Homs", "Homs, Syria"
  bool is_part_of_name = false;  // "Paris Hilton", "the Marburg virus", "the University of Texas"

  bool follows_name = false;  // A capital stands before it, as in "Jim Harrison".

  static constexpr std::size_t kNoMention = SIZE_MAX;
};

// The division that the short form at this token means ("Va."); null for none.
const DivisionForm* division_at(std::uint32_t token, const Article& article, const Syntax& syntax,
                                const Places& places);

// Names of the gazetteer in the text and place mentions that were marked before, in text order,
// without overlaps. Names within names of persons and organisations are left out.
std::vector<FoundName> find_names(const References& references, const Article& article,
                                  const Syntax& syntax, const Places& places);

}  // namespace verbale
