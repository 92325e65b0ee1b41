// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "document/article.h"
#include "document/syntax.h"
#include "learning/model_file.h"
#include "reader/sentence_reader.h"

namespace verbale {

// What parse_sentences has learnt. Reads from `file`, which must outlive it. Threads may share it.
class ParseModel {
 public:
  static Result<ParseModel> load(const ModelFile& file);
  const SentenceReader& reader() const { return reader_; }

 private:
  SentenceReader reader_;
};

// Gives every token of a sentence that is `parsed` its head and relation: one tree a sentence,
// with one root, a dateline apart from its clause. Trees that tag_words saw already are kept. Tokens
// of the other sentences are left without heads.
Syntax parse_sentences(Syntax syntax, const Article& article, const ParseModel& model);

}  // namespace verbale
