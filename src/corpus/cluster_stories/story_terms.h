// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/claim.h"
#include "lexicon/word_sentences.h"

namespace verbale {

// What an article speaks of: a word, or who does what to whom, and how much it speaks of it.
struct StoryTerm {
  std::uint32_t key = 0;  // word_key()
  float weight = 0;       // Of this article alone: greater the earlier and the oftener it stands,
                          // in the title above all, and for names.
  bool is_name = false;
  bool operator==(const StoryTerm&) const = default;
};

// The terms that say most of an article, by key; at most 96. `body` is its text without the title.
std::vector<StoryTerm> story_terms(std::string_view title, std::string_view body,
                                   const std::vector<const Claim*>& claims,
                                   const WordSentences& common);

// How much a term tells: the less likely it is to stand in an article, the more. `holders` of
// `articles` were seen with it, on top of what is known of the word in general.
double term_worth(std::uint32_t key, double holders, double articles, const WordSentences& common);

// To keep them and to read them back; the same bytes on every machine.
std::string pack_terms(const std::vector<StoryTerm>& terms);
std::vector<StoryTerm> unpack_terms(std::string_view bytes);

}  // namespace verbale
