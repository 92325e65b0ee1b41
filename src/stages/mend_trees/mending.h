// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <utility>

#include "document/xpos.h"
#include "grammar/tree.h"
#include "stages/mend_trees/keep_trees.h"

namespace verbale {

// What every mender does: reads one tree, changes another of the same tokens.
class Mending {
 protected:
  Mending(const Tree& tree, Syntax& mended) : tree_(tree), mended_(mended) {}

  // Calls visit(token, tokens of its sentence) for every token of the sentences that have a tree.
  template <typename Visit>
  void each_token(Visit visit) const {
    for (const Sentence& sentence : tree_.syntax().sentences) {
      if (!sentence.parsed) continue;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        visit(t, sentence.tokens);
      }
    }
  }

  std::string_view tag(std::uint32_t token) const { return name_of_xpos(tree_.token(token).xpos); }
  bool is_past(std::uint32_t verb) const { return tag(verb) == "VBD" || tag(verb) == "VBN"; }

  void hang(std::uint32_t token, std::uint32_t head, Deprel relation) {
    mended_.tokens[token].head = head;
    mended_.tokens[token].deprel = relation;
  }

  const Tree& tree_;
  Syntax& mended_;
};

// One pass of mending: mend(tree, mended) reads the one and changes the other. Trees stay trees.
template <typename Mend>
Syntax mended_by(Mend mend, const Syntax& syntax) {
  Syntax mended = syntax;
  const Tree tree(syntax);
  mend(tree, mended);
  return keep_trees(syntax, std::move(mended));
}

}  // namespace verbale
