// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_phrases.h"

#include <string>

#include "claims/embedding_words.h"
#include "core/utf8.h"
#include "document/xpos.h"
#include "grammar/tree.h"
#include "stages/mend_trees/mend_main_clauses.h"
#include "stages/mend_trees/mending.h"

namespace verbale {
namespace {

class PhraseMender : Mending {
 public:
  PhraseMender(const Tree& tree, std::string_view text, const ClaimWords& claims,
               const ActLexicon& acts, const Vocabulary& vocabulary, Syntax& mended)
      : Mending(tree, mended), text_(text), claims_(claims), acts_(acts),
        vocabulary_(vocabulary) {}

  void mend() {
    each_token([this](std::uint32_t t, TokenSpan) {
      mend_resultative(t);
      mend_described_number(t);
      mend_swallowed_object(t);
      mend_phrase_on_day(t);
      mend_case_of_number(t);
      mend_bare_subject(t);
      mend_gerund_as_subject(t);
      mend_enclosed_subject(t);
      mend_marked_gerund(t);
      mend_measured_noun(t);
      mend_bare_agent(t);
      mend_joined_nationality(t);
      mend_named_modifier(t);
      mend_part_of_subject(t);
      mend_hyphened_verb(t);
      mend_hyphened_modifier(t);
      mend_headline_verb(t);
    });
    mend_main_clauses(tree_, claims_, acts_, vocabulary_, mended_);
  }

 private:
  bool is_verb(std::uint32_t token) const {
    return token != kNoToken && tree_.token(token).upos == Upos::kVerb;
  }

  WordId form(std::uint32_t token) const {
    return vocabulary_.find(lower_case(tree_.token(token).span.of(text_)));
  }

  // "shot dead two men", "set ablaze a depot": right behind the verb, it says what became of the object.
  void mend_resultative(std::uint32_t word) {
    if (word == 0 || !claims_.of(ClaimClass::kResultatives).contains(form(word))) return;
    const std::uint32_t verb = word - 1;
    const std::uint32_t above = tree_.token(word).head;
    if (!is_verb(verb)) return;
    if (tree_.token(word).deprel == Deprel::kAmod && above > word &&
        tree_.token(above).head == verb) {
      hang(word, verb, Deprel::kXcomp);
      mended_.tokens[above].deprel = Deprel::kObj;
    }
    if (above != verb || tree_.has_child(verb, Deprel::kObj)) return;
    for (std::uint32_t child : tree_.children(word)) mended_.tokens[child].head = verb;
    mended_.tokens[word].upos = Upos::kAdj;
    mended_.tokens[word].deprel = Deprel::kXcomp;
  }

  // "killed 75 displaced people", taken for "75 displaced people".
  void mend_described_number(std::uint32_t participle) {
    const std::uint32_t above = tree_.token(participle).head;
    const std::uint32_t number = tree_.child(participle, {Deprel::kNsubj});
    const std::uint32_t noun = tree_.child(participle, {Deprel::kObj});
    if (!is_past(participle) || !is_verb(above) || number == kNoToken || noun == kNoToken) return;
    const bool is_between = tree_.token(number).upos == Upos::kNum && number + 1 == participle &&
                            above < number && participle < noun;
    if (!is_between || tree_.has_child(above, Deprel::kObj)) return;
    hang(noun, above, Deprel::kObj);
    hang(number, noun, Deprel::kNummod);
    for (std::uint32_t child : tree_.children(participle)) {
      if (child > noun) mended_.tokens[child].head = above;
    }
    hang(participle, noun, Deprel::kAmod);
  }

  // "blocked the road linking Togo with Benin": what stands before the gerund is the verb's object.
  void mend_swallowed_object(std::uint32_t gerund) {
    const std::uint32_t verb = tree_.token(gerund).head;
    const std::uint32_t noun = tree_.child(gerund, {Deprel::kObj});
    if (tag(gerund) != "VBG" || !is_verb(verb) || noun == kNoToken || noun > gerund) return;
    const bool is_behind = noun + 1 == gerund && verb < tree_.subtree_span(noun).begin;
    if (!is_behind || tree_.has_child(verb, Deprel::kObj)) return;
    // "signed a data sharing accord"
    const std::uint32_t next = gerund + 1;
    if (tag(next) == "NN" && tree_.token(next).head == gerund && !is_capital(next)) return;
    hang(noun, verb, Deprel::kObj);
    hang(gerund, noun, Deprel::kAcl);
  }

  // "carried out strikes Friday evening against rebels": not the evening is against them.
  void mend_phrase_on_day(std::uint32_t phrase) {
    const std::uint32_t day = tree_.token(phrase).head;
    if (tree_.token(phrase).deprel != Deprel::kNmod || phrase < day) return;
    const std::uint32_t marker = tree_.child(phrase, {Deprel::kCase});
    if (tree_.token(day).deprel != Deprel::kOblUnmarked || marker == kNoToken) return;
    if (tree_.lemma(marker) != "of") hang(phrase, tree_.token(day).head, Deprel::kObl);
  }

  // "sentenced to up to nine years": the preposition of the number is the noun's.
  void mend_case_of_number(std::uint32_t marker) {
    const std::uint32_t number = tree_.token(marker).head;
    if (tree_.token(marker).deprel != Deprel::kCase || marker + 1 != number) return;
    if (tree_.token(number).deprel != Deprel::kNummod) return;
    const std::uint32_t noun = tree_.token(number).head;
    if (tree_.token(noun).deprel != Deprel::kObl || tree_.has_child(noun, Deprel::kCase)) return;
    mended_.tokens[marker].head = noun;
  }

  // "In recent months Togo and Benin have fired …", "as the governor imposed …": a name right before the
  // verb, with no preposition, or a noun of a clause with a mark.
  void mend_bare_subject(std::uint32_t name) {
    const std::uint32_t verb = tree_.token(name).head;
    if (tree_.token(name).deprel != Deprel::kObl || !is_verb(verb) || name > verb) return;
    const bool is_described = tree_.token(name).upos == Upos::kNoun && tree_.has_child(name, Deprel::kDet) &&
                              tree_.has_child(verb, Deprel::kMark);
    if (tree_.token(name).upos != Upos::kPropn && !is_described) return;
    if (tree_.has_child(name, Deprel::kCase)) return;
    if (tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken) return;
    const std::uint32_t next = tree_.subtree_span(name).end;
    const bool is_next = next == verb || (tree_.token(next).head == verb &&
                                          tree_.token(next).deprel == Deprel::kAux);
    if (is_next) mended_.tokens[name].deprel = Deprel::kNsubj;
  }

  // "Government shelling killed …": a gerund with a bare noun before it and no object is an event; so is
  // one that opens a sentence whose verb has no other subject: "Fighting between … has spread".
  void mend_gerund_as_subject(std::uint32_t gerund) {
    if (tag(gerund) != "VBG" || tree_.has_child(gerund, Deprel::kObj)) return;
    const Deprel relation = tree_.token(gerund).deprel;
    const std::uint32_t noun = tree_.child(gerund, {Deprel::kNsubj});
    const std::uint32_t verb = tree_.token(gerund).head;
    const bool is_subject = (relation == Deprel::kNsubj || relation == Deprel::kNsubjPass) &&
                            noun != kNoToken && noun + 1 == gerund && is_noun(tree_, noun);
    const bool opens = relation == Deprel::kAdvcl && is_verb(verb) && verb > gerund &&
                       tree_.syntax().sentences[tree_.sentence_of(gerund)].tokens.begin == gerund &&
                       tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass}) == kNoToken;
    if (!is_subject && !opens) return;
    mended_.tokens[gerund].upos = Upos::kNoun;
    mended_.tokens[gerund].xpos = xpos_of("NN");
    mended_.lemmas[gerund] = lower_case(tree_.token(gerund).span.of(text_));
    if (is_subject) {
      mended_.tokens[noun].deprel = Deprel::kCompound;
      return;
    }
    mended_.tokens[gerund].deprel =
        tree_.has_child(verb, Deprel::kAuxPass) ? Deprel::kNsubjPass : Deprel::kNsubj;
    for (std::uint32_t child : tree_.children(gerund)) {
      if (tree_.token(child).deprel == Deprel::kObl) mended_.tokens[child].deprel = Deprel::kNmod;
    }
  }

  // "The migrants, most of them women, were sent back": what commas enclose is said of the subject.
  void mend_enclosed_subject(std::uint32_t part) {
    const Deprel relation = tree_.token(part).deprel;
    if (relation != Deprel::kNsubj && relation != Deprel::kNsubjPass) return;
    const std::uint32_t verb = tree_.token(part).head;
    const std::uint32_t subject = tree_.child(verb, {relation});
    if (part > verb || subject == part || !is_noun(tree_, subject)) return;
    const TokenSpan words = tree_.subtree_span(part);
    const bool is_enclosed = words.begin > subject + 1 && is_comma(words.begin - 1) &&
                             is_comma(words.end) && words.end < verb;
    if (is_enclosed) hang(part, subject, Deprel::kAppos);
  }

  // "accused Togo's ruling party of …": behind a possessor stands no verb.
  void mend_named_modifier(std::uint32_t gerund) {
    const std::uint32_t verb = tree_.token(gerund).head;
    const std::uint32_t owner = tree_.child(gerund, {Deprel::kNmodPoss});
    const std::uint32_t noun = tree_.child(gerund, {Deprel::kObj});
    if (tag(gerund) != "VBG" || !is_verb(verb) || owner == kNoToken || noun == kNoToken) return;
    if (tree_.token(owner).upos == Upos::kPron || noun < gerund || verb > owner) return;
    if (tree_.has_child(verb, Deprel::kObj) || tree_.has_child(noun, Deprel::kDet)) return;
    hang(noun, verb, Deprel::kObj);
    hang(owner, noun, Deprel::kNmodPoss);
    hang(gerund, noun, Deprel::kAmod);
  }

  // "the union confederation held …": a bare noun right before the subject is part of it.
  void mend_part_of_subject(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kObl || tree_.token(noun).upos != Upos::kNoun) return;
    if (!is_verb(verb) || noun > verb || tree_.has_child(noun, Deprel::kCase)) return;
    const std::uint32_t subject = noun + 1;
    const bool is_before = tree_.token(subject).head == verb && is_noun(tree_, subject) &&
                           tree_.token(subject).deprel == Deprel::kNsubj;
    if (is_before && tree_.subtree_span(subject).begin == subject) hang(noun, subject, Deprel::kCompound);
  }

  // "replied by pounding hideouts", taken for pounding hideouts: what has a mark is a verb.
  void mend_marked_gerund(std::uint32_t gerund) {
    const std::uint32_t noun = tree_.token(gerund).head;
    const std::uint32_t mark = tree_.child(gerund, {Deprel::kMark});
    if (tag(gerund) != "VBG" || tree_.token(gerund).deprel != Deprel::kAmod || noun < gerund) return;
    const std::uint32_t verb = tree_.token(noun).head;
    if (mark == kNoToken || mark + 1 != gerund || !is_verb(verb) || verb > mark) return;
    if (tree_.has_child(gerund, Deprel::kObj)) return;
    hang(gerund, verb, Deprel::kAdvcl);
    hang(noun, gerund, Deprel::kObj);
  }

  // "a 48-metre yacht", taken for metres: what is measured is the yacht.
  void mend_measured_noun(std::uint32_t noun) {
    const std::uint32_t unit = noun - 1;
    if (noun < 3 || tree_.token(noun).head != unit || tree_.token(noun).deprel != Deprel::kFlat) return;
    const std::uint32_t number = tree_.child(unit, {Deprel::kNummod});
    if (number == kNoToken || number + 2 != unit || is_capital(noun)) return;
    if (!touches(number, number + 1) || !touches(number + 1, unit)) return;
    hang(noun, tree_.token(unit).head, tree_.token(unit).deprel);
    for (std::uint32_t child : tree_.children(unit)) {
      if (child != number && child != number + 1 && child != noun) mended_.tokens[child].head = noun;
    }
    mended_.tokens[noun].upos = Upos::kNoun;
    hang(unit, noun, Deprel::kCompound);
  }

  // "prolonged by two days the detention of …": who does it stands behind a preposition.
  void mend_bare_agent(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kOblAgent || !is_verb(verb) || noun < verb) return;
    const std::uint32_t first = tree_.subtree_span(noun).begin;
    if (tree_.token(first).upos == Upos::kAdp || !tree_.has_child(verb, Deprel::kAux)) return;
    if (!tree_.has_child(verb, Deprel::kObj)) mended_.tokens[noun].deprel = Deprel::kObj;
  }

  bool is_capital(std::uint32_t token) const {
    const std::string_view word = tree_.token(token).span.of(text_);
    return word != lower_case(word);
  }

  // "Thai and Khmer guards", taken for a Thai beside guards: a bare name, "and", and another that
  // describes the noun.
  void mend_joined_nationality(std::uint32_t noun) {
    const std::uint32_t name = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kConj || tree_.token(noun).upos != Upos::kNoun) return;
    const std::uint32_t joint = tree_.child(noun, {Deprel::kCc});
    const std::uint32_t other = tree_.child(noun, {Deprel::kAmod});
    if (joint == kNoToken || joint != name + 1 || other != joint + 1) return;
    if (!is_capital(name) || !is_capital(other) || tree_.has_child(name, Deprel::kDet)) return;
    if (tree_.token(name).upos == Upos::kNoun) return;
    for (std::uint32_t child : tree_.children(name)) {
      if (child != noun) mended_.tokens[child].head = noun;
    }
    hang(noun, tree_.token(name).head, tree_.token(name).deprel);
    hang(name, noun, Deprel::kAmod);
    hang(other, name, Deprel::kConj);
    hang(joint, other, Deprel::kCc);
  }

  bool is_comma(std::uint32_t token) const { return tree_.token(token).span.of(text_) == ","; }

  bool touches(std::uint32_t token, std::uint32_t next) const {
    return tree_.token(token).span.end == tree_.token(next).span.begin;
  }

  // "Rebels gang-raped women", cut into three words and taken for a gang.
  void mend_hyphened_verb(std::uint32_t verb) {
    if (!is_verb(verb) || !is_past(verb) || verb < 3 || !tree_.has_child(verb, Deprel::kObj)) return;
    const std::uint32_t first = verb - 2;
    const bool is_whole = tree_.token(verb - 1).upos == Upos::kPunct && touches(first, verb - 1) &&
                          touches(verb - 1, verb);
    if (is_whole && tree_.token(first).head == verb) give_subject(first, verb);
    const bool is_one_word = is_whole && tree_.token(verb).head == first;
    const std::uint32_t above = tree_.token(first).head;
    if (!is_one_word || above == kNoToken || tree_.token(verb).deprel != Deprel::kAcl) return;
    hang(verb, above, Deprel::kAcl);
    mended_.tokens[verb].xpos = xpos_of("VBD");
    for (std::uint32_t child : tree_.children(first)) {
      if (child != verb) mended_.tokens[child].head = child == verb - 1 ? verb : above;
    }
    hang(first, verb, Deprel::kCompound);
  }

  // "by a knife-wielding man", taken for a knife beside a man.
  void mend_hyphened_modifier(std::uint32_t participle) {
    if (participle < 2 || tree_.token(participle).deprel != Deprel::kAmod || !is_verb(participle)) return;
    const std::uint32_t first = participle - 2;
    const std::uint32_t noun = tree_.token(participle).head;
    const bool is_whole = tree_.token(participle - 1).upos == Upos::kPunct &&
                          touches(first, participle - 1) && touches(participle - 1, participle);
    if (!is_whole || noun < participle || tree_.token(noun).head != first) return;
    const Deprel relation = tree_.token(noun).deprel;
    if (relation != Deprel::kAppos && relation != Deprel::kFlat) return;
    hang(noun, tree_.token(first).head, tree_.token(first).deprel);
    for (std::uint32_t child : tree_.children(first)) {
      if (child != noun && child != participle - 1) mended_.tokens[child].head = noun;
    }
    hang(first, participle, Deprel::kCompound);
    hang(participle - 1, participle, Deprel::kPunct);
  }

  // "India test-fired a missile": what hangs on the first half is the verb's subject, where it has none.
  void give_subject(std::uint32_t first, std::uint32_t verb) {
    const Deprel relation = tree_.token(first).deprel;
    if (relation == Deprel::kNsubj || relation == Deprel::kCompound) return;
    if (tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken) return;
    for (std::uint32_t child : tree_.children(first)) {
      if (child > first || !is_noun(tree_, child) || tree_.has_child(child, Deprel::kCase)) continue;
      hang(child, verb, Deprel::kNsubj);
      hang(first, verb, Deprel::kCompound);
    }
  }

  // "Rebels torch villages": a noun that has subject and object is a verb, where the lexicon knows one.
  void mend_headline_verb(std::uint32_t verb) {
    if (tag(verb) != "NN" || tree_.token(verb).deprel != Deprel::kRoot) return;
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubj});
    const std::uint32_t object = tree_.child(verb, {Deprel::kObj});
    if (subject == kNoToken || object == kNoToken || subject > verb || object < verb) return;
    if (tree_.has_child(verb, Deprel::kCop)) return;
    if (acts_.candidates(PredicateKind::kVerb, form(verb)).empty()) return;
    mended_.tokens[verb].upos = Upos::kVerb;
    mended_.tokens[verb].xpos = xpos_of("VBP");
    mended_.lemmas[verb] = vocabulary_.word(form(verb));
  }

  std::string_view text_;
  const ClaimWords& claims_;
  const ActLexicon& acts_;
  const Vocabulary& vocabulary_;
};

}  // namespace

Syntax mend_phrases(Syntax syntax, std::string_view text, const ClaimWords& claims,
                    const ActLexicon& acts, const Vocabulary& vocabulary) {
  return mended_by(
      [&](const Tree& tree, Syntax& mended) {
        PhraseMender(tree, text, claims, acts, vocabulary, mended).mend();
      },
      syntax);
}

}  // namespace verbale
