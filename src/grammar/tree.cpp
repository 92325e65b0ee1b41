// SPDX-License-Identifier: Apache-2.0
#include "grammar/tree.h"

#include <algorithm>

namespace verbale {

Tree::Tree(const Syntax& syntax) : syntax_(syntax) {
  const std::size_t count = syntax.tokens.size();
  first_.assign(count + 2, 0);
  for (const Token& token : syntax.tokens) {
    if (token.head != kNoToken) ++first_[token.head + 2];
  }
  for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
  children_.resize(first_.back());
  // Shifted by one while filling, so that first_[t + 1] ends as the end of t's children.
  for (std::uint32_t index = 0; index < count; ++index) {
    const std::uint32_t head = syntax.tokens[index].head;
    if (head != kNoToken) children_[first_[head + 1]++] = index;
  }
  sentence_of_.resize(count);
  for (std::uint32_t s = 0; s < syntax.sentences.size(); ++s) {
    const TokenSpan tokens = syntax.sentences[s].tokens;
    std::fill(sentence_of_.begin() + tokens.begin, sentence_of_.begin() + tokens.end, s);
  }
}

std::span<const std::uint32_t> Tree::children(std::uint32_t token) const {
  return {children_.data() + first_[token], first_[token + 1] - first_[token]};
}

std::uint32_t Tree::child(std::uint32_t token, std::initializer_list<Deprel> relations) const {
  for (std::uint32_t child : children(token)) {
    for (Deprel relation : relations) {
      if (this->token(child).deprel == relation) return child;
    }
  }
  return kNoToken;
}

std::uint32_t Tree::child(std::uint32_t token, Deprel relation, std::string_view lemma) const {
  for (std::uint32_t child : children(token)) {
    if (this->token(child).deprel == relation && this->lemma(child) == lemma) return child;
  }
  return kNoToken;
}

bool Tree::is_within(std::uint32_t below, std::uint32_t above) const {
  while (below != kNoToken && below != above) below = token(below).head;
  return below == above;
}

TokenSpan Tree::subtree_span(std::uint32_t token) const {
  TokenSpan span{token, token + 1};
  std::vector<std::uint32_t> open = {token};
  while (!open.empty()) {
    const std::uint32_t current = open.back();
    open.pop_back();
    span.begin = std::min(span.begin, current);
    span.end = std::max(span.end, current + 1);
    for (std::uint32_t child : children(current)) open.push_back(child);
  }
  return span;
}

}  // namespace verbale
