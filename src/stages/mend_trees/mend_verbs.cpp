// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_verbs.h"

#include <algorithm>
#include <string>

#include "claims/embedding_words.h"
#include "core/utf8.h"
#include "document/xpos.h"
#include "grammar/tree.h"
#include "stages/mend_trees/mending.h"

namespace verbale {
namespace {

class VerbMender : Mending {
 public:
  VerbMender(const Tree& tree, std::string_view text, const ClaimWords& claims,
             const ActLexicon& acts, const Vocabulary& vocabulary, Syntax& mended)
      : Mending(tree, mended), text_(text), claims_(claims), acts_(acts), vocabulary_(vocabulary) {}

  void mend() {
    each_token([this](std::uint32_t t, TokenSpan sentence) {
      if (t >= sentence.begin + 3) mend_verb_behind_weekday(t);
      mend_weekday_of_object(t);
      mend_marked_object(t);
      mend_described_object(t);
      mend_noun_like_verb(t);
      mend_noun_behind_to(t);
      mend_verb_like_noun(t);
      mend_second_object(t);
      mend_content_clause(t);
      mend_perfect(t);
      mend_active_subject(t);
      mend_stray_case(t);
      mend_particle(t);
      mend_bare_subjects(t);
      mend_subject_of_gerund(t);
      mend_sum(t);
      mend_object_of_sum(t);
    });
  }

 private:
  WordId form(std::uint32_t token) const {
    return vocabulary_.find(lower_case(tree_.token(token).span.of(text_)));
  }

  // "A court on Tuesday freed two priests", parsed as a court on freed priests.
  void mend_verb_behind_weekday(std::uint32_t verb) {
    const std::uint32_t day = verb - 1;
    const std::uint32_t object = tree_.token(verb).head;
    const bool describes =
        tree_.token(verb).deprel == Deprel::kAmod || tree_.token(verb).deprel == Deprel::kCompound;
    if (!claims_.of(ClaimClass::kWeekdays).contains(form(day))) return;
    if (!describes || object < verb || tree_.token(day - 1).upos != Upos::kAdp) return;
    const auto lemma = acts_.verb_forms.find(form(verb));
    const std::uint32_t subject = tree_.token(object).head;
    if (lemma == acts_.verb_forms.end() || subject == kNoToken || subject >= day) return;
    const bool is_main = tree_.token(subject).deprel == Deprel::kRoot && is_noun(tree_, subject) &&
                         !tree_.has_child(subject, Deprel::kCop);
    if (!is_main || tree_.child(object, {Deprel::kCase}) != day - 1) return;
    mended_.tokens[verb].upos = Upos::kVerb;
    mended_.tokens[verb].xpos = xpos_of("VBD");
    mended_.lemmas[verb] = vocabulary_.word(lemma->second);
    hang(verb, kNoToken, Deprel::kRoot);
    hang(subject, verb, Deprel::kNsubj);
    hang(object, verb, Deprel::kObj);
    hang(day, verb, Deprel::kOblUnmarked);
    hang(day - 1, day, Deprel::kCase);
    for (std::uint32_t child : tree_.children(subject)) {
      if (child > verb && child != object) mended_.tokens[child].head = verb;
    }
  }

  // "Togo on Friday lifted sanctions", where the day hangs on the sanctions and takes them with it.
  void mend_weekday_of_object(std::uint32_t day) {
    const std::uint32_t object = tree_.token(day).head;
    if (day == 0 || object == kNoToken || object < day) return;
    if (!claims_.of(ClaimClass::kWeekdays).contains(form(day))) return;
    const std::uint32_t verb = tree_.token(object).head;
    const bool is_between =
        verb != kNoToken && verb > day && verb < object && tree_.token(verb).upos == Upos::kVerb;
    if (!is_between || tree_.token(object).deprel != Deprel::kObl) return;
    const std::uint32_t marker = tree_.child(object, {Deprel::kCase});
    if (marker != kNoToken && marker != day - 1) return;
    if (marker != kNoToken) hang(marker, day, Deprel::kCase);
    hang(day, verb, Deprel::kOblUnmarked);
    if (tree_.has_child(verb, Deprel::kObj)) return;
    hang(object, verb, Deprel::kObj);
    for (std::uint32_t child : tree_.children(object)) {
      const bool is_clause = tree_.token(child).deprel == Deprel::kAcl && tag(child) == "VBG";
      if (is_clause && tree_.has_child(child, Deprel::kPunct)) hang(child, verb, Deprel::kAdvcl);
    }
  }

  // "lifted its ban on the app", parsed as two objects: what has a preposition is none.
  void mend_marked_object(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kObj) return;
    const std::uint32_t marker = tree_.child(noun, {Deprel::kCase});
    const std::uint32_t first = tree_.child(verb, {Deprel::kObj});
    if (marker == kNoToken || first == kNoToken || first >= marker || noun < marker) return;
    if (tree_.token(marker).upos != Upos::kAdp || !is_noun(tree_, first)) return;
    hang(noun, first, Deprel::kNmod);
  }

  // "announced new targeted sanctions", parsed as if the new ones had been targeted by somebody.
  void mend_described_object(std::uint32_t verb) {
    const Deprel relation = tree_.token(verb).deprel;
    const std::uint32_t above = tree_.token(verb).head;
    const std::uint32_t object = tree_.child(verb, {Deprel::kObj});
    if (relation != Deprel::kCcomp && relation != Deprel::kXcomp) return;
    if ((tag(verb) != "VBD" && tag(verb) != "VBN") || above > verb) return;
    if (object != verb + 1 || tree_.subtree_span(object).begin >= verb) return;
    if (tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kMark, Deprel::kAux,
                           Deprel::kAuxPass}) != kNoToken) {
      return;
    }
    hang(object, above, Deprel::kObj);
    hang(verb, object, Deprel::kAmod);
    for (std::uint32_t child : tree_.children(verb)) {
      if (child != object) mended_.tokens[child].head = object;
    }
  }

  void make_noun(std::uint32_t token) {
    mended_.tokens[token].upos = Upos::kNoun;
    mended_.tokens[token].xpos = xpos_of("NN");
    for (std::uint32_t child : tree_.children(token)) {
      if (tree_.token(child).deprel == Deprel::kObl) mended_.tokens[child].deprel = Deprel::kNmod;
    }
  }

  // "would cut aid to Chad", "voiced his regret": right behind a verb that takes no bare
  // infinitive, or with an owner, it is a noun.
  void mend_noun_like_verb(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kXcomp || tag(noun) != "VB" || verb > noun) return;
    if (tree_.child(noun, {Deprel::kMark, Deprel::kAux, Deprel::kNsubj}) != kNoToken) return;
    const auto& takers = claims_.of(ClaimClass::kBareInfinitiveVerbs);
    if (takers.contains(vocabulary_.find_lemma(tree_.lemma(verb)))) return;
    const bool is_owned = tree_.has_child(noun, Deprel::kNmodPoss);
    const bool is_bare = noun == verb + 1 && !tree_.has_child(noun, Deprel::kObj);
    if (tree_.token(verb).upos != Upos::kVerb || (!is_owned && !is_bare)) return;
    if (tree_.has_child(verb, Deprel::kObj)) return;
    make_noun(noun);
    hang(noun, verb, Deprel::kObj);
  }

  bool has_phrase_with(const ActPattern& pattern, WordId preposition, WordId noun) const {
    for (const PhrasePattern& phrase : pattern.phrases) {
      if (phrase.filler.slot != Slot::kWords) continue;
      const auto& known = phrase.prepositions;
      if (std::find(known.begin(), known.end(), preposition) == known.end()) continue;
      for (const Term& term : acts_.term_sets[phrase.filler.words]) {
        if (term.size() == 1 && term.front() == noun) return true;
      }
    }
    return false;
  }

  // "bowed to pressure from doctors", taken for an infinitive: where the lexicon knows that one
  // gives way to it, and nothing is pressed.
  void mend_noun_behind_to(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    if (tag(noun) != "VB" || verb == kNoToken || verb > noun || noun == 0) return;
    const std::uint32_t marker = tree_.child(noun, {Deprel::kMark});
    if (marker != noun - 1 || marker != verb + 1 || tree_.has_child(noun, Deprel::kObj)) return;
    const WordId preposition = vocabulary_.find_lemma(tree_.lemma(marker));
    const WordId lemma = vocabulary_.find_lemma(tree_.lemma(verb));
    const auto& patterns = acts_.candidates(PredicateKind::kVerb, lemma);
    const bool is_known = std::any_of(patterns.begin(), patterns.end(), [&](std::uint32_t index) {
      const ActPattern& pattern = acts_.patterns[index];
      return acts_.entries[pattern.entry].act == PloverType::kConcede &&
             has_phrase_with(pattern, preposition, form(noun));
    });
    if (!is_known) return;
    make_noun(noun);
    hang(noun, verb, Deprel::kObl);
    hang(marker, noun, Deprel::kCase);
    mended_.tokens[marker].upos = Upos::kAdp;
    mended_.tokens[marker].xpos = xpos_of("IN");
  }

  // "lent two million to repair bridges", taken for a repair: what has an object is a verb.
  void mend_verb_like_noun(std::uint32_t verb) {
    if (tag(verb) != "NN" || tree_.token(verb).deprel != Deprel::kNmod || verb == 0) return;
    const std::uint32_t marker = tree_.child(verb, {Deprel::kCase});
    if (marker != verb - 1 || !tree_.has_child(verb, Deprel::kObj)) return;
    if (!claims_.of(ClaimClass::kInfinitiveMarks)
             .contains(vocabulary_.find_lemma(tree_.lemma(marker)))) {
      return;
    }
    mended_.tokens[verb].upos = Upos::kVerb;
    mended_.tokens[verb].xpos = xpos_of("VB");
    mended_.tokens[verb].deprel = Deprel::kAcl;
    mended_.tokens[marker].deprel = Deprel::kMark;
  }

  // "lent Togo a further $10 million", taken for one name: what has an article of its own is
  // another object.
  void mend_second_object(std::uint32_t noun) {
    const std::uint32_t name = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kCompound || name == kNoToken || name > noun) return;
    if (tree_.token(name).upos != Upos::kPropn || tree_.token(name).deprel != Deprel::kObj) return;
    if (tree_.subtree_span(noun).begin != name + 1) return;
    const bool is_other = is_sum(noun) || tree_.has_child(noun, Deprel::kDet);
    if (!is_other) return;
    hang(noun, tree_.token(name).head, Deprel::kObj);
    mended_.tokens[name].deprel = Deprel::kIobj;
  }

  // "its demand that Togo withdraw its troops", taken for a demand that is withdrawn: the clause
  // has an object of its own.
  void mend_content_clause(std::uint32_t that) {
    const std::uint32_t verb = tree_.token(that).head;
    if (tree_.token(that).deprel != Deprel::kObj || tag(that) != "WDT" || verb < that) return;
    if (tree_.token(verb).deprel != Deprel::kAclRelcl) return;
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubj});
    if (subject == kNoToken || subject < that) return;
    bool has_object = false;
    for (std::uint32_t child : tree_.children(verb)) {
      has_object |= child > verb && tree_.token(child).deprel == Deprel::kObj;
    }
    if (!has_object) return;
    hang(that, verb, Deprel::kMark);
    mended_.tokens[that].upos = Upos::kSconj;
    mended_.tokens[that].xpos = xpos_of("IN");
    mended_.tokens[verb].deprel = Deprel::kAcl;
  }

  // "has lent Chad tents", taken for what Chad is: behind "have" a verb's past form is a verb,
  // where nothing else stands between.
  void mend_perfect(std::uint32_t verb) {
    const std::uint32_t noun = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kAmod || tree_.token(verb).upos != Upos::kAdj) return;
    const auto lemma = acts_.verb_forms.find(form(verb));
    const std::uint32_t have = noun < verb ? kNoToken : tree_.token(noun).head;
    if (lemma == acts_.verb_forms.end() || have == kNoToken || have >= verb) return;
    for (std::uint32_t between = have + 1; between < verb; ++between) {
      if (tree_.token(between).upos != Upos::kAdv) return;
    }
    const WordId auxiliary = vocabulary_.find_lemma(tree_.lemma(have));
    const bool is_have = tree_.token(have).upos == Upos::kVerb &&
                         claims_.of(ClaimClass::kPerfectAuxiliaries).contains(auxiliary);
    if (!is_have || tree_.token(noun).deprel != Deprel::kObj) return;
    hang(verb, tree_.token(have).head, tree_.token(have).deprel);
    for (std::uint32_t child : tree_.children(have)) mended_.tokens[child].head = verb;
    hang(have, verb, Deprel::kAux);
    mended_.tokens[have].upos = Upos::kAux;
    mended_.tokens[verb].upos = Upos::kVerb;
    mended_.tokens[verb].xpos = xpos_of("VBN");
    mended_.lemmas[verb] = vocabulary_.word(lemma->second);
    // "has lent Chad two tents": of two objects the name is who gets the other.
    const bool is_given = tree_.token(noun).upos == Upos::kPropn;
    for (std::uint32_t child : tree_.children(have)) {
      const bool is_second = child > noun && tree_.token(child).deprel == Deprel::kObj;
      if (is_given && is_second) mended_.tokens[noun].deprel = Deprel::kIobj;
    }
  }

  // "Togo pulled out of the talks", taken for a passive: a past tense is none without an auxiliary.
  void mend_active_subject(std::uint32_t subject) {
    const std::uint32_t verb = tree_.token(subject).head;
    if (tree_.token(subject).deprel != Deprel::kNsubjPass || tag(verb) != "VBD") return;
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(verb)].tokens;
    const bool is_closed = tree_.token(sentence.end - 1).upos == Upos::kPunct;
    const bool is_passive = tree_.child(verb, {Deprel::kAuxPass, Deprel::kOblAgent}) != kNoToken;
    const bool is_main = tree_.token(verb).deprel == Deprel::kRoot;
    if (subject > verb || is_passive || !is_closed || !is_main) return;
    if (!tree_.has_child(verb, Deprel::kCompoundPrt) && verb + 1 < sentence.end &&
        tree_.token(verb + 1).upos != Upos::kAdp) {
      return;
    }
    mended_.tokens[subject].deprel = Deprel::kNsubj;
  }

  // "supplied with fuel by smugglers": of two prepositions the first belongs to the noun between.
  void mend_stray_case(std::uint32_t marker) {
    const std::uint32_t noun = tree_.token(marker).head;
    if (tree_.token(marker).deprel != Deprel::kCase || noun == kNoToken || noun < marker) return;
    const std::uint32_t between = marker + 1;
    bool has_second = false;
    for (std::uint32_t child : tree_.children(noun)) {
      has_second |= tree_.token(child).deprel == Deprel::kCase && child > between;
    }
    const bool is_free = is_noun(tree_, between) && !tree_.is_within(between, noun) &&
                         !tree_.has_child(between, Deprel::kCase);
    if (has_second && is_free) hang(marker, between, Deprel::kCase);
  }

  // "handed the pilots over to monks": of two prepositions side by side the first belongs to the
  // verb, where the lexicon knows it with that verb.
  void mend_particle(std::uint32_t particle) {
    const std::uint32_t noun = tree_.token(particle).head;
    if (tree_.token(particle).deprel != Deprel::kCase || noun < particle + 2) return;
    const bool is_beside =
        tree_.token(particle + 1).deprel == Deprel::kCase && tree_.token(particle + 1).head == noun;
    const std::uint32_t verb = tree_.token(noun).head;
    if (!is_beside || verb == kNoToken || verb > particle) return;
    const std::uint32_t object = tree_.child(verb, {Deprel::kObj});
    const bool is_to = claims_.of(ClaimClass::kInfinitiveMarks).contains(form(particle + 1));
    if (object == kNoToken || object > particle || !is_to) return;
    if (tree_.token(verb).upos != Upos::kVerb || tree_.has_child(verb, Deprel::kCompoundPrt))
      return;
    const Term wanted = {vocabulary_.find_lemma(tree_.lemma(verb)), form(particle)};
    const auto& patterns = acts_.candidates(PredicateKind::kVerb, wanted.front());
    const bool is_known = std::any_of(patterns.begin(), patterns.end(), [&](std::uint32_t index) {
      const auto& terms = acts_.term_sets[acts_.patterns[index].predicate];
      return std::find(terms.begin(), terms.end(), wanted) != terms.end();
    });
    if (!is_known) return;
    hang(particle, verb, Deprel::kCompoundPrt);
    mended_.tokens[particle].xpos = xpos_of("RP");
  }

  // "Leftist guerrillas offered …", taken for two subjects: bare nouns side by side are one.
  void mend_bare_subjects(std::uint32_t noun) {
    const std::uint32_t next = noun + 1;
    if (tree_.token(noun).deprel != Deprel::kNsubj || next >= tree_.syntax().tokens.size()) return;
    const std::uint32_t verb = tree_.token(next).head;
    if (tree_.token(next).deprel != Deprel::kNsubj || verb <= next || !is_noun(tree_, next)) return;
    if (claims_.of(ClaimClass::kWeekdays).contains(form(next))) return;
    const std::uint32_t above = tree_.token(noun).head;
    if ((above != verb && above != next) || tree_.subtree_span(next).begin < noun) return;
    hang(noun, next, Deprel::kCompound);
    if (tag(noun) == "NNP") mended_.tokens[noun].upos = Upos::kPropn;
  }

  // "The league fighting rebels in Chad has declared …", parsed as if the fighting declared it.
  void mend_subject_of_gerund(std::uint32_t gerund) {
    const std::uint32_t verb = tree_.token(gerund).head;
    if (tree_.token(gerund).deprel != Deprel::kCsubj || tag(gerund) != "VBG") return;
    const std::uint32_t subject = tree_.child(gerund, {Deprel::kNsubj});
    const std::uint32_t object = tree_.child(verb, {Deprel::kNsubj});
    if (subject == kNoToken || subject + 1 != gerund || gerund > verb) return;
    hang(subject, verb, Deprel::kNsubj);
    hang(gerund, subject, Deprel::kAcl);
    if (object != kNoToken && object > gerund && object < verb) hang(object, gerund, Deprel::kObj);
  }

  bool is_sum(std::uint32_t token) const {
    const Upos upos = tree_.token(token).upos;
    return upos == Upos::kSym || upos == Upos::kNum;
  }

  // "gave two million in aid to Chad", parsed as a gift in aid: the aid is what is given.
  void mend_sum(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    const std::uint32_t marker = tree_.child(noun, {Deprel::kCase});
    if (tree_.token(noun).deprel != Deprel::kObl || marker == kNoToken || verb > marker) return;
    if (mend_sum_as_object(noun, verb, marker)) return;
    const bool is_free = tree_.token(verb).upos == Upos::kVerb &&
                         tree_.child(verb, {Deprel::kObj, Deprel::kNsubjPass}) == kNoToken;
    const bool has_sum_before = marker > 0 && is_sum(marker - 1);
    if (!is_free || !has_sum_before || tree_.subtree_span(noun).begin >= marker) return;
    hang(noun, verb, Deprel::kObj);
    hang(marker, noun, Deprel::kAdvmod);
  }

  // "withheld $65 million in aid to Chad": the sum is of what the lexicon knows to be withheld.
  bool mend_sum_as_object(std::uint32_t noun, std::uint32_t verb, std::uint32_t marker) {
    const std::uint32_t sum = tree_.child(verb, {Deprel::kObj});
    if (sum == kNoToken || !is_sum(sum) || tree_.subtree_span(sum).end != marker) return false;
    const WordId lemma = vocabulary_.find_lemma(tree_.lemma(verb));
    for (std::uint32_t index : acts_.candidates(PredicateKind::kVerb, lemma)) {
      const Filler& object = acts_.patterns[index].object;
      if (object.slot != Slot::kWords) continue;
      for (const Term& term : acts_.term_sets[object.words]) {
        if (term.size() != 1 || term.front() != form(noun)) continue;
        hang(noun, verb, Deprel::kObj);
        hang(sum, noun, Deprel::kCompound);
        hang(marker, noun, Deprel::kAdvmod);
        return true;
      }
    }
    return false;
  }

  // "provides €45m support for Chad": what stands behind the sum is the object.
  void mend_object_of_sum(std::uint32_t noun) {
    const std::uint32_t sum = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kObj || !is_sum(sum) || noun < sum) return;
    if (tree_.token(sum).deprel != Deprel::kObj) return;
    hang(noun, tree_.token(sum).head, Deprel::kObj);
    hang(sum, noun, Deprel::kCompound);
  }

  std::string_view text_;
  const ClaimWords& claims_;
  const ActLexicon& acts_;
  const Vocabulary& vocabulary_;
};

}  // namespace

Syntax mend_verbs(Syntax syntax, std::string_view text, const ClaimWords& claims,
                  const ActLexicon& acts, const Vocabulary& vocabulary) {
  return mended_by(
      [&](const Tree& tree, Syntax& mended) {
        VerbMender(tree, text, claims, acts, vocabulary, mended).mend();
      },
      syntax);
}

}  // namespace verbale
