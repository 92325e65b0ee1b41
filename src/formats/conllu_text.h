// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/span.h"
#include "formats/conllu.h"

namespace verbale {

// The raw text that CoNLL-U sentences were cut from, as far as the file tells: sentences parted by
// a space, paragraphs by an empty line.
struct ConlluText {
  std::string text;
  std::vector<ByteSpan> words;       // Parts of "don't" share out its letters.
  std::vector<TokenSpan> sentences;  // Over `words`.
};

struct ConlluTextOptions {
  // Lines are broken at the first space after so many bytes; 0: never.
  std::size_t line_bytes = 0;
  // Paragraphs are parted by the end of a line only, as in careless text.
  bool tight_paragraphs = false;
};

ConlluText text_of(std::span<const ConlluSentence> sentences,
                   const ConlluTextOptions& options = {});

// The sentences of each document; before the first "newdoc" there may be one without a name.
std::vector<std::span<const ConlluSentence>> documents_of(
    std::span<const ConlluSentence> sentences);

}  // namespace verbale
