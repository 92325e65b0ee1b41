// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/result.h"
#include "document/article.h"
#include "document/syntax.h"
#include "learning/model_file.h"

namespace verbale {

class Parser;

// What parse_sentences has learnt. Reads from `file`, which must outlive it. Threads may share it.
class ParseModel {
 public:
  static Result<ParseModel> load(const ModelFile& file);
  const Parser& parser() const { return *parser_; }

 private:
  std::shared_ptr<const Parser> parser_;
};

// Gives every token of a sentence that is `parsed` its head and relation: one tree a sentence,
// with one root. Tokens of the other sentences are left without heads. Needs tags.
Syntax parse_sentences(Syntax syntax, const Article& article, const ParseModel& model);

}  // namespace verbale
