// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_actors/surroundings.h"

#include <set>

#include "core/utf8.h"

namespace verbale {

bool capital_acts(const Mention& mention, std::string_view text, const Tree& tree,
                  const ActorWords& words) {
  if (mention.is_modifier) return false;
  const Token& token = tree.token(mention.head);
  std::uint32_t top = mention.head;
  // "between Paris and Rome": the second stands where the first does.
  for (int i = 0; i < 8 && tree.token(top).deprel == Deprel::kConj; ++i) top = tree.token(top).head;
  const Token& top_token = tree.token(top);
  std::uint32_t preposition = tree.child(mention.head, {Deprel::kCase});
  if (token.deprel != Deprel::kNmodPoss && preposition == kNoToken) {
    preposition = tree.child(top, {Deprel::kCase});
  }
  switch (top_token.deprel) {
    case Deprel::kNsubj: case Deprel::kNsubjPass: case Deprel::kNmodPoss: case Deprel::kIobj:
    case Deprel::kOblAgent: case Deprel::kVocative:
      return true;
    // "urged Paris", "accused Paris"; where a verb only goes there, no act of the lexicon binds it.
    case Deprel::kObj: return !words.has(ActorWordSet::kJourneys, tree.lemma(top_token.head));
    case Deprel::kObl: case Deprel::kNmod: break;
    default: return false;
  }
  if (preposition == kNoToken) return false;
  const std::string word = lower_case(tree.token(preposition).span.of(text));
  if (!words.has(ActorWordSet::kPlacePrepositions, word)) {
    // "the mayor of Paris", "the streets of Paris": a place; "the views of Paris" are rare.
    return !words.has(ActorWordSet::kOwnerPrepositions, word);
  }
  // "a warning to Paris", "sent arms to Paris": whoever gets something is a government.
  if (!words.has(ActorWordSet::kGoalPrepositions, word) || top_token.head == kNoToken) return false;
  const Token& above = tree.token(top_token.head);
  if (above.upos == Upos::kVerb) return tree.has_child(top_token.head, Deprel::kObj);
  return top_token.deprel == Deprel::kNmod && above.upos == Upos::kNoun &&
         !words.has(ActorWordSet::kJourneys, tree.lemma(top_token.head));
}

bool is_about_sport(TokenSpan sentence, std::string_view text, const Tree& tree,
                    const ActorWords& words) {
  bool has_strong = false;
  std::set<std::string> weak, faint;
  const auto word_at = [&](std::uint32_t token) {
    return token < sentence.end ? lower_case(tree.token(token).span.of(text)) : std::string();
  };
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const std::string word = word_at(t), next = word_at(t + 1), third = word_at(t + 2);
    if (words.has(ActorWordSet::kSportNot, word)) return false;
    // "3-1", "102-98"
    const bool is_score = next == "-" && is_digit(word.front()) && !third.empty() &&
                          is_digit(third.front()) && word.size() <= 3 && third.size() <= 3;
    if (is_score) weak.insert("score");
    for (const std::string& term : {word, word + " " + next, next == "-" ? word + "-" + third : word}) {
      has_strong |= words.has(ActorWordSet::kSportStrong, term);
      if (words.has(ActorWordSet::kSportWeak, term)) weak.insert(term);
      if (words.has(ActorWordSet::kSportFaint, term)) faint.insert(term);
    }
  }
  return has_strong || (!weak.empty() && weak.size() + faint.size() >= 2);
}

}  // namespace verbale
