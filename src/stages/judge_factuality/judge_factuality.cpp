// SPDX-License-Identifier: Apache-2.0
#include "stages/judge_factuality/judge_factuality.h"

#include <utility>

#include "claims/embedding_words.h"
#include "document/xpos.h"
#include "grammar/frame.h"
#include "stages/judge_factuality/claim_state.h"
#include "stages/judge_factuality/word_signs.h"

namespace verbale {
namespace {

enum class Step { kOn, kStop, kDrop };

// The codebook counts a sanction, an arrest or a reproach as done when it is announced; a visit, a
// delivery or a withdrawal is still to come.
bool is_done_by_announcing(PloverType act) {
  switch (act) {
    case PloverType::kConsult:
    case PloverType::kConcede:
    case PloverType::kCooperate:
    case PloverType::kAid:
    case PloverType::kRetreat:
    case PloverType::kProtest:
    case PloverType::kMobilize: return false;
    default: return true;
  }
}

class Judge {
 public:
  Judge(const Tree& tree, std::string_view text, const ClaimWords& words,
        const Vocabulary& vocabulary)
      : tree_(tree), text_(text), words_(tree, text, words, vocabulary), signs_(tree, words_) {}

  // Nothing when the act is only a notion.
  std::optional<Factuality> judge(const Event& event) {
    state_ = ClaimState(event.factuality);
    anchor_ = event.anchor;
    act_ = event.act;
    has_content_ = event.content.has_value();
    is_told_ = false;
    // A verb carries the noun: what was planned or feared is now told by the verb.
    if (event.head != event.anchor && signs_.has_no(event.head)) state_.negate();
    Step step = judge_itself(event.anchor);
    std::uint32_t at = event.anchor;
    while (step == Step::kOn && tree_.token(at).head != kNoToken) {
      next_ = tree_.token(at).head;
      step = judge_above(at);
      at = next_;
    }
    if (step == Step::kDrop) return std::nullopt;
    if (step == Step::kOn && tree_.token(at).head == kNoToken) judge_root(at, event.anchor);
    return state_.result();
  }

 private:
  bool is_verbal(std::uint32_t token) const { return is_predicate(tree_, token); }

  std::string_view tag(std::uint32_t token) const {
    return name_of_xpos(tree_.token(token).xpos);
  }

  void embed(Effect effect) {
    if (effect == Effect::kAnnounced && !is_done_by_announcing(act_)) effect = Effect::kPlanned;
    const bool denies = effect == Effect::kNot || effect == Effect::kFailed;
    state_.embed(is_told_ && denies ? Effect::kPossible : effect);
  }

  // "declined to say whether", "did not comment on": of what is not told nothing follows.
  void negate() {
    if (is_told_) state_.embed(Effect::kPossible);
    else state_.negate();
  }

  // --- The word itself: negation, modals, adverbs; modifiers of a noun. ---

  Step judge_itself(std::uint32_t token) {
    if (!is_verbal(token)) return judge_noun_itself(token);
    judge_clause(token);
    return Step::kOn;
  }

  void judge_clause(std::uint32_t token) {
    if (signs_.is_doubted(token)) embed(Effect::kPossible);
    if (signs_.is_only_near(token)) embed(Effect::kNot);
    judge_modals(token);
    if (signs_.is_imperative(token) || signs_.is_subjunctive(token)) embed(Effect::kDemanded);
  }

  void judge_modals(std::uint32_t token) {
    if (signs_.is_negated(token)) negate();
    if (const auto effect = signs_.modality(token)) embed(*effect);
  }

  Step judge_noun_itself(std::uint32_t noun) {
    for (Effect effect : signs_.modifiers(noun)) embed(effect);
    if (signs_.has_no(noun)) state_.negate();
    const std::uint32_t marker = tree_.child(noun, {Deprel::kCase});
    if (marker != kNoToken && words_.is(ClaimClass::kNegatingMarkers, marker)) {
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
      case Deprel::kParataxis:
      case Deprel::kAdvclRelcl: return Step::kStop;
      case Deprel::kAcl:
      case Deprel::kAclRelcl: return judge_noun_clause(at, above);
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
      case Deprel::kOblAgent: return is_verbal(at) && !is_noun(tree_, at) ? Step::kStop
                                                                         : judge_phrase(at, above);
      case Deprel::kCompound:
      case Deprel::kAmod: return judge_compound(at, above);
      default: return Step::kOn;
    }
  }

  // "will arrest and deport": a bare verb shares the auxiliaries before the first; "did not arrest
  // but deport" shares no negation.
  Step judge_conjunct(std::uint32_t at, std::uint32_t first) {
    if (is_conditional_clause(tree_, words_, at)) {
      embed(Effect::kPossible);
      return Step::kStop;
    }
    const bool has_own = tree_.has_child(at, Deprel::kAux) ||
                         tree_.child(at, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken;
    if (!is_verbal(at) || is_noun(tree_, at) || !is_verbal(first) || has_own) return Step::kOn;
    const std::uint32_t conjunction = tree_.child(at, {Deprel::kCc});
    const bool is_choice = conjunction != kNoToken &&
                           words_.is(ClaimClass::kDisjunctions, conjunction) &&
                           tree_.has_child(first, Deprel::kAux);
    const bool is_bare = tag(at) == "VB" || tag(at) == "VBN" || tag(at) == tag(first);
    const bool is_finite = !is_bare || tag(at) == "VBD" || tag(at) == "VBZ";
    // "has not left or freed them", though the tagger takes the second for a past tense
    if (is_finite && !is_choice) return Step::kOn;
    // "neither confirmed nor denied": each has its own negation.
    if (signs_.is_negated(at)) return Step::kOn;
    const bool is_contrast = conjunction != kNoToken &&
                             words_.is(ClaimClass::kContrastConjunctions, conjunction);
    if (signs_.is_imperative(first) || signs_.is_subjunctive(first)) embed(Effect::kDemanded);
    if (!is_contrast) judge_modals(first);
    else if (const auto effect = signs_.modality(first)) embed(*effect);
    return Step::kOn;
  }

  // "its plan to attack", "reports that they attacked"; but "troops attacking the town", "sanctions
  // imposed in 2014" and "troops that attacked" tell it as done.
  Step judge_noun_clause(std::uint32_t at, std::uint32_t noun) {
    const std::uint32_t marker = marker_of(tree_, at);
    if (marker == kNoToken) {
      // "no talks planned"
      if (signs_.has_no(noun)) state_.negate();
      return Step::kStop;
    }
    if (is_headline_infinitive(tree_, at)) {
      embed(Effect::kPlanned);
      return Step::kStop;
    }
    if (words_.is(ClaimClass::kInfinitiveMarks, marker) && signs_.is_ranked(noun)) {
      return Step::kOn;
    }
    if (take_outer_phrase(noun)) return Step::kOn;
    const auto effect = words_.effect_of(noun, at);
    const bool is_relative = tree_.token(at).deprel == Deprel::kAclRelcl;
    if (effect == Effect::kFact || (is_relative && !effect)) return Step::kStop;
    embed(effect.value_or(Effect::kPossible));
    return judge_noun_itself(noun);
  }

  // "came within hours of arresting": the verb with its preposition decides.
  bool take_outer_phrase(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kObl || tree_.token(verb).upos != Upos::kVerb) {
      return false;
    }
    const auto effect = words_.effect_of(verb, noun);
    if (effect != Effect::kNot && effect != Effect::kFailed) return false;
    embed(*effect);
    judge_clause(verb);
    next_ = verb;
    return true;
  }

  // "welcomed its decision to leave", where the parse hangs the infinitive on the verb: the noun
  // right before it is what embeds it.
  std::optional<Effect> effect_of_noun_before(std::uint32_t at, std::uint32_t verb) const {
    const std::uint32_t noun = noun_before(at, verb);
    if (noun == kNoToken) return std::nullopt;
    const auto effect = words_.effect_of(noun, at);
    return effect && is_modal(*effect) ? effect : std::nullopt;
  }

  // The object or phrase of `verb` that ends where the clause `at` begins.
  std::uint32_t noun_before(std::uint32_t at, std::uint32_t verb) const {
    const std::uint32_t begin = tree_.subtree_span(at).begin;
    for (std::uint32_t child : tree_.children(verb)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation != Deprel::kObj && relation != Deprel::kObl && relation != Deprel::kXcomp) {
        continue;
      }
      if (is_noun(tree_, child) && tree_.subtree_span(child).end == begin) return child;
    }
    return kNoToken;
  }

  Step judge_adverbial(std::uint32_t at, std::uint32_t above) {
    if (is_conditional_clause(tree_, words_, at)) {
      embed(Effect::kPossible);
      return Step::kStop;
    }
    const std::uint32_t marker = signs_.opener(at);
    if (marker == kNoToken) {
      // "did not rule out attacking", parsed as a circumstance.
      const auto effect = words_.effect_of(above, at);
      const bool is_apart = tree_.has_child(at, Deprel::kPunct);
      if (effect && is_modal(*effect) && tag(at) == "VBG" && !is_apart) {
        return judge_complement(at, above);
      }
      // "…, killing five": as real as what it goes with.
      judge_modals(above);
      return Step::kOn;
    }
    if (words_.is(ClaimClass::kNegatingMarkers, marker)) {
      state_.negate();
      return Step::kStop;
    }
    if (words_.is(ClaimClass::kConditionalMarks, marker)) {
      embed(Effect::kPossible);
      return Step::kStop;
    }
    if (words_.is(ClaimClass::kTemporalMarks, marker)) {
      const bool is_past = tag(at) == "VBD" || has_perfect(at);
      if (const auto effect = signs_.modality(above); effect && !is_past) embed(*effect);
      else if (!is_past && is_ahead(at, above, marker)) embed(Effect::kPossible);
      return Step::kStop;
    }
    if (words_.is(ClaimClass::kInfinitiveMarks, marker)) return judge_purpose(at, above);
    return judge_complement(at, above);
  }

  // "wants them freed before it opens the border", "has demanded …": what comes after something wanted
  // is still to come.
  bool is_ahead(std::uint32_t at, std::uint32_t above, std::uint32_t marker) const {
    if (!words_.is(ClaimClass::kPrecedingMarks, marker) || tag(at) == "VBG") return false;
    if (signs_.is_subjunctive(above)) return true;
    const std::uint32_t wanted = tree_.child(above, {Deprel::kObj, Deprel::kCcomp, Deprel::kXcomp});
    return wanted != kNoToken && words_.effect_on_object(above, wanted) == Effect::kDemanded;
  }

  bool has_perfect(std::uint32_t verb) const {
    for (std::uint32_t child : tree_.children(verb)) {
      const bool is_auxiliary = tree_.token(child).deprel == Deprel::kAux;
      if (is_auxiliary && words_.is(ClaimClass::kPerfectAuxiliaries, child)) return true;
    }
    return false;
  }

  // A purpose is no plan announced: "moved in to arrest them". But "came close to arresting", "plans to
  // arrest" where the parse takes what is planned for a purpose.
  Step judge_purpose(std::uint32_t at, std::uint32_t above) {
    if (take_phrase_verb(at, above)) return Step::kOn;
    // "dropped plans to arrest"
    if (effect_of_noun_before(at, above)) return judge_complement(at, above);
    const auto effect = words_.effect_of(above, at);
    // "dropped the plan to please them": what is dropped is its object.
    const bool is_of_object = tree_.has_child(above, Deprel::kObj) &&
                              (effect == Effect::kNot || effect == Effect::kFailed);
    embed(effect && is_modal(*effect) && !is_of_object ? *effect : Effect::kPossible);
    judge_clause(above);
    return Step::kOn;
  }

  static bool is_modal(Effect effect) {
    return effect != Effect::kSaid && effect != Effect::kSame && effect != Effect::kFact &&
           effect != Effect::kBackshifted;
  }

  // "stopped short of attacking": the clause hangs on "short", the effect is that of the whole.
  bool take_phrase_verb(std::uint32_t at, std::uint32_t above) {
    const Upos upos = tree_.token(above).upos;
    const std::uint32_t verb = tree_.token(above).head;
    if ((upos != Upos::kAdj && upos != Upos::kAdv) || verb == kNoToken) return false;
    if (tree_.has_child(above, Deprel::kCop)) return false;
    const auto effect = words_.effect_of_phrase(verb, above, at);
    if (!effect) return false;
    embed(*effect);
    judge_clause(verb);
    next_ = verb;
    return true;
  }

  Step judge_complement(std::uint32_t at, std::uint32_t above) {
    if (take_phrase_verb(at, above)) return Step::kOn;
    const Deprel relation = tree_.token(at).deprel;
    const std::uint32_t opener = marker_of(tree_, at);
    if (opener != kNoToken && words_.is(ClaimClass::kQuestionMarks, opener)) {
      embed(Effect::kPossible);
      return Step::kStop;
    }
    if (const auto of_noun = effect_of_noun_before(at, above)) {
      embed(*of_noun);
      const auto done = words_.effect_on_object(above, noun_before(at, above));
      if (done == Effect::kFact) return Step::kStop;
      if (done) embed(*done);
      judge_clause(above);
      return Step::kOn;
    }
    if (is_conditional_clause(tree_, words_, above)) {
      embed(Effect::kPossible);
      return Step::kStop;
    }
    const bool is_subject = relation == Deprel::kCsubj;
    auto effect = is_subject ? words_.effect_on_subject(above, at) : std::nullopt;
    if (!effect) effect = words_.effect_of(above, at);
    // "warned that others may attack" threatens nothing itself.
    const bool has_own_subject = tree_.child(at, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken;
    if (effect == Effect::kThreatened && relation == Deprel::kCcomp && has_own_subject &&
        !has_pronoun_subject(at)) {
      effect = Effect::kSaid;
    }
    if (effect == Effect::kFact) return Step::kStop;
    if (effect == Effect::kSaid) {
      // "did not say that": nothing follows of what was not said.
      is_told_ = true;
      if (signs_.is_negated(above)) negate();
      return Step::kOn;
    }
    if (effect) embed(*effect);
    else if (is_open_infinitive(at, above)) embed(Effect::kPossible);
    if (is_noun(tree_, above) && !tree_.has_child(above, Deprel::kCop)) {
      return judge_noun_itself(above);
    }
    judge_clause(above);
    return Step::kOn;
  }

  // An infinitive below a word that says nothing of it: "it is best to wait".
  bool is_open_infinitive(std::uint32_t at, std::uint32_t above) const {
    const std::uint32_t marker = marker_of(tree_, at);
    if (tree_.token(at).deprel == Deprel::kCcomp || marker == kNoToken) return false;
    const std::uint32_t noun = noun_before(at, above);
    return words_.is(ClaimClass::kInfinitiveMarks, marker) &&
           (noun == kNoToken || !signs_.is_ranked(noun));
  }

  bool has_pronoun_subject(std::uint32_t verb) const {
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass});
    return subject != kNoToken && tree_.token(subject).upos == Upos::kPron;
  }

  // A noun that names the act, or that embeds it, as subject, object or prepositional phrase.
  Step judge_phrase(std::uint32_t at, std::uint32_t above) {
    const Deprel relation = tree_.token(at).deprel;
    if (relation == Deprel::kNsubj) return judge_subject(at, above);
    const bool is_object = relation == Deprel::kObj || relation == Deprel::kNsubjPass;
    const auto effect =
        is_object ? words_.effect_on_object(above, at) : words_.effect_of(above, at);
    if (effect == Effect::kFact) return Step::kStop;
    if (is_adjunct(at)) return Step::kStop;
    // Who rejects an offer or drops a demand tells that there was one.
    const bool denies = effect == Effect::kNot || effect == Effect::kFailed;
    if (denies && at == anchor_ && is_said_by_noun(at) &&
        (!words_.is(ClaimClass::kDenyingVerbs, above) ||
         words_.is(ClaimClass::kRefusingVerbs, above))) {
      return Step::kStop;
    }
    if (is_object && at != anchor_ && is_denied_report(at, above)) {
      state_.negate();
    } else if (effect && is_modal(*effect)) {
      embed(*effect);
    } else if (at == anchor_ && !signs_.is_definite(at) && effect != Effect::kSaid &&
               effect != Effect::kSame) {
      return Step::kDrop;
    }
    if (is_verbal(above) && !is_noun(tree_, above)) {
      is_told_ |= effect == Effect::kSaid;
      if (effect != Effect::kSaid) judge_clause(above);
      return effect || at != anchor_ ? Step::kOn : Step::kStop;
    }
    return effect ? judge_noun_itself(above) : Step::kStop;
  }

  // "denied reports that it had attacked": what is reported is denied, not that it was reported.
  bool is_denied_report(std::uint32_t noun, std::uint32_t verb) const {
    return is_told_ && words_.is(ClaimClass::kDenyingVerbs, verb) && is_noun(tree_, noun);
  }

  // "offer", "demand", "threat": the act is done by saying it, and the noun embeds what it is about.
  bool is_said_by_noun(std::uint32_t noun) const {
    const bool is_saying = act_ == PloverType::kRequest || act_ == PloverType::kThreaten ||
                           (act_ == PloverType::kAgree && has_content_);
    return is_saying && is_noun(tree_, noun) && !signs_.has_no(noun);
  }

  // "Talks collapsed" says what came of them; "sanctions would hurt" leaves them open.
  Step judge_subject(std::uint32_t at, std::uint32_t predicate) {
    auto effect = words_.effect_on_subject(predicate, at);
    // "proved false"
    const std::uint32_t complement = tree_.child(predicate, {Deprel::kXcomp});
    if (!effect && complement != kNoToken && tree_.token(complement).upos == Upos::kAdj) {
      effect = words_.effect_on_subject(complement, at);
    }
    if (effect) {
      embed(*effect);
      judge_clause(predicate);
      return Step::kOn;
    }
    const auto modal = signs_.modality(predicate);
    if (modal == Effect::kPossible) embed(Effect::kPossible);
    return Step::kStop;
  }

  // "during the visit", "since the invasion": it is told as known.
  bool is_adjunct(std::uint32_t at) const {
    const std::uint32_t marker = tree_.child(at, {Deprel::kCase});
    return marker != kNoToken && words_.is(ClaimClass::kTemporalMarks, marker);
  }

  // "sanctions threat", "peace talks proposal"
  Step judge_compound(std::uint32_t at, std::uint32_t above) {
    const auto effect = words_.effect_of(above, at);
    if (!effect || !is_modal(*effect)) return Step::kDrop;
    embed(*effect);
    return judge_noun_itself(above);
  }

  // Headlines: "Envoy to meet rebels"; and questions.
  void judge_root(std::uint32_t root, std::uint32_t anchor) {
    const std::uint32_t marker = tree_.child(root, {Deprel::kMark});
    const bool is_infinitive =
        marker != kNoToken && words_.is(ClaimClass::kInfinitiveMarks, marker);
    if (is_infinitive && root == anchor) embed(Effect::kPlanned);
    const Sentence& sentence = tree_.syntax().sentences[tree_.sentence_of(root)];
    if (sentence.span.of(text_).ends_with('?')) embed(Effect::kPossible);
  }

  const Tree& tree_;
  std::string_view text_;
  const EmbeddingWords words_;
  const WordSigns signs_;
  ClaimState state_{Factuality::kHappened};
  PloverType act_ = PloverType::kAgree;
  bool has_content_ = false;  // It embeds another act: "an offer to leave".
  std::uint32_t anchor_ = kNoToken;
  std::uint32_t next_ = kNoToken;
  bool is_told_ = false;  // Below a verb of saying.
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
