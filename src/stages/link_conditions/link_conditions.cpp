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
        if (is_noun_of_condition(t)) link_noun(t);
      }
    }
  }

 private:
  // Conditional clauses on the act, or on a clause above that carries it ("agreed to go if …").
  void link_clauses(std::size_t index) {
    std::uint32_t at = events_[index].anchor;
    while (at != kNoToken) {
      for (std::uint32_t child : tree_.children(at)) {
        if (is_conditional(child)) add(index, child);
        if (tree_.token(child).deprel == Deprel::kObl && is_exchange(child)) {
          add(index, exchanged(child));
        }
      }
      const Deprel relation = tree_.token(at).deprel;
      if (relation != Deprel::kXcomp && relation != Deprel::kConj && relation != Deprel::kObj &&
          relation != Deprel::kCcomp) {
        return;
      }
      at = tree_.token(at).head;
    }
  }

  bool is_conditional(std::uint32_t clause) const {
    if (tree_.token(clause).deprel != Deprel::kAdvcl) return false;
    for (std::uint32_t child : tree_.children(clause)) {
      const Deprel relation = tree_.token(child).deprel;
      const bool marks = relation == Deprel::kMark || relation == Deprel::kAdvmod;
      if (marks && words_.is(words_.words().conditional_marks, child)) return true;
    }
    return false;
  }

  // "in exchange for", "in return for"
  bool is_exchange(std::uint32_t head) const {
    return (tree_.lemma(head) == "exchange" || tree_.lemma(head) == "return") &&
           tree_.child(head, Deprel::kCase, "in") != kNoToken && exchanged(head) != kNoToken;
  }

  // What stands after "in exchange for", whether it hangs on "exchange" or beside it.
  std::uint32_t exchanged(std::uint32_t head) const {
    const std::uint32_t below = phrase_after(head);
    if (below != kNoToken) return below;
    for (std::uint32_t beside : tree_.children(tree_.token(head).head)) {
      const std::uint32_t marker = beside > head ? marker_of(tree_, beside) : kNoToken;
      if (marker == head + 1 && tree_.lemma(marker) == "for") return beside;
    }
    return kNoToken;
  }

  bool is_noun_of_condition(std::uint32_t token) const {
    const std::string_view lemma = tree_.lemma(token);
    return tree_.token(token).upos == Upos::kNoun &&
           (lemma == "condition" || lemma == "precondition" || lemma == "prerequisite") &&
           phrase_after(token) != kNoToken;
  }

  // What stands after "for" or "of".
  std::uint32_t phrase_after(std::uint32_t noun) const {
    for (std::uint32_t child : tree_.children(noun)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation != Deprel::kNmod && relation != Deprel::kAcl && relation != Deprel::kObl &&
          relation != Deprel::kAdvcl) {
        continue;
      }
      const std::uint32_t marker = marker_of(tree_, child);
      if (marker != kNoToken && (tree_.lemma(marker) == "for" || tree_.lemma(marker) == "of")) {
        return child;
      }
    }
    return kNoToken;
  }

  // "demanded A as a precondition for B": B waits for A.
  void link_noun(std::uint32_t noun) {
    const std::uint32_t governor = tree_.token(noun).head;
    if (governor == kNoToken) return;
    const std::uint32_t waiting = phrase_after(noun);
    std::uint32_t condition = tree_.child(governor, {Deprel::kObj, Deprel::kCcomp, Deprel::kXcomp});
    if (condition == noun || condition == kNoToken) {
      condition = tree_.child(noun, {Deprel::kNsubj});
    }
    if (condition == kNoToken) {
      condition = tree_.token(noun).deprel == Deprel::kNmod ? governor : kNoToken;
    }
    if (condition == kNoToken || condition == waiting) return;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      if (!tree_.is_within(events_[i].anchor, waiting)) continue;
      add(i, condition);
      if (events_[i].factuality == Factuality::kHappened) {
        events_[i].factuality = Factuality::kPossible;
      }
    }
  }

  void add(std::size_t index, std::uint32_t condition) {
    if (condition == kNoToken || tree_.is_within(events_[index].anchor, condition)) return;
    const TokenSpan tokens = tree_.subtree_span(condition);
    Condition found{event_within(condition),
                    {tree_.token(tokens.begin).span.begin, tree_.token(tokens.end - 1).span.end}};
    for (const Condition& known : events_[index].conditions) {
      if (known.span == found.span) return;
    }
    events_[index].conditions.push_back(found);
  }

  // The event nearest to the top of the clause.
  std::optional<std::size_t> event_within(std::uint32_t clause) const {
    std::optional<std::size_t> best;
    int best_depth = 1 << 20;
    for (std::size_t i = 0; i < events_.size(); ++i) {
      int depth = 0;
      std::uint32_t at = events_[i].anchor;
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
