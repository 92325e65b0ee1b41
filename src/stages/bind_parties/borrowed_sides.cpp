// SPDX-License-Identifier: Apache-2.0
#include "stages/bind_parties/borrowed_sides.h"

#include <algorithm>

#include "grammar/frame.h"

namespace verbale {
namespace {

std::vector<std::string_view> words_of(const WordClasses& classes, std::string_view name,
                                       const Vocabulary& vocabulary) {
  std::vector<std::string_view> words;
  if (const std::vector<Term>* terms = classes.find(name)) {
    for (const Term& term : *terms) words.push_back(vocabulary.word(term.front()));
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

BorrowedSides::BorrowedSides(const Tree& tree, const SideFinder& sides,
                             const Vocabulary& vocabulary, const WordClasses& classes)
    : tree_(tree), sides_(sides), denying_verbs_(words_of(classes, "denying_verbs", vocabulary)),
      planning_verbs_(words_of(classes, "planning_verbs", vocabulary)),
      planning_nouns_(words_of(classes, "planning_nouns", vocabulary)) {
  for (std::string_view name : {"condition_nouns", "exchange_nouns", "depending_words", "linking_verbs"}) {
    const auto words = words_of(classes, name, vocabulary);
    bargain_words_.insert(bargain_words_.end(), words.begin(), words.end());
  }
  std::sort(bargain_words_.begin(), bargain_words_.end());
}

bool BorrowedSides::is_bargain(std::uint32_t head) const {
  const auto is_word = [&](std::uint32_t token) {
    return token != kNoToken && std::binary_search(bargain_words_.begin(), bargain_words_.end(),
                                                   tree_.lemma(token));
  };
  const std::uint32_t above = tree_.token(head).head;
  if (above == kNoToken) return false;
  if (is_word(above) || is_word(tree_.child(above, {Deprel::kXcomp}))) return true;
  // "in exchange for the release", parsed as two phrases beside each other
  for (std::uint32_t beside : tree_.children(above)) {
    const bool is_phrase = tree_.token(beside).deprel == Deprel::kObl;
    if (is_phrase && is_word(beside) && beside + 1 == tree_.subtree_span(head).begin) return true;
  }
  return false;
}

void BorrowedSides::take(std::uint32_t head, PloverType act, bool is_mutual,
                         const std::vector<Event>& before, Event& event) const {
  if (is_mutual) take_other_side(head, event);
  take_denied(head, act, before, event);
  take_planner(head, event);
}

std::vector<EventParty> BorrowedSides::subject_of(std::uint32_t verb) const {
  const Frame frame = verb_frame(tree_, verb);
  const Role* subject = frame.find(RoleKind::kSubject);
  if (subject == nullptr) return {};
  return sides_.parties_of(subject->head);
}

bool BorrowedSides::is_object_of(std::uint32_t head,
                                 const std::vector<std::string_view>& verbs) const {
  const Deprel relation = tree_.token(head).deprel;
  if (relation != Deprel::kObj && relation != Deprel::kNsubjPass) return false;
  return std::binary_search(verbs.begin(), verbs.end(), tree_.lemma(tree_.token(head).head));
}

// "Chad set a condition for talks with Niger": who does what the sentence says is the other side.
void BorrowedSides::take_other_side(std::uint32_t head, Event& event) const {
  if (event.actors.size() != 1) return;
  std::uint32_t at = head;
  while (at != kNoToken && tree_.token(at).upos != Upos::kVerb) {
    const Deprel relation = tree_.token(at).deprel;
    if (relation != Deprel::kObj && relation != Deprel::kObl && relation != Deprel::kNmod &&
        relation != Deprel::kXcomp) {
      return;
    }
    at = tree_.token(at).head;
  }
  if (at == kNoToken) return;
  for (EventParty& party : subject_of(at)) add_party(event.actors, std::move(party));
}

// "Chad is considering sanctions on Mali", "Chad dropped plans for sanctions", "Chad's threat of
// sanctions": who plans an act is to do it.
void BorrowedSides::take_planner(std::uint32_t head, Event& event) const {
  if (!event.actors.empty()) return;
  const std::uint32_t above = tree_.token(head).head;
  if (is_object_of(head, planning_verbs_)) {
    event.actors = subject_of(above);
    return;
  }
  const bool is_planned = tree_.token(head).deprel == Deprel::kNmod &&
                          std::binary_search(planning_nouns_.begin(), planning_nouns_.end(),
                                             tree_.lemma(above));
  if (!is_planned) return;
  const Frame plan = noun_frame(tree_, above);
  if (const Role* owner = plan.find(RoleKind::kSubject)) {
    event.actors = sides_.parties_of(owner->head);
  } else if (tree_.token(above).deprel == Deprel::kObj) {
    event.actors = subject_of(tree_.token(above).head);
  }
}

// "Mali denied the attack": the attack told before, which this denial stands beside.
void BorrowedSides::take_denied(std::uint32_t head, PloverType act,
                                const std::vector<Event>& before, Event& event) const {
  const bool is_named = !event.actors.empty() || !event.recipients.empty();
  if (is_named || !is_object_of(head, denying_verbs_)) return;
  for (auto earlier = before.rbegin(); earlier != before.rend(); ++earlier) {
    if (earlier->act != act || earlier->head >= head) continue;
    event.actors = earlier->actors;
    event.recipients = earlier->recipients;
    return;
  }
}

}  // namespace verbale
