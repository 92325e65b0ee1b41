// SPDX-License-Identifier: Apache-2.0
#include "lexicon/act_needs.h"

namespace verbale {

ActNeeds::ActNeeds(const ActLexicon& acts, const Vocabulary& vocabulary) {
  const WordId of = vocabulary.find("of");
  const WordId to = vocabulary.find("to");
  TermWords words;
  for (const std::vector<Term>& terms : acts.term_sets) {
    words.heads.emplace_back();
    words.firsts.emplace_back();
    for (const Term& term : terms) {
      if (term.empty()) continue;
      words.heads.back().push_back(term[noun_head(term, of)]);
      words.firsts.back().push_back(term.front());
    }
  }
  for (const ActPattern& pattern : acts.patterns) {
    verbal_.push_back(needs_of(pattern, false, to, words));
    nominal_.push_back(needs_of(pattern, true, to, words));
    rests_.emplace_back();
    for (const Term& term : acts.term_sets[pattern.predicate]) {
      if (term.empty()) continue;
      Rest rest;
      const std::size_t at = pattern.kind == PredicateKind::kVerb ? 0 : noun_head(term, of);
      rest.head = term[at];
      for (std::size_t i = 0; i < term.size(); ++i) {
        if (i != at) rest.others.push_back(term[i]);
      }
      rests_.back().push_back(std::move(rest));
    }
  }
}

ActNeeds::Needs ActNeeds::needs_of(const ActPattern& pattern, bool is_nominal, WordId to,
                                   const TermWords& words) {
  Needs needs;
  const auto need = [&](const Filler& filler) {
    if (filler.slot == Slot::kWords) needs.words.push_back(words.heads[filler.words]);
    needs.needs_act |= filler.slot == Slot::kAct;
    if (filler.asks_modal) needs.words.push_back(words.firsts[filler.words]);
  };
  const Slot subject = pattern.subject.slot;
  // A noun takes sides, but nobody in words, as its subject.
  needs.is_hopeless = is_nominal && subject != Slot::kNothing && subject != Slot::kActor &&
                      subject != Slot::kRecipient && subject != Slot::kActors;
  need(pattern.subject);
  // What a noun does to whom need not be said: "the invasion".
  const bool may_lack_object =
      pattern.object_is_optional || (is_nominal && pattern.object.slot != Slot::kWords);
  if (!may_lack_object) need(pattern.object);
  if (!is_nominal) need(pattern.indirect);
  for (const PhrasePattern& phrase : pattern.phrases) {
    if (phrase.is_optional) continue;
    need(phrase.filler);
    // An indirect object stands for "to" without saying it.
    const auto& prepositions = phrase.prepositions;
    const bool may_be_unsaid =
        std::find(prepositions.begin(), prepositions.end(), to) != prepositions.end();
    if (!may_be_unsaid) needs.words.push_back(prepositions);
  }
  need(pattern.clause);
  return needs;
}

bool ActNeeds::may_fit(std::uint32_t pattern, WordId head, bool is_nominal,
                       const WordSet& words) const {
  const Needs& needs = (is_nominal ? nominal_ : verbal_)[pattern];
  if (needs.is_hopeless) return false;
  const auto is_there = [&](const std::vector<WordId>& list) { return words.has_any(list); };
  if (!std::all_of(needs.words.begin(), needs.words.end(), is_there)) return false;
  return std::any_of(rests_[pattern].begin(), rests_[pattern].end(), [&](const Rest& rest) {
    return rest.head == head && std::all_of(rest.others.begin(), rest.others.end(),
                                            [&](WordId word) { return words.has(word); });
  });
}

}  // namespace verbale
