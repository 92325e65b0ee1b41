// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_main_clauses.h"

#include "claims/embedding_words.h"
#include "document/xpos.h"
#include "stages/mend_trees/mending.h"

namespace verbale {
namespace {

class MainClauseMender : Mending {
 public:
  MainClauseMender(const Tree& tree, const ClaimWords& claims, const ActLexicon& acts,
                   const Vocabulary& vocabulary, Syntax& mended)
      : Mending(tree, mended), claims_(claims), acts_(acts), vocabulary_(vocabulary) {}

  void mend() {
    each_token([this](std::uint32_t t, TokenSpan) {
      mend_told_past(t);
      mend_participle_of_object(t);
      mend_told_object(t);
      mend_told_subject(t);
      mend_reduced_relative(t);
      mend_finite_participle(t);
      mend_subject_of_root(t);
      mend_marked_subject(t);
      mend_told_verb(t);
      mend_buried_verb(t);
    });
  }

 private:
  bool is_verb(std::uint32_t token) const {
    return token != kNoToken && tree_.token(token).upos == Upos::kVerb;
  }

  // "hackers backed by Togo had paralysed …", taken for a clause of its own: a participle with its doer
  // tells of the noun before it, and the noun is the subject of the verb that follows.
  void mend_reduced_relative(std::uint32_t participle) {
    const std::uint32_t noun = tree_.child(participle, {Deprel::kNsubj, Deprel::kNsubjPass});
    if (tag(participle) != "VBN" || noun == kNoToken || noun + 1 != participle) return;
    const std::uint32_t doer = tree_.child(participle, {Deprel::kOblAgent});
    if (doer == kNoToken || tree_.has_child(participle, Deprel::kAuxPass)) return;
    const std::uint32_t next = tree_.subtree_span(doer).end;
    if (next >= tree_.syntax().tokens.size()) return;
    const bool is_helped = tree_.token(next).deprel == Deprel::kAux;
    const std::uint32_t verb = is_helped ? tree_.token(next).head : next;
    if (!is_verb(verb) || verb < next || tree_.is_within(verb, participle)) return;
    if (tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken) return;
    hang(noun, verb, tree_.has_child(verb, Deprel::kAuxPass) ? Deprel::kNsubjPass : Deprel::kNsubj);
    hang(participle, noun, Deprel::kAcl);
  }

  // "said ranchers backed by gunmen had seized …": a verb with "had" is no participle behind a noun.
  void mend_finite_participle(std::uint32_t verb) {
    if (tree_.token(verb).deprel != Deprel::kAcl || !is_verb(verb)) return;
    const std::uint32_t helper = tree_.child(verb, {Deprel::kAux});
    if (helper == kNoToken || name_of_xpos(tree_.token(helper).xpos) == "VBG") return;
    if (tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kMark}) != kNoToken) return;
    std::uint32_t noun = tree_.token(verb).head;
    while (noun != kNoToken && tree_.token(noun).deprel != Deprel::kNsubj) noun = tree_.token(noun).head;
    if (noun == kNoToken || !is_noun(tree_, noun)) return;
    const std::uint32_t speech = tree_.token(noun).head;
    if (!is_verb(speech) || speech > noun || noun > verb) return;
    hang(verb, speech, Deprel::kCcomp);
    hang(noun, verb, tree_.has_child(verb, Deprel::kAuxPass) ? Deprel::kNsubjPass : Deprel::kNsubj);
  }

  // "Relatives of the dead marched, chanting “They took them”": the first of two subjects of a verb is
  // that of the main verb between them, where it has none.
  void mend_subject_of_root(std::uint32_t root) {
    if (tree_.token(root).deprel != Deprel::kRoot || !is_verb(root)) return;
    if (tree_.child(root, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken) return;
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(root)].tokens;
    for (std::uint32_t noun = sentence.begin; noun < root; ++noun) {
      const std::uint32_t verb = tree_.token(noun).head;
      const bool is_subject = tree_.token(noun).deprel == Deprel::kNsubj && verb != kNoToken;
      if (!is_subject || verb < root || !tree_.is_within(verb, root)) continue;
      hang(noun, root, is_past(root) && tree_.has_child(root, Deprel::kAuxPass) ? Deprel::kNsubjPass
                                                                                : Deprel::kNsubj);
      return;
    }
  }

  // "Thousands marched on the embassy, police said": what is told is a whole clause, and a participle
  // without auxiliary is no verb of one.
  void mend_told_past(std::uint32_t verb) {
    const std::uint32_t speech = tree_.token(verb).head;
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubjPass});
    if (!is_past(verb) || subject == kNoToken || subject > verb) return;
    const bool is_told = tree_.token(verb).deprel == Deprel::kCcomp && speech > verb &&
                         tree_.token(speech).deprel == Deprel::kRoot;
    // "as supporters gathered": so is a clause with a mark and a subject.
    const bool is_marked =
        tree_.token(verb).deprel == Deprel::kAdvcl && tree_.has_child(verb, Deprel::kMark);
    if (!is_told && !is_marked) return;
    if (tree_.child(verb, {Deprel::kAux, Deprel::kAuxPass, Deprel::kOblAgent}) != kNoToken) return;
    mended_.tokens[verb].xpos = xpos_of("VBD");
    mended_.tokens[subject].deprel = Deprel::kNsubj;
  }

  // "ordered nine members of the cabinet jailed": a bare participle right behind the object is said of it.
  void mend_participle_of_object(std::uint32_t participle) {
    const std::uint32_t verb = tree_.token(participle).head;
    if (!is_past(participle) || tree_.token(participle).deprel != Deprel::kAdvcl) return;
    if (!is_verb(verb) || verb > participle) return;
    const std::uint32_t object = tree_.child(verb, {Deprel::kObj});
    if (object == kNoToken || tree_.subtree_span(object).end != participle) return;
    if (tree_.child(participle, {Deprel::kMark, Deprel::kAux, Deprel::kAuxPass, Deprel::kObj,
                                 Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken) {
      return;
    }
    mended_.tokens[participle].xpos = xpos_of("VBN");
    hang(participle, object, Deprel::kAcl);
  }

  // "deported four teachers registered with the agency", taken for what was said: the verb of an act that
  // says nothing has the noun for an object.
  void mend_told_object(std::uint32_t participle) {
    const std::uint32_t verb = tree_.token(participle).head;
    const std::uint32_t noun = tree_.child(participle, {Deprel::kNsubj, Deprel::kNsubjPass});
    if (!is_past(participle) || tree_.token(participle).deprel != Deprel::kCcomp) return;
    if (!is_verb(verb) || noun == kNoToken || noun + 1 != participle || verb > noun) return;
    if (tree_.child(participle, {Deprel::kMark, Deprel::kAux, Deprel::kAuxPass, Deprel::kObj}) != kNoToken ||
        tree_.child(verb, {Deprel::kObj, Deprel::kNsubjPass}) != kNoToken) {
      return;
    }
    const WordId lemma = vocabulary_.find_lemma(tree_.lemma(verb));
    const bool tells = claims_.find(EmbeddingKind::kVerb, lemma) != nullptr ||
                       claims_.of(ClaimClass::kSpeechActs).contains(lemma);
    if (tells || acts_.candidates(PredicateKind::kVerb, lemma).empty()) return;
    hang(noun, verb, Deprel::kObj);
    mended_.tokens[participle].xpos = xpos_of("VBN");
    for (std::uint32_t child : tree_.children(participle)) {
      if (tree_.token(child).deprel == Deprel::kConj && tree_.has_child(child, Deprel::kAux)) {
        mended_.tokens[child].head = verb;
      }
    }
    hang(participle, noun, Deprel::kAcl);
  }

  // "said accounts tied to Togo spread …": a noun behind the verb of speech is the subject of what is
  // said, where that has none.
  void mend_told_subject(std::uint32_t verb) {
    const std::uint32_t speech = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kCcomp || !is_verb(verb) || !is_verb(speech)) return;
    if (speech > verb || tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken) return;
    std::uint32_t noun = kNoToken;
    for (std::uint32_t child : tree_.children(speech)) {
      const bool is_between = child > speech && child < verb && is_noun(tree_, child);
      if (is_between && tree_.token(child).deprel == Deprel::kNsubj) noun = child;
    }
    if (noun == kNoToken) return;
    hang(noun, verb, tree_.has_child(verb, Deprel::kAuxPass) ? Deprel::kNsubjPass : Deprel::kNsubj);
    for (std::uint32_t phrase : tree_.children(verb)) {
      const std::uint32_t marker = tree_.child(phrase, {Deprel::kCase});
      if (phrase > verb || marker == kNoToken || marker <= noun + 1) continue;
      const std::uint32_t participle = marker - 1;
      const bool describes = tree_.token(participle).deprel == Deprel::kAcl &&
                             tree_.token(participle).head == noun;
      if (describes) hang(phrase, participle, Deprel::kObl);
    }
  }

  // "Gunmen who stormed a farm made off with two nuns, a bishop said": the first of two subjects has a
  // verb of its own.
  void mend_told_verb(std::uint32_t speech) {
    if (tree_.token(speech).deprel != Deprel::kRoot || !is_past(speech)) return;
    if (!claims_.of(ClaimClass::kSpeechActs).contains(vocabulary_.find_lemma(tree_.lemma(speech)))) {
      return;
    }
    std::uint32_t first = kNoToken, second = kNoToken;
    for (std::uint32_t child : tree_.children(speech)) {
      if (child > speech || tree_.token(child).deprel != Deprel::kNsubj) continue;
      (first == kNoToken ? first : second) = child;
    }
    if (second == kNoToken) return;
    const std::uint32_t comma = tree_.subtree_span(second).begin - 1;
    if (tree_.token(comma).upos != Upos::kPunct || comma < first + 2) return;
    const std::uint32_t verb = verb_within(first, comma);
    if (verb == kNoToken) return;
    hang(verb, speech, Deprel::kCcomp);
    mended_.tokens[verb].xpos = xpos_of("VBD");
    hang(first, verb, Deprel::kNsubj);
  }

  // The last past tense before `end` that hangs on what describes `noun`, as if it did so too.
  std::uint32_t verb_within(std::uint32_t noun, std::uint32_t end) const {
    for (std::uint32_t verb = end - 1; verb > noun; --verb) {
      const bool is_candidate = is_verb(verb) && is_past(verb) && is_plain(verb) &&
                                tree_.token(verb).deprel == Deprel::kAcl &&
                                tree_.is_within(verb, noun);
      if (is_candidate) return verb;
    }
    return kNoToken;
  }

  // "Rebels wielding machetes killed ten men.": a sentence without a verb, where a participle hangs on
  // what describes its only noun.
  void mend_buried_verb(std::uint32_t noun) {
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(noun)].tokens;
    if (tree_.token(noun).deprel != Deprel::kRoot || !is_noun(tree_, noun)) return;
    if (tree_.token(sentence.end - 1).upos != Upos::kPunct) return;
    if (tree_.child(noun, {Deprel::kCop, Deprel::kCase, Deprel::kNsubj, Deprel::kParataxis}) != kNoToken) {
      return;
    }
    const std::uint32_t verb = verb_within(noun, sentence.end);
    if (verb == kNoToken || tree_.token(verb).head == noun) return;
    hang(verb, kNoToken, Deprel::kRoot);
    mended_.tokens[verb].xpos = xpos_of("VBD");
    hang(noun, verb, Deprel::kNsubj);
  }

  // With something that a participle behind its noun has not.
  bool is_plain(std::uint32_t verb) const {
    if (tree_.child(verb, {Deprel::kOblAgent, Deprel::kAuxPass, Deprel::kMark}) != kNoToken) {
      return false;
    }
    if (tag(verb) == "VBD" || tree_.child(verb, {Deprel::kObj, Deprel::kCompoundPrt}) != kNoToken) {
      return true;
    }
    // "butchered at least 38 villagers"
    for (std::uint32_t child : tree_.children(verb)) {
      const bool is_counted = child > verb && tree_.has_child(child, Deprel::kNummod);
      if (is_counted && tree_.token(child).deprel == Deprel::kObl) return true;
    }
    return false;
  }

  // "as supporters gathered", taken for the role of supporters: a plain past right behind is their verb.
  void mend_marked_subject(std::uint32_t noun) {
    const std::uint32_t mark = tree_.child(noun, {Deprel::kCase});
    const std::uint32_t verb = noun + 1;
    if (tree_.token(noun).deprel != Deprel::kObl || mark == kNoToken || mark > noun) return;
    const WordId word = vocabulary_.find_lemma(tree_.lemma(mark));
    if (!claims_.of(ClaimClass::kTemporalMarks).contains(word)) return;
    if (verb >= tree_.syntax().tokens.size() || !is_verb(verb) || !is_past(verb)) return;
    const Token& clause = tree_.token(verb);
    const bool is_beside = clause.deprel == Deprel::kAdvcl && clause.head == tree_.token(noun).head;
    const bool is_below = clause.deprel == Deprel::kAcl && clause.head == noun && tag(verb) == "VBD";
    // "before dawn" says when.
    const bool is_somebody = tag(noun) == "NNS" || tree_.has_child(noun, Deprel::kDet);
    if (!is_beside && !(is_below && is_somebody)) return;
    const bool is_whole = tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kMark,
                                             Deprel::kOblAgent}) != kNoToken;
    if (is_whole) return;
    if (is_below) hang(verb, tree_.token(noun).head, Deprel::kAdvcl);
    hang(noun, verb, Deprel::kNsubj);
    hang(mark, verb, Deprel::kMark);
    mended_.tokens[verb].xpos = xpos_of("VBD");
  }

  const ClaimWords& claims_;
  const ActLexicon& acts_;
  const Vocabulary& vocabulary_;
};

}  // namespace

void mend_main_clauses(const Tree& tree, const ClaimWords& claims, const ActLexicon& acts,
                       const Vocabulary& vocabulary, Syntax& mended) {
  MainClauseMender(tree, claims, acts, vocabulary, mended).mend();
}

}  // namespace verbale
