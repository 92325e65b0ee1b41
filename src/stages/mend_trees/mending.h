// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/xpos.h"
#include "grammar/tree.h"

namespace verbale {

// What every mender does: reads one tree, changes another of the same tokens.
class Mending {
 protected:
  Mending(const Tree& tree, Syntax& mended) : tree_(tree), mended_(mended) {}

  std::string_view tag(std::uint32_t token) const { return name_of_xpos(tree_.token(token).xpos); }
  bool is_past(std::uint32_t verb) const { return tag(verb) == "VBD" || tag(verb) == "VBN"; }

  void hang(std::uint32_t token, std::uint32_t head, Deprel relation) {
    mended_.tokens[token].head = head;
    mended_.tokens[token].deprel = relation;
  }

  const Tree& tree_;
  Syntax& mended_;
};

}  // namespace verbale
