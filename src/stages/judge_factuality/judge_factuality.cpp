// SPDX-License-Identifier: Apache-2.0
#include "stages/judge_factuality/judge_factuality.h"

#include <algorithm>

#include "document/xpos.h"
#include "grammar/frame.h"
#include "stages/judge_factuality/claim_state.h"
#include "claims/embedding_words.h"

namespace verbale {
namespace {

enum class Step { kOn, kStop, kDrop };

class Judge {
 public:
  Judge(const Tree& tree, std::string_view text, const ClaimWords& words,
        const Vocabulary& vocabulary)
      : tree_(tree), text_(text), words_(tree, text, words, vocabulary) {}

  // Nothing when the act is only a notion.
  std::optional<Factuality> judge(const Event& event) {
    state_ = ClaimState(event.factuality);
    anchor_ = event.anchor;
    if (event.head != event.anchor && judge_noun_itself(event.head) == Step::kStop) {
      return state_.result();
    }
    Step step = judge_itself(event.anchor);
    std::uint32_t at = event.anchor;
    while (step == Step::kOn && tree_.token(at).head != kNoToken) {
      step = judge_above(at);
      at = tree_.token(at).head;
    }
    if (step == Step::kDrop) return std::nullopt;
    if (step == Step::kOn && tree_.token(at).head == kNoToken) judge_root(at, event.anchor);
    return state_.result();
  }

 private:
  bool is_verbal(std::uint32_t token) const {
    const Upos upos = tree_.token(token).upos;
    return upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kAdj ||
           tree_.has_child(token, Deprel::kCop);
  }

  std::string_view tag(std::uint32_t token) const {
    return name_of_xpos(tree_.token(token).xpos);
  }

  // --- The word itself: negation, modals, adverbs; modifiers of a noun. ---

  Step judge_itself(std::uint32_t token) {
    if (!is_verbal(token)) return judge_noun_itself(token);
    judge_clause(token);
    return Step::kOn;
  }

  void judge_clause(std::uint32_t token) {
    bool is_perfect = false;
    std::optional<Effect> modal;
    bool is_able = false;
    bool is_negated = has_negation(token);
    for (std::uint32_t child : tree_.children(token)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation == Deprel::kAux) {
        is_perfect |= tree_.lemma(child) == "have";
        is_able |= tree_.lemma(child) == "can" || tree_.lemma(child) == "could";
        if (auto effect = words_.modal(child)) modal = effect;
      } else if (relation == Deprel::kAdvmod && words_.is(words_.words().doubt_adverbs, child)) {
        state_.embed(Effect::kPossible);
      }
    }
    // "cannot attack" did not come about; "could attack" may.
    if (is_able && is_negated) modal = std::nullopt;
    if (modal == Effect::kBackshifted) modal = backshifted(token, is_perfect);
    if (is_negated) state_.negate();
    if (modal) state_.embed(*modal);
    if (is_imperative(token)) state_.embed(Effect::kDemanded);
  }

  // "Stop the war now": a bare main verb that no one does.
  bool is_imperative(std::uint32_t token) const {
    const Deprel relation = tree_.token(token).deprel;
    const bool is_main = relation == Deprel::kRoot || relation == Deprel::kParataxis ||
                         relation == Deprel::kCcomp;
    if (!is_main || tag(token) != "VB") return false;
    return tree_.child(token, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kAux, Deprel::kMark,
                               Deprel::kCsubj, Deprel::kExpl}) == kNoToken;
  }

  // "said it would send", but "it would hurt", "would have sent".
  Effect backshifted(std::uint32_t token, bool is_perfect) const {
    const std::uint32_t above = tree_.token(token).head;
    if (is_perfect || above == kNoToken) return Effect::kPossible;
    const Deprel relation = tree_.token(token).deprel;
    const bool is_content = relation == Deprel::kCcomp || relation == Deprel::kParataxis;
    const bool has_condition = has_conditional_clause(token);
    if (!is_content || has_condition) return Effect::kPossible;
    return words_.effect_of(above, token) == Effect::kSaid ? Effect::kPlanned : Effect::kPossible;
  }

  bool has_conditional_clause(std::uint32_t token) const {
    for (std::uint32_t child : tree_.children(token)) {
      if (tree_.token(child).deprel != Deprel::kAdvcl) continue;
      const std::uint32_t marker = marker_of(tree_, child);
      if (marker != kNoToken && words_.is(words_.words().conditional_marks, marker)) return true;
    }
    return false;
  }

  bool has_negation(std::uint32_t token) const {
    for (std::uint32_t child : tree_.children(token)) {
      const Deprel relation = tree_.token(child).deprel;
      const bool modifies = relation == Deprel::kAdvmod || relation == Deprel::kAux ||
                            relation == Deprel::kDet || relation == Deprel::kCcPreconj ||
                            relation == Deprel::kCc;
      const bool is_subject = relation == Deprel::kNsubj || relation == Deprel::kNsubjPass;
      if (modifies && words_.is(words_.words().negators, child) && !is_undone(child)) return true;
      if (is_subject && (words_.is(words_.words().negators, child) || has_no(child))) return true;
    }
    return false;
  }

  bool is_undone(std::uint32_t negator) const {
    return negator + 1 < tree_.syntax().tokens.size() &&
           words_.is(words_.words().negator_undoers, negator + 1);
  }

  // "no country", "no talks"
  bool has_no(std::uint32_t noun) const {
    for (std::uint32_t child : tree_.children(noun)) {
      if (tree_.token(child).deprel == Deprel::kDet && tree_.lemma(child) == "no") return true;
    }
    return false;
  }

  Step judge_noun_itself(std::uint32_t noun) {
    for (std::uint32_t child : tree_.children(noun)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation != Deprel::kAmod && relation != Deprel::kCompound) continue;
      const auto effect = words_.modifier(child);
      if (effect && *effect != Effect::kSaid) state_.embed(*effect);
    }
    if (has_no(noun)) state_.negate();
    const std::uint32_t marker = tree_.child(noun, {Deprel::kCase});
    if (marker != kNoToken && words_.is(words_.words().negating_markers, marker)) {
      state_.negate();
      return Step::kStop;
    }
    return Step::kOn;
  }

  // --- What stands above. ---

  Step judge_above(std::uint32_t at) {
    const std::uint32_t above = tree_.token(at).head;
    switch (tree_.token(at).deprel) {
      case Deprel::kConj: return judge_conjunct(at, above);
      case Deprel::kAclRelcl:
      case Deprel::kParataxis:
      case Deprel::kAdvclRelcl: return Step::kStop;
      case Deprel::kAcl: return judge_noun_clause(at, above);
      case Deprel::kAdvcl: return judge_adverbial(at, above);
      case Deprel::kXcomp:
      case Deprel::kCcomp:
      case Deprel::kCsubj:
      case Deprel::kCsubjPass: return judge_complement(at, above);
      case Deprel::kObj:
      case Deprel::kNsubjPass:
      case Deprel::kObl:
      case Deprel::kNsubj:
      case Deprel::kNmod:
      case Deprel::kNmodPoss:
      case Deprel::kIobj:
      case Deprel::kOblAgent: return is_verbal(at) && !is_nominal(at) ? Step::kStop
                                                                      : judge_phrase(at, above);
      case Deprel::kCompound:
      case Deprel::kAmod: return judge_compound(at, above);
      default: return Step::kOn;
    }
  }

  bool is_nominal(std::uint32_t token) const {
    const Upos upos = tree_.token(token).upos;
    return upos == Upos::kNoun || upos == Upos::kPropn;
  }

  // "will arrest and deport": a bare verb shares the auxiliaries before the first.
  Step judge_conjunct(std::uint32_t at, std::uint32_t first) {
    const bool has_own = tree_.has_child(at, Deprel::kAux) ||
                         tree_.child(at, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken;
    if (is_verbal(at) && !is_nominal(at) && is_verbal(first) && !has_own) {
      const bool shares = tag(at) == "VB" || tag(at) == "VBN" || tag(at) == tag(first);
      if (shares && tag(at) != "VBD" && tag(at) != "VBZ") judge_modals(first);
    }
    return Step::kOn;
  }

  void judge_modals(std::uint32_t token) {
    if (has_negation(token)) state_.negate();
    for (std::uint32_t child : tree_.children(token)) {
      if (tree_.token(child).deprel != Deprel::kAux) continue;
      auto effect = words_.modal(child);
      if (effect == Effect::kBackshifted) effect = backshifted(token, false);
      if (effect) state_.embed(*effect);
    }
  }

  // "its plan to attack", but "troops attacking the town", "sanctions imposed in 2014".
  Step judge_noun_clause(std::uint32_t at, std::uint32_t noun) {
    const std::uint32_t marker = marker_of(tree_, at);
    if (marker == kNoToken) return Step::kStop;
    if (is_headline_infinitive(tree_, at)) {
      state_.embed(Effect::kPlanned);
      return Step::kStop;
    }
    const auto effect = words_.effect_of(noun, at);
    if (effect == Effect::kFact) return Step::kStop;
    state_.embed(effect && *effect != Effect::kSaid && *effect != Effect::kSame
                     ? *effect
                     : Effect::kPossible);
    return judge_noun_itself(noun);
  }

  Step judge_adverbial(std::uint32_t at, std::uint32_t above) {
    const std::uint32_t marker = marker_of(tree_, at);
    if (marker == kNoToken) {
      // "…, killing five": as real as what it goes with.
      judge_modals(above);
      return Step::kOn;
    }
    const ClaimWords& sets = words_.words();
    if (words_.is(sets.negating_markers, marker)) {
      state_.negate();
      return Step::kStop;
    }
    if (words_.is(sets.conditional_marks, marker)) {
      state_.embed(Effect::kPossible);
      return Step::kStop;
    }
    if (words_.is(sets.temporal_marks, marker)) {
      const bool is_past = tag(at) == "VBD" || tree_.child(at, Deprel::kAux, "have") != kNoToken;
      if (!is_past) judge_modals(above);
      return Step::kStop;
    }
    if (tree_.lemma(marker) == "to") {
      const auto effect = words_.effect_of(above, at);
      // A purpose is no plan announced: "moved in to arrest them".
      state_.embed(effect && is_modal(*effect) ? *effect : Effect::kPossible);
      judge_clause(above);
      return Step::kOn;
    }
    return judge_complement(at, above);
  }

  static bool is_modal(Effect effect) {
    return effect == Effect::kNot || effect == Effect::kPlanned || effect == Effect::kPossible ||
           effect == Effect::kDemanded || effect == Effect::kThreatened;
  }

  Step judge_complement(std::uint32_t at, std::uint32_t above) {
    auto effect = words_.effect_of(above, at);
    // "warned that others may attack" threatens nothing itself.
    const bool has_own_subject = tree_.child(at, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken;
    if (effect == Effect::kThreatened && tree_.token(at).deprel == Deprel::kCcomp &&
        has_own_subject && !has_pronoun_subject(at)) {
      effect = Effect::kSaid;
    }
    if (effect == Effect::kFact) return Step::kStop;
    if (effect == Effect::kSaid) return Step::kOn;
    if (effect && is_modal(*effect)) state_.embed(*effect);
    if (is_nominal(above) && !tree_.has_child(above, Deprel::kCop)) return judge_noun_itself(above);
    judge_clause(above);
    return Step::kOn;
  }

  bool has_pronoun_subject(std::uint32_t verb) const {
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass});
    return subject != kNoToken && tree_.token(subject).upos == Upos::kPron;
  }

  // A noun that names the act, as subject, object or prepositional phrase.
  Step judge_phrase(std::uint32_t at, std::uint32_t above) {
    const Deprel relation = tree_.token(at).deprel;
    const bool is_subject = relation == Deprel::kNsubj;
    const auto effect = is_subject ? std::nullopt : words_.effect_of(above, at);
    if (effect == Effect::kFact) return Step::kStop;
    if (is_adjunct(at)) return Step::kStop;
    if (effect && is_modal(*effect)) {
      state_.embed(*effect);
    } else if (at == anchor_ && !is_definite(at) && !is_subject && effect != Effect::kSaid &&
               effect != Effect::kSame) {
      return Step::kDrop;
    }
    if (is_verbal(above) && !is_nominal(above)) {
      if (is_subject) {
        judge_subject_of(above);
        return Step::kStop;
      }
      if (effect != Effect::kSaid) judge_clause(above);
      return effect || at != anchor_ ? Step::kOn : Step::kStop;
    }
    return effect ? judge_noun_itself(above) : Step::kStop;
  }

  // "Sanctions would hurt": what is said of it leaves it open.
  void judge_subject_of(std::uint32_t verb) {
    for (std::uint32_t child : tree_.children(verb)) {
      if (tree_.token(child).deprel != Deprel::kAux) continue;
      const auto effect = words_.modal(child);
      if (effect == Effect::kPossible || effect == Effect::kBackshifted) {
        state_.embed(Effect::kPossible);
      }
    }
  }

  // "during the visit", "since the invasion": it is told as known.
  bool is_adjunct(std::uint32_t at) const {
    const std::uint32_t marker = tree_.child(at, {Deprel::kCase});
    return marker != kNoToken && words_.is(words_.words().temporal_marks, marker);
  }

  bool is_definite(std::uint32_t noun) const {
    for (std::uint32_t child : tree_.children(noun)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation == Deprel::kNmodPoss) return true;
      if (relation == Deprel::kDet && tree_.lemma(child) != "a" && tree_.lemma(child) != "any" &&
          tree_.lemma(child) != "no") {
        return true;
      }
      if (relation == Deprel::kAmod && tree_.token(child).upos == Upos::kPropn) return true;
    }
    return false;
  }

  // "sanctions threat", "peace talks proposal"
  Step judge_compound(std::uint32_t at, std::uint32_t above) {
    const auto effect = words_.effect_of(above, at);
    if (!effect || !is_modal(*effect)) return Step::kDrop;
    state_.embed(*effect);
    return judge_noun_itself(above);
  }

  // Headlines: "Envoy to meet rebels"; and questions.
  void judge_root(std::uint32_t root, std::uint32_t anchor) {
    const std::uint32_t marker = tree_.child(root, {Deprel::kMark});
    if (marker != kNoToken && tree_.lemma(marker) == "to" && root == anchor) {
      state_.embed(Effect::kPlanned);
    }
    const Sentence& sentence = tree_.syntax().sentences[tree_.sentence_of(root)];
    if (sentence.span.of(text_).ends_with('?')) state_.embed(Effect::kPossible);
  }

  const Tree& tree_;
  std::string_view text_;
  const EmbeddingWords words_;
  ClaimState state_{Factuality::kHappened};
  std::uint32_t anchor_ = kNoToken;
};

}  // namespace

std::vector<Event> judge_factuality(std::vector<Event> events, const Tree& tree,
                                    std::string_view text, const ClaimWords& words,
                                    const Vocabulary& vocabulary) {
  Judge judge(tree, text, words, vocabulary);
  std::vector<bool> is_dropped(events.size(), false);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto factuality = judge.judge(events[i])) {
      events[i].factuality = *factuality;
    } else {
      is_dropped[i] = true;
    }
  }
  // Indices of contents follow the events that stay.
  std::vector<std::size_t> place(events.size());
  std::vector<Event> kept;
  for (std::size_t i = 0; i < events.size(); ++i) {
    place[i] = kept.size();
    if (!is_dropped[i]) kept.push_back(std::move(events[i]));
  }
  for (Event& event : kept) {
    if (!event.content) continue;
    if (is_dropped[*event.content]) event.content.reset();
    else event.content = place[*event.content];
  }
  return kept;
}

}  // namespace verbale
