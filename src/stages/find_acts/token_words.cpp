// SPDX-License-Identifier: Apache-2.0
#include "stages/find_acts/token_words.h"

#include <algorithm>

#include "core/utf8.h"

namespace verbale {
namespace {

// A particle may stand this many tokens behind its verb: "called the talks off".
constexpr std::uint32_t kParticleDistanceMax = 6;
constexpr std::uint32_t kOwnParticleDistanceMax = 12;

std::vector<WordId> first_words(std::string_view name, const WordClasses& classes) {
  std::vector<WordId> words;
  if (const std::vector<Term>* terms = classes.find(name)) {
    for (const Term& term : *terms) words.push_back(term.front());
  }
  return words;
}

}  // namespace

TokenWords::TokenWords(const Tree& tree, const Vocabulary& vocabulary, std::string_view text,
                       const WordClasses& classes, const ActLexicon& lexicon)
    : tree_(tree), of_(vocabulary.find("of")), to_(vocabulary.find("to")),
      by_(vocabulary.find("by")) {
  const Syntax& syntax = tree.syntax();
  lemmas_.reserve(syntax.tokens.size());
  forms_.reserve(syntax.tokens.size());
  for (std::size_t i = 0; i < syntax.tokens.size(); ++i) {
    forms_.push_back(vocabulary.find(lower_case(syntax.tokens[i].span.of(text))));
    lemmas_.push_back(lexicon.lemma_word(vocabulary, syntax.lemmas[i], forms_[i],
                                         syntax.tokens[i].upos == Upos::kVerb));
  }
  partitives_ = first_words("partitives", classes);
  undergoers_ = first_words("undergoing_nouns", classes);
  place_markers_ = first_words("whereabouts", classes);
}

bool TokenWords::is_one_of(std::uint32_t token, const std::vector<WordId>& words) const {
  return std::any_of(words.begin(), words.end(), [&](WordId word) { return is(token, word); });
}

bool TokenWords::is_noun_term(std::uint32_t head, const Term& term) const {
  const std::size_t at = noun_head(term, of_);
  if (term.empty() || !is(head, term[at])) return false;
  for (std::size_t i = at + 1; i < term.size(); ++i) {
    const std::uint32_t token = head + static_cast<std::uint32_t>(i - at);
    if (token >= tree_.syntax().tokens.size() || !is(token, term[i])) return false;
  }
  std::uint32_t before = head;
  for (std::size_t i = at; i-- > 0;) {
    if (before > 0 && is(before - 1, term[i])) {
      --before;
      continue;
    }
    bool found = false;
    for (std::uint32_t child : tree_.children(head)) found |= child < head && is(child, term[i]);
    if (!found) return false;
  }
  return true;
}

bool TokenWords::is_in_noun_set(std::uint32_t head, const std::vector<Term>& terms) const {
  return std::any_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return is_noun_term(head, term); });
}

bool TokenWords::has_rest(std::uint32_t verb, const Term& rest, std::vector<std::uint32_t>& words,
                          std::uint32_t& phrase) const {
  std::uint32_t at = verb;
  for (WordId word : rest) {
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(verb)].tokens;
    const std::uint32_t near = at + 1 + kParticleDistanceMax;
    const std::uint32_t limit = std::min(sentence.end, at + 1 + kOwnParticleDistanceMax);
    std::uint32_t found = kNoToken;
    for (std::uint32_t t = at + 1; t < limit && found == kNoToken; ++t) {
      if (!is(t, word)) continue;
      const std::uint32_t above = tree_.token(t).head;
      const bool hangs_on_verb = above == verb || (above != kNoToken &&
                                                   tree_.token(above).head == verb);
      // "brought the leaders of Togo and Chad together": what is the verb's own may stand far off.
      const bool is_own = above == verb && (tree_.token(t).deprel == Deprel::kCompoundPrt ||
                                            tree_.token(t).deprel == Deprel::kAdvmod);
      if ((hangs_on_verb && (t < near || is_own)) || t == at + 1) found = t;
    }
    if (found == kNoToken) return false;
    words.push_back(found);
    at = found;
  }
  if (!rest.empty() && tree_.token(at).deprel == Deprel::kCase) phrase = tree_.token(at).head;
  return true;
}

bool TokenWords::is_verb_term(std::uint32_t verb, const Term& term,
                              std::vector<std::uint32_t>& words, std::uint32_t& phrase) const {
  if (term.empty() || !is(verb, term.front())) return false;
  return has_rest(verb, Term(term.begin() + 1, term.end()), words, phrase);
}

std::uint32_t TokenWords::counted(std::uint32_t head) const {
  const bool counts = tree_.token(head).upos == Upos::kNum || is_one_of(head, partitives_);
  if (!counts) return head;
  for (std::uint32_t child : tree_.children(head)) {
    const Deprel relation = tree_.token(child).deprel;
    if (relation != Deprel::kNmod && relation != Deprel::kObl) continue;
    const std::uint32_t marker = tree_.child(child, {Deprel::kCase});
    if (marker != kNoToken && is(marker, of_)) return child;
  }
  return head;
}

}  // namespace verbale
