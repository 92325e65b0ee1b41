// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "document/syntax.h"

namespace verbale {

// The children of every token, in text order. Keeps a reference to the syntax, which must outlive
// it; read-only, so threads may share it.
class Tree {
 public:
  explicit Tree(const Syntax& syntax);

  const Syntax& syntax() const { return syntax_; }
  const Token& token(std::uint32_t index) const { return syntax_.tokens[index]; }
  std::string_view lemma(std::uint32_t index) const { return syntax_.lemmas[index]; }
  std::span<const std::uint32_t> children(std::uint32_t token) const;

  // The first child with one of these relations, or kNoToken.
  std::uint32_t child(std::uint32_t token, std::initializer_list<Deprel> relations) const;
  bool has_child(std::uint32_t token, Deprel relation) const {
    return child(token, {relation}) != kNoToken;
  }
  // The first child with this relation and lemma, or kNoToken.
  std::uint32_t child(std::uint32_t token, Deprel relation, std::string_view lemma) const;

  // True when `below` is `above` or hangs on it, directly or through others.
  bool is_within(std::uint32_t below, std::uint32_t above) const;

  // Leftmost and rightmost token of the subtree, as a span of tokens.
  TokenSpan subtree_span(std::uint32_t token) const;

  // The sentence a token lies in.
  std::size_t sentence_of(std::uint32_t token) const { return sentence_of_[token]; }

 private:
  const Syntax& syntax_;
  std::vector<std::uint32_t> first_;     // children_ of token t: [first_[t], first_[t + 1]).
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> sentence_of_;
};

}  // namespace verbale
