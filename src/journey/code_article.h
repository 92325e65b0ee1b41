// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "document/refusal.h"
#include "journey/knowledge.h"

namespace verbale {

// How much of an article without events is wanted.
enum class Depth : std::uint8_t {
  kEverything,  // Trees, mentions, dates of every sentence.
  kEvents,      // Its events only: what cannot hold any is not read any deeper.
};

// The whole journey: from an article as it came in to its events.
Document code_article(const RawArticle& raw, const Knowledge& knowledge,
                      Refusals refusals = nullptr);

// The same from an article that is clean already. The events are the same at either depth.
Document code_clean_article(Article article, const Knowledge& knowledge,
                            Refusals refusals = nullptr, Depth depth = Depth::kEverything);

// What the cheap pass of the cascade makes of each sentence; `kEvents` reads no article in which it
// has hope for none.
std::vector<Outlook> outlooks_of(const Document& document, const Knowledge& knowledge);

// Only as far as the trees: what `parse` shows.
Document parse_article(Article article, const Knowledge& knowledge);

// Tags and trees for a document whose sentences and tokens are settled already, such as those of a
// CoNLL-U file.
Document parse_tokens(Document document, const Knowledge& knowledge);

}  // namespace verbale
