// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_subjects.h"

#include <algorithm>
#include <cstdint>

#include "claims/embedding_words.h"
#include "core/utf8.h"
#include "document/xpos.h"
#include "stages/mend_trees/mending.h"

namespace verbale {
namespace {

class SubjectMender : Mending {
 public:
  SubjectMender(const Tree& tree, std::string_view text, const ActLexicon& acts,
                const Vocabulary& vocabulary, Syntax& mended)
      : Mending(tree, mended), text_(text), acts_(acts), vocabulary_(vocabulary) {}

  void mend() {
    each_token([this](std::uint32_t t, TokenSpan) {
      mend_second_subject(t);
      mend_participle_of_root(t);
      mend_modifier_with_subject(t);
      mend_plain_past(t);
      mend_progressive(t);
      mend_progressive_root(t);
      mend_relative_clause(t);
      mend_opening_gerund(t);
      mend_headline_passive(t);
      mend_number(t);
      mend_shared_noun(t);
      mend_subject_behind_comma(t);
      mend_verb_of_subject(t);
      mend_owned_participle(t);
      mend_participle_behind_comma(t);
      mend_noun_like_verb(t);
      mend_noun_like_adverb(t);
    });
  }

 private:
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
    std::uint32_t conjunction = tree_.child(verb, {Deprel::kCc});
    if (conjunction == kNoToken) conjunction = tree_.child(noun, {Deprel::kCc});
    if (conjunction == kNoToken || conjunction < first || conjunction > noun) return false;
    const std::uint32_t below = tree_.child(first, {Deprel::kNmod});
    const std::uint32_t helper = tree_.child(verb, {Deprel::kAux, Deprel::kAuxPass, Deprel::kCop});
    const bool is_singular = tag(helper == kNoToken ? verb : helper) == "VBZ";
    const bool is_between = below != kNoToken && below > first &&
                            tree_.child(below, Deprel::kCase, "between") != kNoToken;
    const bool is_inside = is_between || (is_singular && below != kNoToken && below > first);
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
    if (!is_active || is_clause || is_told || !ends_before(noun, verb)) return;
    mended_.tokens[verb].xpos = xpos_of("VBD");
    hang(verb, kNoToken, Deprel::kRoot);
    hang(noun, verb, Deprel::kNsubj);
    for (std::uint32_t child : tree_.children(noun)) {
      if (child > verb) mended_.tokens[child].head = verb;
    }
  }

  // Between the noun and the verb stands nothing but the name of whom the noun describes.
  bool ends_before(std::uint32_t noun, std::uint32_t verb) const {
    for (std::uint32_t t = noun + 1; t < tree_.subtree_span(verb).begin; ++t) {
      if (tree_.token(t).upos != Upos::kPropn || !tree_.is_within(t, noun)) return false;
    }
    return true;
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
    if (!is_root) mend_joined_names(verb, subject, main);
    for (std::uint32_t child : tree_.children(noun)) {
      const Deprel relation = tree_.token(child).deprel;
      if (relation == Deprel::kCc || relation == Deprel::kPunct) hang(child, verb, relation);
      if (relation == Deprel::kAcl && child > noun) hang(child, verb, Deprel::kAdvcl);
    }
  }

  // "Togo and Chad mended ties", parsed as Togo, and what Chad did: a name alone says nothing.
  void mend_joined_names(std::uint32_t verb, std::uint32_t subject, std::uint32_t name) {
    if (tree_.token(name).upos != Upos::kPropn || tree_.token(name).deprel != Deprel::kRoot) return;
    const std::uint32_t conjunction = name + 1;
    const bool is_joined = tree_.token(conjunction).upos == Upos::kCconj &&
                           tree_.subtree_span(subject).begin == conjunction + 1;
    if (!is_joined) return;
    hang(verb, kNoToken, Deprel::kRoot);
    hang(name, verb, Deprel::kNsubj);
    hang(subject, name, Deprel::kConj);
    hang(conjunction, subject, Deprel::kCc);
    for (std::uint32_t child : tree_.children(name)) {
      if (child > verb) mended_.tokens[child].head = verb;
    }
  }

  // The main verb of the sentence as mended so far, when it stands before `token`; else kNoToken.
  std::uint32_t clause_above(std::uint32_t token) const {
    std::uint32_t root = token;
    while (mended_.tokens[root].head != kNoToken) root = mended_.tokens[root].head;
    return root < token ? root : kNoToken;
  }

  // "have been shuttling between …", parsed as what they have been.
  void mend_progressive_noun(std::uint32_t gerund) {
    const std::uint32_t copula = tree_.child(gerund, {Deprel::kCop});
    if (copula == kNoToken || copula + 1 != gerund) return;
    // "are recruiting refugees": what has an object is no noun.
    const bool has_object = tree_.has_child(gerund, Deprel::kObj);
    const bool is_perfect = tree_.has_child(gerund, Deprel::kAux) && tag(copula) == "VBN";
    if (!has_object && !is_perfect) return;
    const std::string word = lower_case(tree_.token(gerund).span.of(text_));
    const auto lemma = acts_.verb_forms.find(vocabulary_.find(word));
    if (lemma == acts_.verb_forms.end() || tag(gerund) == "NNS") return;
    if (!is_gerund_of(word, vocabulary_.word(lemma->second))) return;
    mended_.tokens[gerund].upos = Upos::kVerb;
    mended_.tokens[gerund].xpos = xpos_of("VBG");
    mended_.lemmas[gerund] = vocabulary_.word(lemma->second);
    mended_.tokens[copula].deprel = Deprel::kAux;
  }

  // What is longer than its verb, and no past of it, which has its own tags.
  static bool is_gerund_of(std::string_view word, std::string_view lemma) {
    return word.size() > lemma.size() + 1;
  }

  // "has been massing tanks": what the perfect stands before is a verb.
  void mend_progressive(std::uint32_t gerund) {
    const std::uint32_t noun = tree_.token(gerund).head;
    if (tree_.token(gerund).upos == Upos::kNoun) mend_progressive_noun(gerund);
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

  // "is threatening Togo with war": no adjective has an object.
  void mend_progressive_root(std::uint32_t gerund) {
    const std::uint32_t copula = tree_.child(gerund, {Deprel::kCop});
    if (tree_.token(gerund).upos != Upos::kAdj || copula == kNoToken || copula > gerund) return;
    const auto lemma = acts_.verb_forms.find(
        vocabulary_.find(lower_case(tree_.token(gerund).span.of(text_))));
    if (lemma == acts_.verb_forms.end() || !tree_.has_child(gerund, Deprel::kObj)) return;
    mended_.tokens[gerund].upos = Upos::kVerb;
    mended_.tokens[gerund].xpos = xpos_of("VBG");
    mended_.lemmas[gerund] = vocabulary_.word(lemma->second);
    mended_.tokens[copula].deprel = Deprel::kAux;
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

  // "Togolese and Chadian armed forces", parsed as the Togolese, the Chadian and the forces: nothing
  // parts the last two, so both words belong to the noun.
  void mend_shared_noun(std::uint32_t noun) {
    const std::uint32_t first = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kConj || !is_noun(tree_, noun) || first > noun) return;
    if (tree_.token(noun).upos != Upos::kNoun || !is_modifier_like(first)) return;
    std::uint32_t last = noun - 1;
    while (last > first && tree_.token(last).head == noun) --last;
    const std::uint32_t conjunction = last - 1;
    if (last <= first + 1 || tree_.token(conjunction).upos != Upos::kCconj) return;
    if (!is_modifier_like(last) || tree_.token(last).deprel != Deprel::kConj) return;
    if (!tree_.is_within(last, first)) return;
    hang(conjunction, last, Deprel::kCc);
    hang(noun, tree_.token(first).head, tree_.token(first).deprel);
    const bool is_name = tree_.token(first).upos == Upos::kPropn;
    hang(first, noun, is_name ? Deprel::kCompound : Deprel::kAmod);
    for (std::uint32_t child : tree_.children(first)) {
      const bool is_part = child > first && child <= last;
      if (child != noun && !is_part) mended_.tokens[child].head = noun;
    }
  }

  // "At a meeting in Lomé, Chad put …", parsed as a town of Chad: no comma closes the name, and the
  // verb behind it has no other subject.
  void mend_subject_behind_comma(std::uint32_t name) {
    if (tree_.token(name).deprel != Deprel::kAppos) return;
    const TokenSpan words = tree_.subtree_span(name);
    const std::uint32_t verb = words.end;
    if (words.begin == 0 || tree_.token(words.begin - 1).upos != Upos::kPunct) return;
    if (verb >= tree_.syntax().tokens.size() || !is_past_or_present(verb)) return;
    if (tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kCsubj}) != kNoToken) return;
    std::uint32_t phrase = tree_.token(name).head;
    while (phrase != kNoToken && tree_.token(phrase).deprel == Deprel::kNmod) {
      phrase = tree_.token(phrase).head;
    }
    const bool opens = phrase != kNoToken && tree_.token(phrase).head == verb &&
                       tree_.token(phrase).deprel == Deprel::kObl;
    if (opens) hang(name, verb, Deprel::kNsubj);
  }

  bool is_past_or_present(std::uint32_t verb) const {
    return tree_.token(verb).upos == Upos::kVerb &&
           (tag(verb) == "VBD" || tag(verb) == "VBZ" || tag(verb) == "VBP");
  }

  // "Togo backed Chad's bid to join", parsed as the bid of a Togo that was backed: a noun without a
  // copula has no subject.
  void mend_verb_of_subject(std::uint32_t verb) {
    const std::uint32_t subject = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kAcl || !is_past(verb)) return;
    const std::uint32_t noun = tree_.token(subject).head;
    if (tree_.token(subject).deprel != Deprel::kNsubj || noun < verb || noun == kNoToken) return;
    const bool is_bare = is_noun(tree_, noun) && tree_.token(noun).deprel == Deprel::kRoot &&
                         tree_.child(noun, {Deprel::kCop, Deprel::kAux}) == kNoToken;
    if (!is_bare || subject + 1 != verb || !tree_.children(verb).empty()) return;
    mended_.tokens[verb].xpos = xpos_of("VBD");
    hang(verb, kNoToken, Deprel::kRoot);
    hang(subject, verb, Deprel::kNsubj);
    hang(noun, verb, Deprel::kObj);
    for (std::uint32_t child : tree_.children(noun)) {
      const Deprel relation = tree_.token(child).deprel;
      const bool is_verbs = relation == Deprel::kPunct || relation == Deprel::kObl ||
                            relation == Deprel::kParataxis || relation == Deprel::kConj;
      if (is_verbs && child > noun) mended_.tokens[child].head = verb;
    }
  }

  // "Chad's ruling party": what stands between an owner and what is owned describes it.
  void mend_owned_participle(std::uint32_t verb) {
    if (tree_.token(verb).deprel != Deprel::kXcomp || tag(verb) != "VBG" || verb == 0) return;
    const std::uint32_t noun = tree_.child(verb, {Deprel::kObj});
    if (tag(verb - 1) != "POS" || noun == kNoToken || noun < verb) return;
    const std::uint32_t owner = tree_.token(verb - 1).head;
    if (tree_.token(owner).head != noun) return;
    const std::uint32_t above = tree_.token(verb).head;
    const bool is_free = above == kNoToken || !tree_.has_child(above, Deprel::kObj);
    hang(noun, above, is_free ? Deprel::kObj : Deprel::kObl);
    hang(verb, noun, Deprel::kAmod);
    for (std::uint32_t child : tree_.children(verb)) {
      if (child > noun) mended_.tokens[child].head = above;
    }
  }

  // "met the envoy, praising Chad's role", parsed as a name for the envoy: an adjective does not stand
  // before an owner.
  void mend_participle_behind_comma(std::uint32_t gerund) {
    if (tree_.token(gerund).deprel != Deprel::kAmod || tag(gerund) != "VBG" || gerund == 0) return;
    if (tree_.token(gerund - 1).upos != Upos::kPunct) return;
    std::uint32_t noun = tree_.token(gerund).head;
    bool is_owned = tree_.has_child(noun, Deprel::kNmodPoss);
    while (noun != kNoToken && tree_.token(noun).deprel == Deprel::kNmodPoss) {
      noun = tree_.token(noun).head;
      is_owned = true;
    }
    // "…, thanking Chad": nor before a name.
    is_owned |= noun == gerund + 1 && tree_.token(noun).upos == Upos::kPropn;
    if (!is_owned || noun == kNoToken || noun < gerund) return;
    if (tree_.token(noun).deprel != Deprel::kAppos && tree_.token(noun).deprel != Deprel::kConj) return;
    std::uint32_t verb = tree_.token(noun).head;
    while (verb != kNoToken && tree_.token(verb).upos != Upos::kVerb) verb = tree_.token(verb).head;
    if (verb == kNoToken || verb > gerund) return;
    mended_.tokens[gerund].upos = Upos::kVerb;
    hang(gerund, verb, Deprel::kAdvcl);
    hang(noun, gerund, Deprel::kObj);
  }

  // "talks with her Kenyan hosts", parsed as what they host: what has an owner and a preposition is a
  // noun.
  void mend_noun_like_verb(std::uint32_t noun) {
    if (tree_.token(noun).upos != Upos::kVerb || tag(noun) != "VBZ") return;
    const Deprel relation = tree_.token(noun).deprel;
    if (relation != Deprel::kNmod && relation != Deprel::kObl && relation != Deprel::kObj) return;
    if (!tree_.has_child(noun, Deprel::kNmodPoss)) return;
    mended_.tokens[noun].upos = Upos::kNoun;
    mended_.tokens[noun].xpos = xpos_of("NNS");
    for (std::uint32_t child : tree_.children(noun)) {
      if (tree_.token(child).deprel == Deprel::kNsubj && child < noun) {
        mended_.tokens[child].deprel = Deprel::kCompound;
      }
    }
  }

  // "Togo's interim premier sent …", parsed as if the premier were an adverb: a subject is a noun, and
  // its owner is not the adjective's.
  void mend_noun_like_adverb(std::uint32_t noun) {
    const Deprel relation = tree_.token(noun).deprel;
    if (tree_.token(noun).upos != Upos::kAdv) return;
    if (relation != Deprel::kNsubj && relation != Deprel::kNsubjPass && relation != Deprel::kObj) return;
    const std::uint32_t word = tree_.child(noun, {Deprel::kAmod, Deprel::kNmodPoss});
    if (word == kNoToken) return;
    mended_.tokens[noun].upos = Upos::kNoun;
    mended_.tokens[noun].xpos = xpos_of("NN");
    for (std::uint32_t child : tree_.children(word)) {
      if (tree_.token(child).deprel == Deprel::kNmodPoss) mended_.tokens[child].head = noun;
    }
  }

  // What may stand before a noun: a name or an adjective without words of its own behind it.
  bool is_modifier_like(std::uint32_t token) const {
    const Upos upos = tree_.token(token).upos;
    return upos == Upos::kPropn || upos == Upos::kAdj;
  }

  bool is_lower_case(std::uint32_t token) const {
    const std::string_view word = tree_.token(token).span.of(text_);
    return word == lower_case(word);
  }

  std::string_view text_;
  const ActLexicon& acts_;
  const Vocabulary& vocabulary_;
};

}  // namespace

void mend_subjects(const Tree& tree, std::string_view text, const ActLexicon& acts,
                   const Vocabulary& vocabulary, Syntax& mended) {
  SubjectMender(tree, text, acts, vocabulary, mended).mend();
}

}  // namespace verbale
