// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/cluster_stories/story_terms.h"
#include "corpus/find_copies/text_sketch.h"
#include "document/article.h"

namespace verbale {

// What the store keeps of an article to know its copies and its story without its text.
struct DocumentSketch {
  TextSketch text;
  std::vector<StoryTerm> terms;
};

DocumentSketch sketch_document(const Article& article, const std::vector<const Claim*>& claims,
                               const WordSentences& common);

std::string pack(const DocumentSketch& sketch);
// Bytes that are no sketch give an empty one.
DocumentSketch unpack_document_sketch(std::string_view bytes);

}  // namespace verbale
