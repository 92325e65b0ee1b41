// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "document/article.h"
#include "document/syntax.h"
#include "learning/model_file.h"
#include "reader/sentence_reader.h"
#include "stages/tag_words/lemma_rules.h"
#include "stages/tag_words/tag_set.h"

namespace verbale {

// What tag_words has learnt. Reads from `file`, which must outlive it. Threads may share it.
class TagModel {
 public:
  static Result<TagModel> load(const ModelFile& file);
  const SentenceReader& reader() const { return reader_; }
  std::string lemma_of(std::string_view word, TagPair tags) const;
  // The lemmas that the word may get as a verb, noun, name or adjective, each with the part of
  // speech that gives it.
  std::vector<std::pair<Upos, std::string>> lemmas_of(std::string_view word) const;

 private:
  SentenceReader reader_;
  TagSet tags_;
  LemmaRules lemmas_;
};

// Gives every token of a sentence that is `parsed` its part of speech (UPOS and Penn tag) and its
// lemma, and the document its names. What has lemmas already was read before, and is kept. The
// network that sees the tags sees heads and relations too; parse_sentences settles them.
Syntax tag_words(Syntax syntax, const Article& article, const TagModel& model);

}  // namespace verbale
