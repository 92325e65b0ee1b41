// SPDX-License-Identifier: Apache-2.0
#include "claims/embedding_words.h"

#include <algorithm>

#include "core/utf8.h"
#include "document/xpos.h"

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

// Beside the governor, on the child, or in a phrase that another word of the term heads ("put on
// hold").
bool EmbeddingWords::has_word(WordId word, const Term& rest, std::uint32_t governor,
                              std::uint32_t child) const {
  if (governor + 1 < lemmas_.size() && is_word(governor + 1, word)) return true;
  for (std::uint32_t beside : tree_.children(governor)) {
    // What marks the governor itself is no part of it: "to close" is not "close to".
    if (tree_.token(beside).deprel == Deprel::kMark) continue;
    if (is_word(beside, word)) return true;
    const bool is_of_term = std::any_of(rest.begin(), rest.end(), [&](WordId other) {
      return is_word(beside, other);
    });
    if (!is_of_term) continue;
    for (std::uint32_t below : tree_.children(beside)) {
      if (is_word(below, word)) return true;
    }
  }
  for (std::uint32_t below : tree_.children(child)) {
    const Deprel relation = tree_.token(below).deprel;
    const bool marks = relation == Deprel::kCase || relation == Deprel::kMark;
    if (marks && is_word(below, word)) return true;
  }
  return false;
}

bool EmbeddingWords::has_rest(const Term& rest, std::uint32_t governor,
                              std::uint32_t child) const {
  return std::all_of(rest.begin(), rest.end(), [&](WordId word) {
    return has_word(word, rest, governor, child);
  });
}

// "ended in failure", "fell amid protests": a phrase that only tells how or when is not embedded; the
// words of a longer term name their preposition themselves.
bool EmbeddingWords::is_circumstance(std::uint32_t child) const {
  if (tree_.token(child).deprel != Deprel::kObl) return false;
  for (std::uint32_t below : tree_.children(child)) {
    if (tree_.token(below).deprel != Deprel::kCase) continue;
    return !is(ClaimClass::kContentPrepositions, below);
  }
  return true;
}

std::optional<Effect> EmbeddingWords::lookup(EmbeddingKind kind, std::uint32_t governor,
                                             std::uint32_t child) const {
  const bool is_aside = kind == EmbeddingKind::kVerb && is_circumstance(child);
  for (WordId word : {lemmas_[governor], forms_[governor]}) {
    const std::vector<Embedding>* found = word == kNoWord ? nullptr : words_.find(kind, word);
    if (found == nullptr) continue;
    for (const Embedding& embedding : *found) {
      if (is_aside && embedding.rest.empty()) continue;
      if (has_rest(embedding.rest, governor, child)) return embedding.effect;
    }
  }
  return std::nullopt;
}

std::optional<Effect> EmbeddingWords::effect_of(std::uint32_t governor,
                                                std::uint32_t child) const {
  const EmbeddingKind kind = kind_of(tree_.token(governor).upos);
  auto effect = lookup(kind, governor, child);
  // "is scheduled to": tagged as adjective here and as verb there.
  if (!effect && kind == EmbeddingKind::kAdjective) {
    effect = lookup(EmbeddingKind::kVerb, governor, child);
  }
  const std::string_view tag = name_of_xpos(tree_.token(governor).xpos);
  if (!effect && kind == EmbeddingKind::kVerb && tag != "VB" && tag != "VBP" && tag != "VBZ") {
    effect = lookup(EmbeddingKind::kAdjective, governor, child);
  }
  return effect;
}

std::optional<Effect> EmbeddingWords::effect_on_object(std::uint32_t governor,
                                                       std::uint32_t child) const {
  const auto effect = lookup(EmbeddingKind::kObject, governor, child);
  return effect ? effect : effect_of(governor, child);
}

std::optional<Effect> EmbeddingWords::effect_on_subject(std::uint32_t predicate,
                                                        std::uint32_t subject) const {
  return lookup(EmbeddingKind::kSubject, predicate, subject);
}

std::optional<Effect> EmbeddingWords::effect_of_phrase(std::uint32_t verb, std::uint32_t inner,
                                                       std::uint32_t child) const {
  const std::vector<Embedding>* found = words_.find(EmbeddingKind::kVerb, lemmas_[verb]);
  if (found == nullptr) return std::nullopt;
  for (const Embedding& embedding : *found) {
    const bool names_inner =
        std::any_of(embedding.rest.begin(), embedding.rest.end(),
                    [&](WordId word) { return is_word(inner, word); });
    if (names_inner && has_rest(embedding.rest, verb, child)) return embedding.effect;
  }
  return std::nullopt;
}

std::optional<Effect> EmbeddingWords::effect_beside(std::uint32_t participle) const {
  if (const auto effect = modifier(participle)) return effect;
  if (const auto effect = plain(EmbeddingKind::kObject, participle)) return effect;
  return plain(EmbeddingKind::kVerb, participle);
}

bool is_noun(const Tree& tree, std::uint32_t token) {
  const Upos upos = tree.token(token).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn;
}

bool is_predicate(const Tree& tree, std::uint32_t token) {
  const Upos upos = tree.token(token).upos;
  return upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kAdj ||
         tree.has_child(token, Deprel::kCop);
}

bool is_conditional_clause(const Tree& tree, const EmbeddingWords& words, std::uint32_t clause) {
  const Deprel relation = tree.token(clause).deprel;
  // "provided that …", parsed as a verb with a clause of its own.
  const bool has_subject = tree.child(clause, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken;
  if (words.is(ClaimClass::kConditionalMarks, clause) && !has_subject &&
      relation != Deprel::kRoot && tree.has_child(clause, Deprel::kCcomp)) {
    return true;
  }
  // "will sign, but only if they leave"
  const bool is_added = relation == Deprel::kConj && tree.has_child(clause, Deprel::kMark);
  if (relation != Deprel::kAdvcl && !is_added) return false;
  const std::uint32_t above = tree.token(clause).head;
  if (words.is(ClaimClass::kConditionalAdverbs, above) && has_subject) return true;
  for (std::uint32_t child : tree.children(clause)) {
    const Deprel place = tree.token(child).deprel;
    const bool marks = place == Deprel::kMark || place == Deprel::kAdvmod;
    if (marks && words.is(ClaimClass::kConditionalMarks, child)) {
      return child == 0 || !words.is(ClaimClass::kConcessiveWords, child - 1);
    }
    // "only after they leave", "only when they leave"
    if (marks && child > 0 && words.is(ClaimClass::kTemporalMarks, child) &&
        words.is(ClaimClass::kLimitingAdverbs, child - 1)) {
      return true;
    }
    // "as long as they leave"
    if (marks && child > 0 && words.is(ClaimClass::kConditionalAdverbs, child - 1)) return true;
    const bool opens = place == Deprel::kAux && has_subject &&
                       words.is(ClaimClass::kInvertedAuxiliaries, child) &&
                       child == tree.subtree_span(clause).begin;
    if (opens) return true;
  }
  return false;
}

}  // namespace verbale
