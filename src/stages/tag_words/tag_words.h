// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/result.h"
#include "document/article.h"
#include "document/syntax.h"
#include "learning/model_file.h"

namespace verbale {

class Tagger;

// What tag_words has learnt. Reads from `file`, which must outlive it. Threads may share it.
class TagModel {
 public:
  static Result<TagModel> load(const ModelFile& file);
  const Tagger& tagger() const { return *tagger_; }

 private:
  std::shared_ptr<const Tagger> tagger_;
};

// Gives every token its part of speech (UPOS and Penn tag) and its lemma.
Syntax tag_words(Syntax syntax, const Article& article, const TagModel& model);

}  // namespace verbale
