// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_subjects.h"

#include <algorithm>
#include <cstdint>

#include "claims/embedding_words.h"
#include "core/utf8.h"
#include "document/xpos.h"

namespace verbale {
namespace {

class SubjectMender {
 public:
  SubjectMender(const Tree& tree, std::string_view text, const ActLexicon& acts,
                const Vocabulary& vocabulary, Syntax& mended)
      : tree_(tree), text_(text), acts_(acts), vocabulary_(vocabulary), mended_(mended) {}

  void mend() {
    for (const Sentence& sentence : tree_.syntax().sentences) {
      if (!sentence.parsed) continue;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        mend_second_subject(t);
        mend_participle_of_root(t);
        mend_modifier_with_subject(t);
        mend_plain_past(t);
        mend_progressive(t);
        mend_relative_clause(t);
        mend_opening_gerund(t);
        mend_headline_passive(t);
        mend_number(t);
      }
    }
  }

 private:
  std::string_view tag(std::uint32_t token) const { return name_of_xpos(tree_.token(token).xpos); }

  bool is_past(std::uint32_t verb) const { return tag(verb) == "VBD" || tag(verb) == "VBN"; }

  void hang(std::uint32_t token, std::uint32_t head, Deprel relation) {
    mended_.tokens[token].head = head;
    mended_.tokens[token].deprel = relation;
  }

  void mend_second_subject(std::uint32_t noun) {
    const Deprel relation = tree_.token(noun).deprel;
    if (relation != Deprel::kNsubj && relation != Deprel::kNsubjPass) return;
    const std::uint32_t verb = tree_.token(noun).head;
    const std::uint32_t first = tree_.child(verb, {relation});
    if (noun > verb || first == noun || first == kNoToken || !is_noun(tree_, first)) return;
    if (mend_joined_subject(noun, first) || mend_prepositional_subject(noun, first)) return;
    mend_name_of_subject(noun, first);
  }

  // "Togo as well as Chad recalled …": what a conjunction joins is one subject. "A truce between
  // Togo and Chad holds": a verb in the singular has one subject, so the phrase below it has two.
  bool mend_joined_subject(std::uint32_t noun, std::uint32_t first) {
    const std::uint32_t verb = tree_.token(noun).head;
    const std::uint32_t conjunction = tree_.child(verb, {Deprel::kCc});
    if (conjunction == kNoToken || conjunction < first || conjunction > noun) return false;
    const std::uint32_t below = tree_.child(first, {Deprel::kNmod});
    const std::uint32_t helper = tree_.child(verb, {Deprel::kAux, Deprel::kAuxPass, Deprel::kCop});
    const bool is_singular = tag(helper == kNoToken ? verb : helper) == "VBZ";
    const bool is_inside = is_singular && below != kNoToken && below > first;
    hang(noun, is_inside ? below : first, Deprel::kConj);
    hang(conjunction, noun, Deprel::kCc);
    return true;
  }

  // "Police in Lomé beat …", "The arrest of a priest by police drew …": a subject has no
  // preposition.
  bool mend_prepositional_subject(std::uint32_t noun, std::uint32_t first) {
    std::uint32_t marker = tree_.child(noun, {Deprel::kCase});
    if (marker == kNoToken) marker = tree_.child(tree_.token(noun).head, {Deprel::kMark});
    if (marker == kNoToken || tree_.token(marker).upos != Upos::kAdp) return false;
    if (tree_.subtree_span(first).end != marker || marker > noun) return false;
    hang(noun, first, Deprel::kNmod);
    hang(marker, noun, Deprel::kCase);
    return true;
  }

  // "The arrest of the rebel leader Mara Lind was …": a name right behind a phrase names it.
  void mend_name_of_subject(std::uint32_t name, std::uint32_t first) {
    const std::uint32_t begin = tree_.subtree_span(name).begin;
    if (tree_.token(name).upos != Upos::kPropn || begin == 0) return;
    const std::uint32_t before = begin - 1;
    if (!is_noun(tree_, before) || !tree_.is_within(before, first)) return;
    hang(name, before, Deprel::kAppos);
    for (std::uint32_t child : tree_.children(name)) {
      if (tree_.token(child).deprel == Deprel::kOblAgent) hang(child, name, Deprel::kNmod);
    }
  }

  bool takes_preposition(std::uint32_t verb) const {
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(verb)].tokens;
    const bool is_closed = tree_.token(sentence.end - 1).upos == Upos::kPunct;
    if (!is_closed || verb + 1 >= sentence.end) return false;
    const WordId preposition = vocabulary_.find_lemma(tree_.lemma(verb + 1));
    const WordId lemma = vocabulary_.find_lemma(tree_.lemma(verb));
    if (tree_.token(verb + 1).upos != Upos::kAdp) return false;
    for (std::uint32_t index : acts_.candidates(PredicateKind::kVerb, lemma)) {
      const ActPattern& pattern = acts_.patterns[index];
      if (pattern.object.slot != Slot::kNothing) continue;
      for (const PhrasePattern& phrase : pattern.phrases) {
        const auto& known = phrase.prepositions;
        const bool fits = std::find(known.begin(), known.end(), preposition) != known.end();
        if (fits && !phrase.is_optional && is_doer(pattern.subject.slot)) return true;
      }
    }
    return false;
  }

  static bool is_doer(Slot slot) { return slot == Slot::kActor || slot == Slot::kActors; }

  // The same, parsed as a passive without an auxiliary.
  void mend_plain_past(std::uint32_t verb) {
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(verb)].tokens;
    const bool is_closed = tree_.token(sentence.end - 1).upos == Upos::kPunct;
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubjPass});
    if (tree_.token(verb).deprel != Deprel::kRoot || tag(verb) != "VBN" || !is_closed) return;
    const bool is_passive =
        tree_.child(verb, {Deprel::kAux, Deprel::kAuxPass, Deprel::kOblAgent}) != kNoToken;
    if (subject == kNoToken || subject > verb || is_passive) return;
    if (!tree_.has_child(verb, Deprel::kObj) && !takes_preposition(verb)) return;
    mended_.tokens[verb].xpos = xpos_of("VBD");
    mended_.tokens[subject].deprel = Deprel::kNsubj;
  }

  // "Guards rescued sixty sailors", parsed as guards who were rescued: a participle behind the noun
  // that it describes has no object of its own. Nor does a sentence with a full stop lack a verb
  // where the lexicon knows the participle with the preposition behind it: "Envoys mediated between
  // …".
  void mend_participle_of_root(std::uint32_t verb) {
    const std::uint32_t noun = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kAcl || !is_past(verb)) return;
    if (tree_.token(noun).deprel != Deprel::kRoot || !is_noun(tree_, noun)) return;
    const bool is_active =
        tree_.has_child(verb, Deprel::kObj) || tag(verb) == "VBD" || takes_preposition(verb);
    const bool is_clause =
        tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kMark, Deprel::kAux,
                           Deprel::kAuxPass, Deprel::kOblAgent}) != kNoToken;
    const bool is_told =
        tree_.child(noun, {Deprel::kCop, Deprel::kCase, Deprel::kNsubj}) != kNoToken;
    if (!is_active || is_clause || is_told || noun + 1 != tree_.subtree_span(verb).begin) return;
    mended_.tokens[verb].xpos = xpos_of("VBD");
    hang(verb, kNoToken, Deprel::kRoot);
    hang(noun, verb, Deprel::kNsubj);
    for (std::uint32_t child : tree_.children(noun)) {
      if (child > verb) mended_.tokens[child].head = verb;
    }
  }

  // "…," said Rosa Lind, who accused Togo of …": what follows a pronoun tells of the name before
  // it.
  void mend_relative_clause(std::uint32_t verb) {
    const std::uint32_t speech = tree_.token(verb).head;
    const std::uint32_t pronoun = tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass});
    if (tree_.token(verb).deprel != Deprel::kCcomp || speech > verb) return;
    if (pronoun == kNoToken || tag(pronoun) != "WP" || pronoun < 2) return;
    for (std::uint32_t subject : tree_.children(speech)) {
      if (tree_.token(subject).deprel != Deprel::kNsubj || subject < speech) continue;
      const std::uint32_t comma = tree_.subtree_span(subject).end;
      if (comma + 1 != pronoun || tree_.token(comma).upos != Upos::kPunct) continue;
      hang(verb, subject, Deprel::kAclRelcl);
    }
  }

  // "Imposing a ban on two banks, Togo joined …", parsed as a name beside the banks: no comma
  // closes it, so it is the subject.
  void mend_opening_gerund(std::uint32_t name) {
    if (tree_.token(name).deprel != Deprel::kAppos || name == 0) return;
    std::uint32_t object = tree_.token(name).head;
    while (object != kNoToken && tree_.token(object).deprel == Deprel::kNmod) {
      object = tree_.token(object).head;
    }
    if (object == kNoToken || tree_.token(object).deprel != Deprel::kNsubj) return;
    const std::uint32_t verb = tree_.token(object).head;
    const std::uint32_t gerund = tree_.subtree_span(object).begin;
    const TokenSpan words = tree_.subtree_span(name);
    const bool opens = tag(gerund) == "VBG" && tree_.token(gerund).deprel == Deprel::kAmod &&
                       tree_.token(gerund).head == object &&
                       tree_.syntax().sentences[tree_.sentence_of(gerund)].tokens.begin == gerund;
    if (!opens || words.end != verb) return;
    hang(name, verb, Deprel::kNsubj);
    hang(gerund, verb, Deprel::kAdvcl);
    mended_.tokens[gerund].upos = Upos::kVerb;
    hang(object, gerund, Deprel::kObj);
  }

  // "Chadian envoy expelled from Togo", a headline: a participle without an object is passive.
  void mend_headline_passive(std::uint32_t verb) {
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(verb)].tokens;
    const bool is_headline = tree_.token(sentence.end - 1).upos != Upos::kPunct;
    if (!is_headline || tag(verb) != "VBN" || tree_.token(verb).deprel != Deprel::kRoot) return;
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubj});
    if (subject == kNoToken || subject > verb || verb + 1 == sentence.end ||
        tree_.token(verb + 1).upos != Upos::kAdp) {
      return;
    }
    if (tree_.child(verb, {Deprel::kObj, Deprel::kAux, Deprel::kXcomp, Deprel::kCcomp}) != kNoToken)
      return;
    mended_.tokens[subject].deprel = Deprel::kNsubjPass;
  }

  // "Farmers blocked highways", parsed as blocked highways: what has a subject of its own is the
  // verb, and the noun behind it the object.
  void mend_modifier_with_subject(std::uint32_t verb) {
    const std::uint32_t noun = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kAmod || !is_past(verb) || noun < verb) return;
    const std::uint32_t subject = tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass});
    if (subject == kNoToken || subject > verb || !is_noun(tree_, subject)) return;
    if (tree_.has_child(verb, Deprel::kAuxPass) || tree_.has_child(verb, Deprel::kObj)) return;
    const Deprel place = tree_.token(noun).deprel;
    const bool is_root = place == Deprel::kRoot;
    const bool is_clause = is_root || (place == Deprel::kConj && tree_.has_child(noun, Deprel::kCc));
    if (!is_clause || tree_.has_child(noun, Deprel::kNsubj)) return;
    const std::uint32_t main = is_root ? kNoToken : clause_above(noun);
    if (!is_root && main == kNoToken) return;
    hang(verb, main, place);
    hang(subject, verb, Deprel::kNsubj);
    hang(noun, verb, Deprel::kObj);
    for (std::uint32_t child : tree_.children(noun)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation == Deprel::kCc || relation == Deprel::kPunct) hang(child, verb, relation);
      if (relation == Deprel::kAcl && child > noun) hang(child, verb, Deprel::kAdvcl);
    }
  }

  // The main verb of the sentence as mended so far, when it stands before `token`; else kNoToken.
  std::uint32_t clause_above(std::uint32_t token) const {
    std::uint32_t root = token;
    while (mended_.tokens[root].head != kNoToken) root = mended_.tokens[root].head;
    return root < token ? root : kNoToken;
  }

  // "has been massing tanks": what the perfect stands before is a verb.
  void mend_progressive(std::uint32_t gerund) {
    const std::uint32_t noun = tree_.token(gerund).head;
    if (tree_.token(gerund).deprel != Deprel::kAmod || tag(gerund) != "VBG" || noun < gerund)
      return;
    const std::uint32_t copula = tree_.child(noun, {Deprel::kCop});
    if (copula == kNoToken || copula + 1 != gerund || !tree_.has_child(noun, Deprel::kAux)) return;
    if (tree_.token(noun).deprel != Deprel::kRoot) return;
    for (std::uint32_t child : tree_.children(noun)) {
      if (child < gerund || tree_.token(child).deprel == Deprel::kPunct) {
        mended_.tokens[child].head = gerund;
      }
    }
    mended_.tokens[gerund].upos = Upos::kVerb;
    mended_.tokens[copula].deprel = Deprel::kAux;
    hang(gerund, kNoToken, Deprel::kRoot);
    hang(noun, gerund, Deprel::kObj);
  }

  // "deported eleven migrants": a number right before a noun counts it.
  void mend_number(std::uint32_t number) {
    const Deprel relation = tree_.token(number).deprel;
    const std::uint32_t head = tree_.token(number).head;
    if (head == kNoToken || number + 1 >= tree_.syntax().tokens.size()) return;
    const bool counts = relation == Deprel::kCase || relation == Deprel::kCompound;
    if (counts && tree_.token(number).upos == Upos::kNum && number < head && is_noun(tree_, head)) {
      mended_.tokens[number].deprel = Deprel::kNummod;
    }
    const bool is_bare = tag(number) == "CD" || (tag(number) == "NNP" && is_lower_case(number));
    if (relation != Deprel::kObj || !is_bare || !tree_.children(number).empty()) return;
    for (std::uint32_t object : tree_.children(head)) {
      const bool follows = object > number && tree_.token(object).deprel == Deprel::kObj &&
                           tree_.subtree_span(object).begin == number + 1;
      if (follows) hang(number, object, Deprel::kNummod);
    }
  }

  bool is_lower_case(std::uint32_t token) const {
    const std::string_view word = tree_.token(token).span.of(text_);
    return word == lower_case(word);
  }

  const Tree& tree_;
  std::string_view text_;
  const ActLexicon& acts_;
  const Vocabulary& vocabulary_;
  Syntax& mended_;
};

}  // namespace

void mend_subjects(const Tree& tree, std::string_view text, const ActLexicon& acts,
                   const Vocabulary& vocabulary, Syntax& mended) {
  SubjectMender(tree, text, acts, vocabulary, mended).mend();
}

}  // namespace verbale
