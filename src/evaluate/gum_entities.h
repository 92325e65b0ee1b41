// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "formats/conllu.h"

namespace verbale {

// A mention that GUM marks.
struct GumMention {
  std::string entity;      // The same for all mentions of one.
  std::string type;        // person, organization, place …
  std::uint32_t head = 0;  // Word of the document, counted from 0.
  bool is_pronoun = false;
  bool is_name = false;  // Its head is a proper noun.
};

// One document of a treebank file: its text as written, and the marks in it.
struct GumDocument {
  std::string id;
  std::string text;  // Sentences parted by a space, paragraphs by an empty line.
  std::vector<std::uint32_t> word_begins;  // Bytes into the text.
  std::vector<GumMention> mentions;
};

std::vector<GumDocument> gum_documents(std::span<const ConlluSentence> sentences);

}  // namespace verbale
