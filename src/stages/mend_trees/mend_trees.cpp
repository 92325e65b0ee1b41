// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_trees.h"

#include <optional>
#include <string>

#include "claims/embedding_words.h"
#include "core/utf8.h"
#include "stages/mend_trees/mend_clauses.h"
#include "stages/mend_trees/mend_comments.h"
#include "stages/mend_trees/mend_objects.h"
#include "stages/mend_trees/mend_subjects.h"
#include "stages/mend_trees/mending.h"

namespace verbale {
namespace {

// Finds what to change in a tree; the changes are made at once, after all are found.
class Mender : Mending {
 public:
  Mender(const Tree& tree, std::string_view text, const ClaimWords& claims, const ActLexicon& acts,
         const Vocabulary& vocabulary, Syntax& mended)
      : Mending(tree, mended), text_(text), words_(tree, text, claims, vocabulary),
        claims_(claims), acts_(acts), vocabulary_(vocabulary) {}

  void mend() {
    each_token([this](std::uint32_t t, TokenSpan) {
      mend_coordination(t);
      mend_gerund(t);
      mend_verb_like_adjective(t);
      mend_quantity(t);
      mend_phrase_of_subject(t);
      mend_finite_conjunct(t);
      mend_receiver(t);
      mend_made_thing(t);
      mend_verb_like_noun(t);
      mend_verb_like_participle(t);
      mend_told_clause(t);
      mend_comment(t);
      mend_told_noun(t);
      mend_promised_clause(t);
      mend_apposed_object(t);
    });
    mend_subjects(tree_, text_, acts_, vocabulary_, mended_);
    mend_comments(tree_, text_, words_, mended_);
    mend_clauses(tree_, text_, words_, acts_, vocabulary_, mended_);
    mend_objects(tree_, text_, acts_, vocabulary_, mended_);
  }

 private:
  void make_verb(std::uint32_t token, std::string_view xpos, WordId lemma) {
    mended_.tokens[token].upos = Upos::kVerb;
    mended_.tokens[token].xpos = xpos_of(xpos);
    mended_.lemmas[token] = vocabulary_.word(lemma);
  }

  WordId form(std::uint32_t token) const {
    return vocabulary_.find(lower_case(tree_.token(token).span.of(text_)));
  }

  // "X denied that Y had attacked and demanded an apology": who speaks in the first clause speaks in
  // the last, unless the one between speaks as well.
  void mend_coordination(std::uint32_t verb) {
    const std::uint32_t first = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kConj || first == kNoToken || !is_past(verb)) return;
    const std::uint32_t speech = tree_.token(first).head;
    const bool is_told = tree_.token(first).deprel == Deprel::kCcomp && speech != kNoToken &&
                         speech < first && tag(speech) == "VBD";
    if (!is_told || !words_.is(ClaimClass::kSpeechActs, verb)) return;
    if (words_.is(ClaimClass::kSpeechActs, first) || !words_.effect_of(speech, first)) return;
    const bool has_own = tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kMark,
                                            Deprel::kAux, Deprel::kAuxPass}) != kNoToken;
    if (has_own) return;
    hang(verb, speech, Deprel::kConj);
    mended_.tokens[verb].xpos = xpos_of("VBD");
  }

  bool has_gerund_ending(std::string_view word) const {
    for (WordId ending : claims_.of(ClaimClass::kGerundEndings)) {
      if (word.ends_with(vocabulary_.word(ending))) return true;
    }
    return false;
  }

  std::optional<WordId> verb_of_gerund(std::uint32_t token) const {
    const auto found = acts_.verb_forms.find(form(token));
    if (!has_gerund_ending(tree_.token(token).span.of(text_))) return std::nullopt;
    if (found == acts_.verb_forms.end()) return std::nullopt;
    return found->second;
  }

  // "denied lifting sanctions", "stopped short of imposing a ban": the first word of the phrase is a
  // verb, for what stands above asks for one.
  void mend_gerund(std::uint32_t gerund) {
    const Deprel relation = tree_.token(gerund).deprel;
    if (relation == Deprel::kAdvcl) mend_opening_participle(gerund);
    if (relation != Deprel::kAmod && relation != Deprel::kCompound) return;
    const auto lemma = verb_of_gerund(gerund);
    const std::uint32_t noun = tree_.token(gerund).head;
    if (!lemma || noun < gerund) return;
    const std::uint32_t above = tree_.token(noun).head;
    if (above == kNoToken || above > gerund) return;
    const std::uint32_t marker = tree_.child(noun, {Deprel::kCase});
    const TokenSpan phrase = tree_.subtree_span(noun);
    const bool opens = marker == kNoToken ? phrase.begin == gerund : marker + 1 == gerund;
    if (!opens || tree_.has_child(noun, Deprel::kDet)) return;
    const auto effect = words_.effect_of(above, noun);
    if (!effect || !takes_gerund(*effect, marker != kNoToken, is_event_noun(noun))) return;
    hang(gerund, above, marker == kNoToken ? Deprel::kXcomp : Deprel::kAdvcl);
    make_verb(gerund, "VBG", *lemma);
    hang(noun, gerund, Deprel::kObj);
    if (marker != kNoToken) hang(marker, gerund, Deprel::kMark);
  }

  // "Imposing sanctions on Chad, Togo …": what follows the participle is no second subject.
  void mend_opening_participle(std::uint32_t participle) {
    const auto lemma = verb_of_gerund(participle);
    const std::uint32_t above = tree_.token(participle).head;
    const std::uint32_t noun = participle + 1;
    if (!lemma || above == kNoToken || tree_.has_child(participle, Deprel::kObj)) return;
    std::uint32_t subjects = 0;
    std::uint32_t first = kNoToken;
    for (std::uint32_t child : tree_.children(above)) {
      if (tree_.token(child).deprel != Deprel::kNsubj) continue;
      if (subjects++ == 0) first = child;
    }
    if (subjects < 2 || tree_.subtree_span(first).begin != noun) return;
    make_verb(participle, "VBG", *lemma);
    hang(first, participle, Deprel::kObj);
  }

  // Without a preposition "met visiting envoys" has no gerund.
  static bool takes_gerund(Effect effect, bool has_preposition, bool names_event) {
    switch (effect) {
      case Effect::kNot:
      case Effect::kFailed:
      case Effect::kPossible: return true;
      case Effect::kSaid:
      case Effect::kPlanned:
      case Effect::kFact: return has_preposition;
      // "began swapping data", but "began bombing raids".
      case Effect::kSame: return !has_preposition && !names_event;
      default: return false;
    }
  }

  bool is_verb_of_lexicon(std::uint32_t token) const {
    const bool is_noun_before = tree_.token(token).upos == Upos::kNoun &&
                                tree_.token(token).deprel == Deprel::kCompound;
    return (tree_.token(token).upos == Upos::kAdj || is_noun_before) &&
           !acts_.candidates(PredicateKind::kVerb, form(token)).empty();
  }

  void mend_verb_like_adjective(std::uint32_t token) {
    if (!is_verb_of_lexicon(token)) return;
    const bool is_main = tree_.has_child(token, Deprel::kObj) &&
                         tree_.child(token, {Deprel::kAux, Deprel::kMark}) != kNoToken &&
                         !tree_.has_child(token, Deprel::kCop);
    if (is_main) make_verb(token, "VB", form(token));
    else mend_infinitive(token);
  }

  // "offered to free 40 hostages", parsed as to whom: an adjective does not stand before the number.
  void mend_infinitive(std::uint32_t adjective) {
    const std::uint32_t noun = tree_.token(adjective).head;
    // "threatened to jail Chadian traders": nor a noun before the nationality.
    const bool is_named = tree_.token(adjective).upos == Upos::kNoun;
    if ((tree_.token(adjective).deprel != Deprel::kAmod && !is_named) || noun == kNoToken) return;
    const std::uint32_t marker = tree_.child(noun, {Deprel::kCase});
    const bool follows = marker != kNoToken && marker + 1 == adjective &&
                         words_.is(ClaimClass::kInfinitiveMarks, marker);
    const Upos next = tree_.token(adjective + 1).upos;
    std::uint32_t verb = tree_.token(noun).head;
    // "petitioned the head of the court to free 40 men", taken to describe the court
    while (verb != kNoToken && tree_.token(verb).upos != Upos::kVerb) verb = tree_.token(verb).head;
    if (!follows || verb == kNoToken || tree_.token(verb).upos != Upos::kVerb) return;
    if (verb > adjective || noun <= adjective + 1 ||
        (next != Upos::kNum && next != Upos::kDet && next != Upos::kAdj && !is_named)) {
      return;
    }
    const auto effect = words_.effect_of(verb, noun);
    const bool is_told = !effect || *effect == Effect::kSaid || *effect == Effect::kFact;
    if (is_named && (is_told || (next != Upos::kPropn && next != Upos::kAdj))) return;
    hang(adjective, verb, Deprel::kXcomp);
    make_verb(adjective, "VB", form(adjective));
    hang(noun, adjective, Deprel::kObj);
    hang(marker, adjective, Deprel::kMark);
  }

  // "more than 300", "at least 12"
  bool is_measured(std::uint32_t number) const {
    const std::uint32_t measure = tree_.child(number, {Deprel::kAdvmod});
    return tree_.has_child(number, Deprel::kNmod) ||
           (measure != kNoToken && words_.is(ClaimClass::kMeasureWords, measure));
  }

  // "arrested more than 300 people", "killed up to 50 villagers": what is counted is the object.
  void mend_quantity(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    const std::uint32_t marker = tree_.child(noun, {Deprel::kCase});
    const bool is_counted = tree_.has_child(noun, Deprel::kNummod) ||
                            tree_.token(noun).upos == Upos::kNum;
    if (tree_.token(noun).deprel != Deprel::kObl || !is_counted) return;
    if (marker == kNoToken) {
      // "killed at least 12 villagers": the preposition is the number's.
      const std::uint32_t number = tree_.child(noun, {Deprel::kNummod});
      const bool is_free = tree_.child(verb, {Deprel::kObj, Deprel::kNsubjPass}) == kNoToken;
      const bool measures = number != kNoToken && is_measured(number);
      if (measures && is_free && tree_.token(verb).upos == Upos::kVerb) {
        mended_.tokens[noun].deprel = Deprel::kObj;
      }
      return;
    }
    if (tree_.token(verb).upos != Upos::kVerb || verb > marker) return;
    const std::uint32_t before = marker - 1;
    const std::uint32_t object = tree_.child(verb, {Deprel::kObj, Deprel::kNsubjPass});
    if (object != kNoToken && object != before) return;
    const bool measures = words_.is(ClaimClass::kMeasureWords, before) ||
                          tree_.token(before).upos == Upos::kNum;
    if (before == verb || !measures || !words_.is(ClaimClass::kMeasureMarks, marker)) return;
    hang(noun, verb, Deprel::kObj);
    hang(marker, noun, Deprel::kAdvmod);
    hang(before, noun, Deprel::kAdvmod);
  }

  // "was due to visit Chad but cancelled the trip": a past tense is no part of an infinitive.
  void mend_finite_conjunct(std::uint32_t verb) {
    const std::uint32_t first = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kConj || tag(verb) != "VBD") return;
    if (tree_.token(first).deprel != Deprel::kXcomp || tag(first) != "VB") return;
    hang(verb, tree_.token(first).head, Deprel::kConj);
  }

  // "paid the rebels 5 million dollars", taken for one phrase: no noun stands before the number.
  void mend_receiver(std::uint32_t noun) {
    const std::uint32_t head = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kCompound || !is_noun(tree_, noun)) return;
    const std::uint32_t number = tree_.child(head, {Deprel::kNummod});
    const bool is_between = number != kNoToken && noun < number && number < head;
    if (!is_between || tree_.token(head).deprel != Deprel::kObj) return;
    const std::uint32_t verb = tree_.token(head).head;
    if (tree_.token(verb).upos != Upos::kVerb || tree_.has_child(verb, Deprel::kIobj)) return;
    hang(noun, verb, Deprel::kIobj);
    for (std::uint32_t child : tree_.children(head)) {
      if (child < noun) mended_.tokens[child].head = noun;
    }
  }

  // "made the release of prisoners a condition": a noun of its own, with no preposition.
  void mend_made_thing(std::uint32_t noun) {
    const Deprel relation = tree_.token(noun).deprel;
    const std::uint32_t above = tree_.token(noun).head;
    if (tree_.has_child(noun, Deprel::kCase) || !tree_.has_child(noun, Deprel::kDet)) return;
    // Of two objects the second.
    if (relation == Deprel::kObj && words_.is(ClaimClass::kMakingVerbs, above) &&
        tree_.child(above, {Deprel::kObj}) != noun) {
      hang(noun, above, Deprel::kXcomp);
    }
    if (relation != Deprel::kNmod && relation != Deprel::kAppos) return;
    std::uint32_t object = tree_.token(noun).head;
    while (object != kNoToken && tree_.token(object).deprel == Deprel::kNmod) {
      object = tree_.token(object).head;
    }
    if (object == kNoToken || tree_.token(object).deprel != Deprel::kObj || noun < object) return;
    const std::uint32_t verb = tree_.token(object).head;
    if (!words_.is(ClaimClass::kMakingVerbs, verb)) return;
    const std::uint32_t first = tree_.subtree_span(noun).begin;
    if (first > 0 && tree_.token(first - 1).upos == Upos::kPunct) return;
    hang(noun, verb, Deprel::kXcomp);
  }

  // "Togo mulls sanctions", "Togo plans talks": a plural right behind the name that opens the
  // sentence, with a noun behind it, is a verb where the lexicon knows one.
  void mend_verb_like_noun(std::uint32_t verb) {
    const auto lemma = acts_.verb_forms.find(form(verb));
    if (tag(verb) != "NNS" || lemma == acts_.verb_forms.end() || verb == 0) return;
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(verb)].tokens;
    const std::uint32_t name = sentence.begin;
    if (tree_.token(name).upos != Upos::kPropn || verb + 1 >= sentence.end || name >= verb) return;
    const std::uint32_t top = tree_.token(verb).deprel == Deprel::kRoot ? verb
                                                                       : tree_.token(verb).head;
    const std::uint32_t above = tree_.token(name).head;
    const bool is_beside = top == name || above == top || above == verb;
    if (tree_.token(top).deprel != Deprel::kRoot || !is_beside) return;
    // "Chad now has 3 million shares": a clause that has its verb keeps it.
    if (top < verb && !is_noun(tree_, top)) return;
    // "Togo insists that Chad leave", "Togo still demands that …"
    if (is_content_mark(verb + 1)) {
      const std::uint32_t clause =
          tree_.child(verb, {Deprel::kCcomp, Deprel::kAcl, Deprel::kAclRelcl});
      if (clause == kNoToken || verb > name + 2) return;
      hang(clause, verb, Deprel::kCcomp);
      hang(verb + 1, clause, Deprel::kMark);
      return make_main_verb(verb, name, top, lemma->second);
    }
    // "Togo talks stall": the plural of an event stays a noun unless it has an object.
    if (is_event_noun(verb) && !tree_.has_child(verb, Deprel::kObj)) return;
    const Upos next = tree_.token(verb + 1).upos;
    const bool is_gerund = tag(verb + 1) == "VBG" && tree_.token(verb + 1).head == verb;
    if (next != Upos::kNoun && next != Upos::kAdj && next != Upos::kNum &&
        next != Upos::kPropn && !is_gerund) {
      return;
    }
    if (is_gerund) mended_.tokens[verb + 1].deprel = Deprel::kXcomp;
    make_main_verb(verb, name, top, lemma->second);
  }

  bool is_content_mark(std::uint32_t token) const {
    return words_.is(ClaimClass::kContentMarks, token);
  }

  bool is_event_noun(std::uint32_t noun) const {
    const WordId lemma = vocabulary_.find_lemma(tree_.lemma(noun));
    return acts_.nominalisations.contains(lemma) || acts_.nominalisations.contains(form(noun)) ||
           !acts_.candidates(PredicateKind::kNoun, lemma).empty() ||
           !acts_.candidates(PredicateKind::kNoun, form(noun)).empty();
  }

  bool is_noun_clause(std::uint32_t clause) const {
    const Deprel relation = tree_.token(clause).deprel;
    return (relation == Deprel::kAcl || relation == Deprel::kAclRelcl) &&
           tree_.child(clause, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken;
  }

  // "said in a statement that they had left", "told reporters that …": what is told hangs on the verb.
  void mend_told_clause(std::uint32_t clause) {
    if (!is_noun_clause(clause) || !tree_.has_child(clause, Deprel::kMark)) return;
    const std::uint32_t noun = tree_.token(clause).head;
    const Deprel place = tree_.token(noun).deprel;
    const std::uint32_t verb = tree_.token(noun).head;
    const bool is_beside = place == Deprel::kObl || place == Deprel::kIobj ||
                           (place == Deprel::kObj && !words_.effect_of(noun, clause));
    if (!is_beside || words_.is(ClaimClass::kConditionNouns, noun)) return;
    if (tree_.token(verb).upos != Upos::kVerb || noun < verb) return;
    if (words_.effect_of(verb, clause) != Effect::kSaid || tree_.has_child(verb, Deprel::kCcomp)) {
      return;
    }
    hang(clause, verb, Deprel::kCcomp);
  }

  // "…, the agency reported" at the end of a sentence is said of the whole.
  void mend_comment(std::uint32_t verb) {
    const Deprel relation = tree_.token(verb).deprel;
    const bool is_clause = relation == Deprel::kCcomp || relation == Deprel::kAdvcl;
    if (!is_clause && !is_noun_clause(verb)) return;
    if (tree_.child(verb, {Deprel::kMark, Deprel::kObj}) != kNoToken) return;
    if (!is_past(verb) || !words_.is(ClaimClass::kSpeechActs, verb)) return;
    const TokenSpan words = tree_.subtree_span(verb);
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(verb)].tokens;
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubj});
    if (subject == kNoToken || words.end + 1 < sentence.end || words.begin == 0) return;
    const std::uint32_t first = tree_.subtree_span(subject).begin;
    if (first == 0 || tree_.token(first - 1).span.of(text_) != ",") return;
    std::uint32_t root = verb;
    while (tree_.token(root).head != kNoToken) root = tree_.token(root).head;
    hang(verb, root, Deprel::kParataxis);
    mended_.tokens[verb].xpos = xpos_of("VBD");
  }

  // "Samoa accused Tonga of …", "Samoa rejected calls": a participle between the name that opens the
  // sentence and a noun, where nothing else is the verb.
  void mend_verb_like_participle(std::uint32_t verb) {
    const std::uint32_t noun = tree_.token(verb).head;
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(verb)].tokens;
    if (tree_.token(verb).deprel != Deprel::kAmod || !is_past(verb) || noun < verb) return;
    if (tree_.token(noun).deprel != Deprel::kRoot || tree_.has_child(noun, Deprel::kCop)) return;
    const auto lemma = acts_.verb_forms.find(form(verb));
    std::uint32_t name = tree_.child(noun, {Deprel::kCompound});
    if (name == kNoToken) name = tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass});
    if (lemma == acts_.verb_forms.end() || name == kNoToken) return;
    const TokenSpan words = tree_.subtree_span(name);
    const bool opens = tree_.token(name).upos == Upos::kPropn && words.begin == sentence.begin &&
                       words.end == verb;
    if (!opens || tree_.has_child(noun, Deprel::kNsubj)) return;
    const bool is_name = tree_.token(noun).upos == Upos::kPropn;
    for (std::uint32_t child : tree_.children(noun)) {
      const Deprel relation = tree_.token(child).deprel;
      const bool is_verbs = relation == Deprel::kAcl || relation == Deprel::kPunct ||
                            relation == Deprel::kNmod;
      if (child > noun && is_verbs && (is_name || relation == Deprel::kPunct)) {
        const bool is_clause = relation == Deprel::kAcl || tag(child) == "VBG";
        hang(child, verb, is_clause                   ? Deprel::kAdvcl
                          : relation == Deprel::kNmod ? Deprel::kObl
                                                      : relation);
      }
    }
    make_verb(verb, "VBD", lemma->second);
    hang(verb, kNoToken, Deprel::kRoot);
    hang(name, verb, Deprel::kNsubj);
    hang(noun, verb, Deprel::kObj);
  }

  // "agreed on Monday to share the cost", parsed as what for.
  void mend_promised_clause(std::uint32_t clause) {
    const std::uint32_t verb = tree_.token(clause).head;
    if (tree_.token(clause).deprel != Deprel::kAdvcl || tag(clause) != "VB" || verb > clause) return;
    if (tree_.child(clause, Deprel::kMark, "to") == kNoToken || tree_.has_child(verb, Deprel::kObj)) return;
    if (!is_past(verb) || tree_.has_child(verb, Deprel::kXcomp)) return;
    if (words_.effect_of(verb, clause) == Effect::kPlanned) hang(clause, verb, Deprel::kXcomp);
  }

  // "demanded that Togo hand over the men": what a conjunction opens has a verb, where the lexicon
  // knows one that is written like the noun.
  void mend_told_noun(std::uint32_t verb) {
    const std::uint32_t above = tree_.token(verb).head;
    const std::uint32_t subject = tree_.child(verb, {Deprel::kCompound});
    const std::uint32_t marker = tree_.child(verb, {Deprel::kMark});
    if (tag(verb) != "NN" || tree_.token(verb).deprel != Deprel::kObj || above > verb) return;
    if (marker == kNoToken || subject == kNoToken || tree_.has_child(verb, Deprel::kCop)) return;
    if (acts_.candidates(PredicateKind::kVerb, form(verb)).empty()) return;
    hang(verb, above, Deprel::kCcomp);
    make_verb(verb, "VB", form(verb));
    hang(subject, verb, Deprel::kNsubj);
    for (std::uint32_t child : tree_.children(verb)) {
      if (child < verb || tree_.token(child).deprel != Deprel::kNmod) continue;
      const std::uint32_t particle = tree_.child(child, {Deprel::kCase});
      const bool follows = particle == verb + 1;
      if (follows) hang(particle, verb, Deprel::kCompoundPrt);
      hang(child, verb, follows ? Deprel::kObj : Deprel::kObl);
    }
  }

  // "The Thai side invited President Li", "Troops searched homes": no participle stands between a noun
  // and what is taken for a name for it, or for its object.
  void mend_apposed_object(std::uint32_t verb) {
    const std::uint32_t name = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kAmod || !is_past(verb) || name < verb) return;
    const std::uint32_t subject = tree_.token(name).head;
    const auto lemma = acts_.verb_forms.find(form(verb));
    const Deprel relation = tree_.token(name).deprel;
    if ((relation != Deprel::kAppos && relation != Deprel::kObj) || subject + 1 != verb) return;
    if (!is_noun(tree_, subject)) return;
    if (tree_.token(subject).deprel != Deprel::kRoot || lemma == acts_.verb_forms.end()) return;
    if (tree_.has_child(subject, Deprel::kCop)) return;
    for (std::uint32_t child : tree_.children(subject)) {
      if (child > verb && child != name) mended_.tokens[child].head = verb;
    }
    make_verb(verb, "VBD", lemma->second);
    hang(verb, kNoToken, Deprel::kRoot);
    hang(subject, verb, Deprel::kNsubj);
    hang(name, verb, Deprel::kObj);
    for (std::uint32_t child : tree_.children(name)) {
      if (tree_.token(child).deprel == Deprel::kAcl) hang(child, verb, Deprel::kXcomp);
    }
  }

  // `old` is the root before: the verb itself, the name, the noun that the name belongs to ("Togo Bank
  // of Lomé raises rates"), or the noun behind, then the object.
  void make_main_verb(std::uint32_t verb, std::uint32_t name, std::uint32_t old, WordId lemma) {
    bool has_object = tree_.has_child(verb, Deprel::kObj) || old > verb;
    if (old > verb) hang(old, verb, Deprel::kObj);
    for (std::uint32_t child : tree_.children(old)) {
      if (child == name || child == verb) continue;
      if (old < verb && child > verb) {
        const Deprel relation = tree_.token(child).deprel;
        const bool is_object = !has_object && is_noun(tree_, child) &&
                               !tree_.has_child(child, Deprel::kCase);
        hang(child, verb, is_object ? Deprel::kObj : relation);
        has_object |= is_object;
      }
    }
    // "no longer supplies": what would describe a noun goes with the verb.
    for (std::uint32_t child : tree_.children(verb)) {
      if (tree_.token(child).deprel == Deprel::kAmod) hang(child, verb, Deprel::kAdvmod);
    }
    make_verb(verb, "VBZ", lemma);
    hang(verb, kNoToken, Deprel::kRoot);
    hang(old < verb ? old : name, verb, Deprel::kNsubj);
  }

  // "An attack by rebels on a convoy closed the road": a phrase between the subject and its verb,
  // with no comma, is the subject's own.
  void mend_phrase_of_subject(std::uint32_t phrase) {
    const std::uint32_t verb = tree_.token(phrase).head;
    if (tree_.token(phrase).deprel != Deprel::kObl || phrase > verb) return;
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass});
    if (subject == kNoToken || subject > phrase || !is_noun(tree_, subject)) return;
    if (tree_.subtree_span(subject).end != tree_.subtree_span(phrase).begin) return;
    hang(phrase, subject, Deprel::kNmod);
  }

  std::string_view text_;
  const EmbeddingWords words_;
  const ClaimWords& claims_;
  const ActLexicon& acts_;
  const Vocabulary& vocabulary_;
};

}  // namespace

Syntax mend_trees(Syntax syntax, std::string_view text, const ClaimWords& claims,
                  const ActLexicon& acts, const Vocabulary& vocabulary) {
  return mended_by(
      [&](const Tree& tree, Syntax& mended) {
        Mender(tree, text, claims, acts, vocabulary, mended).mend();
      },
      syntax);
}

}  // namespace verbale
