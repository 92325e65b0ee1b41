// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/keep_trees.h"

namespace verbale {
namespace {

bool is_tree(const Syntax& syntax, TokenSpan tokens) {
  std::uint32_t roots = 0;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    roots += syntax.tokens[t].head == kNoToken;
    std::uint32_t steps = 0;
    for (std::uint32_t at = t; at != kNoToken; at = syntax.tokens[at].head) {
      if (!tokens.holds(at) || ++steps > tokens.size()) return false;
    }
  }
  return roots == 1;
}

}  // namespace

Syntax keep_trees(const Syntax& before, Syntax mended) {
  for (const Sentence& sentence : before.sentences) {
    if (!sentence.parsed || sentence.tokens.empty() || is_tree(mended, sentence.tokens) ||
        !is_tree(before, sentence.tokens)) {
      continue;
    }
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      mended.tokens[t] = before.tokens[t];
      mended.lemmas[t] = before.lemmas[t];
    }
  }
  return mended;
}

}  // namespace verbale
