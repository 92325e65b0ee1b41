// SPDX-License-Identifier: Apache-2.0
#include "claims/embedding_words.h"

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

EmbeddingKind kind_of(Upos upos) {
  switch (upos) {
    case Upos::kNoun:
    case Upos::kPropn: return EmbeddingKind::kNoun;
    case Upos::kAdj:
    case Upos::kAdv: return EmbeddingKind::kAdjective;
    default: return EmbeddingKind::kVerb;
  }
}

}  // namespace

EmbeddingWords::EmbeddingWords(const Tree& tree, std::string_view text, const ClaimWords& words,
                               const Vocabulary& vocabulary)
    : tree_(tree), words_(words) {
  const Syntax& syntax = tree.syntax();
  for (std::size_t i = 0; i < syntax.tokens.size(); ++i) {
    lemmas_.push_back(vocabulary.find_lemma(syntax.lemmas[i]));
    forms_.push_back(vocabulary.find(lower_case(syntax.tokens[i].span.of(text))));
  }
}

std::optional<Effect> EmbeddingWords::plain(EmbeddingKind kind, std::uint32_t token) const {
  const auto effect = words_.plain_effect(kind, lemmas_[token]);
  return effect ? effect : words_.plain_effect(kind, forms_[token]);
}

bool EmbeddingWords::has_rest(const Term& rest, std::uint32_t governor,
                              std::uint32_t child) const {
  const auto is_word = [&](std::uint32_t token, WordId word) {
    return lemmas_[token] == word || forms_[token] == word;
  };
  for (WordId word : rest) {
    bool found = false;
    for (std::uint32_t beside : tree_.children(governor)) found |= is_word(beside, word);
    for (std::uint32_t below : tree_.children(child)) {
      const Deprel relation = tree_.token(below).deprel;
      const bool marks = relation == Deprel::kCase || relation == Deprel::kMark;
      found |= marks && is_word(below, word);
    }
    if (!found && governor + 1 < lemmas_.size()) found = is_word(governor + 1, word);
    if (!found) return false;
  }
  return true;
}

std::optional<Effect> EmbeddingWords::lookup(EmbeddingKind kind, WordId word,
                                             std::uint32_t governor, std::uint32_t child) const {
  const std::vector<Embedding>* found = word == kNoWord ? nullptr : words_.find(kind, word);
  if (found == nullptr) return std::nullopt;
  for (const Embedding& embedding : *found) {
    if (has_rest(embedding.rest, governor, child)) return embedding.effect;
  }
  return std::nullopt;
}

std::optional<Effect> EmbeddingWords::effect_of(std::uint32_t governor,
                                                std::uint32_t child) const {
  const EmbeddingKind kind = kind_of(tree_.token(governor).upos);
  auto effect = lookup(kind, lemmas_[governor], governor, child);
  if (!effect) effect = lookup(kind, forms_[governor], governor, child);
  // "is scheduled to": tagged as adjective here and as verb there.
  if (!effect && kind == EmbeddingKind::kAdjective) {
    effect = lookup(EmbeddingKind::kVerb, lemmas_[governor], governor, child);
  }
  if (!effect && kind == EmbeddingKind::kVerb) {
    effect = lookup(EmbeddingKind::kAdjective, forms_[governor], governor, child);
  }
  return effect;
}

}  // namespace verbale
