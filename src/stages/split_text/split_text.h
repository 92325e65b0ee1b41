// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/result.h"
#include "document/article.h"
#include "document/syntax.h"
#include "learning/model_file.h"

namespace verbale {

class Splitter;

// What split_text has learnt. Reads from `file`, which must outlive it. Threads may share it.
class SplitModel {
 public:
  static Result<SplitModel> load(const ModelFile& file);
  const Splitter& splitter() const { return *splitter_; }

 private:
  std::shared_ptr<const Splitter> splitter_;
};

// Cuts the text into words as Universal Dependencies counts them ("do" + "n't", "Kyiv" + "'s") and
// into sentences. The title is a sentence of its own; no sentence reaches across an empty line,
// none is longer than kSentenceTokensMax. Every byte that is no white space lies in one token.
// Tokens have no tags and no heads yet.
Syntax split_text(const Article& article, const SplitModel& model);

inline constexpr std::uint32_t kSentenceTokensMax = 400;

}  // namespace verbale
