// SPDX-License-Identifier: Apache-2.0
#include "stages/link_conditions/link_conditions.h"

#include <algorithm>

#include "claims/embedding_words.h"
#include "grammar/frame.h"

namespace verbale {
namespace {

class ConditionLinker {
 public:
  ConditionLinker(std::vector<Event>& events, const Tree& tree, std::string_view text,
                  const ClaimWords& words, const Vocabulary& vocabulary)
      : events_(events), tree_(tree), words_(tree, text, words, vocabulary) {}

  void link() {
    for (std::size_t i = 0; i < events_.size(); ++i) link_clauses(i);
    for (const Sentence& sentence : tree_.syntax().sentences) {
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        const Upos upos = tree_.token(t).upos;
        link_preceding(t);
        if (upos == Upos::kNoun && words_.is(ClaimClass::kConditionNouns, t)) link_noun(t);
        else if (words_.is(ClaimClass::kDependingWords, t) ||
                 (upos == Upos::kVerb && words_.is(ClaimClass::kLinkingVerbs, t))) {
          link_depending(t);
        }
      }
    }
  }

 private:
  // Conditional clauses on the act, or on a clause above that carries it ("agreed to go if …"), or on
  // the clause it embeds itself ("threatened to go if …").
  void link_clauses(std::size_t index) {
    link_below(index, events_[index].anchor);
    std::uint32_t at = events_[index].anchor;
    while (at != kNoToken) {
      link_beside(index, at);
      const Deprel relation = tree_.token(at).deprel;
      if (relation != Deprel::kXcomp && relation != Deprel::kConj && relation != Deprel::kObj &&
          relation != Deprel::kCcomp) {
        return;
      }
      at = tree_.token(at).head;
    }
  }

  void link_below(std::size_t index, std::uint32_t at) {
    for (std::uint32_t child : tree_.children(at)) {
      if (tree_.token(child).deprel != Deprel::kXcomp) continue;
      link_beside(index, child);
      link_below(index, child);
    }
  }

  void link_beside(std::size_t index, std::uint32_t at) {
    for (std::uint32_t child : tree_.children(at)) {
      if (is_conditional_clause(tree_, words_, child)) {
        add(index, child);
      } else if (words_.is(ClaimClass::kConditionalAdverbs, child)) {
        for (std::uint32_t below : tree_.children(child)) {
          if (is_conditional_clause(tree_, words_, below)) add(index, below);
        }
      } else if (tree_.token(child).deprel == Deprel::kObl) {
        if (is_exchange(child)) add(index, exchanged(child));
        else if (is_named_condition(child)) add(index, clause_of(child));
      } else if (tree_.token(child).deprel == Deprel::kObj) {
        link_on_object(index, child);
      }
    }
  }

  // "free 30 men in exchange for the gold", "lift the ban on condition that …", where the phrase
  // hangs on the object.
  void link_on_object(std::size_t index, std::uint32_t object) {
    for (std::uint32_t child : tree_.children(object)) {
      if (tree_.token(child).deprel != Deprel::kNmod) continue;
      if (is_exchange(child)) add(index, exchanged(child));
      else if (is_named_condition(child)) add(index, clause_of(child));
    }
  }

  // "on condition that they leave": the noun, with a clause of its own.
  bool is_named_condition(std::uint32_t head) const {
    if (!words_.is(ClaimClass::kConditionNouns, head)) return false;
    const std::uint32_t clause = clause_of(head);
    if (clause == kNoToken) return false;
    // "a precondition for halting fire": what waits, not what it waits for.
    const std::uint32_t marker = marker_of(tree_, clause);
    return marker == kNoToken || !words_.is(ClaimClass::kConditionPrepositions, marker);
  }

  std::uint32_t clause_of(std::uint32_t noun) const {
    return tree_.child(noun, {Deprel::kAcl, Deprel::kAclRelcl, Deprel::kCcomp});
  }

  // "in exchange for", "in return for"
  bool is_exchange(std::uint32_t head) const {
    return words_.is(ClaimClass::kExchangeNouns, head) && tree_.has_child(head, Deprel::kCase) &&
           exchanged(head) != kNoToken;
  }

  // What stands after "in exchange for", whether it hangs on "exchange" or beside it.
  std::uint32_t exchanged(std::uint32_t head) const {
    const std::uint32_t below = phrase_after(head, ClaimClass::kExchangePrepositions);
    if (below != kNoToken) return below;
    for (std::uint32_t beside : tree_.children(tree_.token(head).head)) {
      const std::uint32_t marker = beside > head ? marker_of(tree_, beside) : kNoToken;
      if (marker == head + 1 && words_.is(ClaimClass::kExchangePrepositions, marker)) return beside;
    }
    return kNoToken;
  }

  // What stands below or beside `head` after one of these prepositions.
  std::uint32_t phrase_after(std::uint32_t head, ClaimClass prepositions) const {
    for (std::uint32_t child : tree_.children(head)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation != Deprel::kNmod && relation != Deprel::kAcl && relation != Deprel::kObl &&
          relation != Deprel::kAdvcl && relation != Deprel::kXcomp) {
        continue;
      }
      const std::uint32_t marker = marker_of(tree_, child);
      if (marker != kNoToken && words_.is(prepositions, marker)) return child;
    }
    return kNoToken;
  }

  // "demanded A as a precondition for B", "A is a condition for B": B waits for A.
  void link_noun(std::uint32_t noun) {
    const std::uint32_t waiting = phrase_after(noun, ClaimClass::kConditionPrepositions);
    const std::uint32_t governor = tree_.token(noun).head;
    if (waiting == kNoToken) return;
    std::uint32_t condition = tree_.child(noun, {Deprel::kNsubj, Deprel::kCsubj});
    if (condition == kNoToken && governor != kNoToken) {
      condition = tree_.child(governor, {Deprel::kObj, Deprel::kCcomp, Deprel::kNsubjPass});
      if (condition == noun || condition == kNoToken) {
        const bool is_beside = tree_.token(noun).deprel == Deprel::kNmod ||
                               tree_.token(noun).deprel == Deprel::kAppos;
        condition = is_beside ? governor : kNoToken;
      }
    }
    // "demanded that they leave as a precondition for …": the leaving is, not what it leaves.
    // "scrapped the visa requirement for Finns" is about the requirement itself.
    const Deprel place = tree_.token(noun).deprel;
    const bool is_object = place == Deprel::kObj || place == Deprel::kNsubjPass;
    if (governor != kNoToken && is_deed(governor)) condition = is_object ? kNoToken : governor;
    make_wait(waiting, condition);
  }

  // The token names an act other than asking: what it asks is the deed then.
  bool is_deed(std::uint32_t token) const {
    return std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
      return event.anchor == token && event.act != PloverType::kRequest;
    });
  }

  // "demanded that they leave before it signs": the signing waits for what is demanded.
  void link_preceding(std::uint32_t clause) {
    const std::uint32_t above = tree_.token(clause).head;
    const std::uint32_t marker = marker_of(tree_, clause);
    if (tree_.token(clause).deprel != Deprel::kAdvcl || marker == kNoToken ||
        !words_.is(ClaimClass::kPrecedingMarks, marker)) {
      return;
    }
    for (const Event& event : events_) {
      const bool is_demand = event.act == PloverType::kRequest && event.content &&
                             event.factuality == Factuality::kHappened;
      if (!is_demand) continue;
      const std::uint32_t wanted = events_[*event.content].anchor;
      if (above != event.anchor && above != wanted) continue;
      add_waiting(clause, *event.content, wanted);
      return;
    }
  }

  void add_waiting(std::uint32_t clause, std::size_t wanted, std::uint32_t condition) {
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const bool waits = i != wanted && tree_.is_within(events_[i].anchor, clause) &&
                         events_[i].factuality == Factuality::kPossible;
      if (waits) add(i, condition, clause);
    }
  }

  // "talks depend on a truce", "aid is conditional on reforms": the subject waits.
  void link_depending(std::uint32_t word) {
    std::uint32_t waiting = tree_.child(word, {Deprel::kNsubj, Deprel::kNsubjPass});
    // "made its support dependent on …"
    if (waiting == kNoToken && tree_.token(word).deprel == Deprel::kXcomp) {
      waiting = tree_.child(tree_.token(word).head, {Deprel::kObj, Deprel::kNsubjPass});
    }
    // "tied aid to reforms"
    if (words_.is(ClaimClass::kLinkingVerbs, word)) {
      waiting = tree_.child(word, {Deprel::kObj, Deprel::kNsubjPass});
    }
    std::uint32_t condition = phrase_after(word, ClaimClass::kDependingPrepositions);
    if (condition == kNoToken && waiting != kNoToken) {
      condition = phrase_after(waiting, ClaimClass::kDependingPrepositions);
    }
    if (waiting != kNoToken) make_wait(waiting, condition);
  }

  void make_wait(std::uint32_t waiting, std::uint32_t condition) {
    if (condition == kNoToken || condition == waiting) return;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const bool is_condition = tree_.is_within(events_[i].anchor, condition) &&
                                !tree_.is_within(events_[i].anchor, waiting);
      if (is_condition && events_[i].factuality == Factuality::kHappened) {
        events_[i].factuality = Factuality::kDemanded;
      }
      if (!tree_.is_within(events_[i].anchor, waiting)) continue;
      give_to_demander(i, condition);
      add(i, condition, waiting);
      if (events_[i].factuality == Factuality::kHappened) {
        events_[i].factuality = Factuality::kPossible;
      }
    }
  }

  // Who demands something as a precondition for an act speaks of his own act, whatever stands nearest
  // to it as a subject.
  void give_to_demander(std::size_t waiting, std::uint32_t condition) {
    Event& event = events_[waiting];
    if (tree_.child(event.anchor, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken) return;
    for (const Event& demand : events_) {
      if (demand.act != PloverType::kRequest || !demand.content) continue;
      const Event& wanted = events_[*demand.content];
      if (wanted.anchor != condition || wanted.actors.empty() || event.actors.empty()) continue;
      if (wanted.actors[0].entity == event.actors[0].entity) event.actors = demand.actors;
    }
  }

  // ", but only if they leave," without its commas and its "but".
  void trim(TokenSpan& tokens) const {
    const auto is_edge = [&](std::uint32_t token) {
      const Upos upos = tree_.token(token).upos;
      return upos == Upos::kPunct || upos == Upos::kCconj;
    };
    while (tokens.size() > 1 && is_edge(tokens.begin)) ++tokens.begin;
    while (tokens.size() > 1 && is_edge(tokens.end - 1)) --tokens.end;
  }

  // The words of `without`, should it lie within the condition, are left out.
  void add(std::size_t index, std::uint32_t condition, std::uint32_t without = kNoToken) {
    if (condition == kNoToken) return;
    const bool is_own = tree_.is_within(events_[index].anchor, condition);
    if (is_own && without == kNoToken) return;
    TokenSpan tokens = tree_.subtree_span(condition);
    if (without != kNoToken && tree_.is_within(without, condition)) {
      tokens.end = std::max(condition + 1, tree_.subtree_span(tree_.token(without).head).begin);
    }
    trim(tokens);
    Condition found{event_within(condition, index),
                    {tree_.token(tokens.begin).span.begin, tree_.token(tokens.end - 1).span.end}};
    // What is asked in exchange is not told as done.
    if (found.event && events_[*found.event].factuality == Factuality::kHappened) {
      events_[*found.event].factuality = Factuality::kPossible;
    }
    for (const Condition& known : events_[index].conditions) {
      if (known.span == found.span) return;
    }
    events_[index].conditions.push_back(found);
  }

  // The event nearest to the top of the clause.
  std::optional<std::size_t> event_within(std::uint32_t clause, std::size_t except) const {
    std::optional<std::size_t> best;
    int best_depth = 1 << 20;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      int depth = 0;
      std::uint32_t at = i == except ? kNoToken : events_[i].anchor;
      while (at != kNoToken && at != clause) {
        at = tree_.token(at).head;
        ++depth;
      }
      if (at == clause && depth < best_depth) {
        best = i;
        best_depth = depth;
      }
    }
    return best;
  }

  std::vector<Event>& events_;
  const Tree& tree_;
  const EmbeddingWords words_;
};

}  // namespace

std::vector<Event> link_conditions(std::vector<Event> events, const Tree& tree,
                                   std::string_view text, const ClaimWords& words,
                                   const Vocabulary& vocabulary) {
  ConditionLinker(events, tree, text, words, vocabulary).link();
  return events;
}

}  // namespace verbale
