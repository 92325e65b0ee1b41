// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_objects.h"

#include <cstdint>

#include "core/utf8.h"
#include "document/xpos.h"
#include "stages/mend_trees/mending.h"

namespace verbale {
namespace {

class ObjectMender : Mending {
 public:
  ObjectMender(const Tree& tree, std::string_view text, const ActLexicon& acts,
               const Vocabulary& vocabulary, Syntax& mended)
      : Mending(tree, mended), text_(text), acts_(acts), vocabulary_(vocabulary) {}

  void mend() {
    each_token([this](std::uint32_t t, TokenSpan) {
      mend_listed_name(t);
      mend_listed_subject(t);
      mend_verb_of_names(t);
      mend_second_of_two(t);
      mend_late_object(t);
      mend_object_of_object(t);
      mend_length(t);
      mend_means(t);
      mend_infinitive_of_name(t);
      mend_name_like_verb(t);
      mend_one_addressed(t);
      mend_verb_like_name(t);
      mend_verb_of_two(t);
      mend_adjective_before_place(t);
      mend_verb_of_name(t);
      mend_verb_before_plural(t);
    });
  }

 private:
  bool is_noun_like(std::uint32_t token) const {
    return token != kNoToken &&
           (tree_.token(token).upos == Upos::kNoun || tree_.token(token).upos == Upos::kPropn);
  }

  bool is_closed(std::uint32_t token) const {
    const TokenSpan sentence = tree_.syntax().sentences[tree_.sentence_of(token)].tokens;
    return tree_.token(sentence.end - 1).upos == Upos::kPunct;
  }

  // "The leaders of Togo, Chad and Mali met", parsed as the leaders of Togo, and Chad and Mali.
  void mend_listed_subject(std::uint32_t name) {
    if (tree_.token(name).deprel != Deprel::kNsubj || tree_.token(name).upos != Upos::kPropn) return;
    const std::uint32_t begin = tree_.subtree_span(name).begin;
    const std::uint32_t first = tree_.child(tree_.token(name).head, {Deprel::kNsubj});
    if (first >= name || begin < 2 || !tree_.has_child(name, Deprel::kConj)) return;
    const std::uint32_t before = begin - 2;
    const bool is_name = tree_.token(before).upos == Upos::kPropn &&
                         tree_.token(begin - 1).span.of(text_) == ",";
    if (is_name && before != first && tree_.is_within(before, first)) hang(name, before, Deprel::kConj);
  }

  // "Togo and Chad signed …", parsed as a list of three: no conjunction stands before the verb.
  void mend_verb_of_names(std::uint32_t verb) {
    const std::uint32_t name = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kConj || tree_.token(verb).upos != Upos::kVerb) return;
    if (tag(verb) != "VBD" && tag(verb) != "VBZ" && tag(verb) != "VBP") return;
    if (!is_noun_like(name) || tree_.token(name).deprel != Deprel::kRoot || !is_closed(verb)) return;
    if (tree_.child(verb, {Deprel::kCc, Deprel::kNsubj, Deprel::kNsubjPass}) != kNoToken) return;
    if (tree_.child(name, {Deprel::kNsubj, Deprel::kCop}) != kNoToken || !is_noun_like(verb - 1)) return;
    if (!tree_.is_within(verb - 1, name)) return;
    hang(verb, kNoToken, Deprel::kRoot);
    hang(name, verb, Deprel::kNsubj);
    for (std::uint32_t child : tree_.children(name)) {
      if (child > verb) mended_.tokens[child].head = verb;
    }
  }

  // "Togo, Chad and Mali", parsed as a Togo that is called Chad: no comma closes the name.
  void mend_listed_name(std::uint32_t name) {
    if (tree_.token(name).deprel != Deprel::kAppos || !is_noun_like(name)) return;
    const std::uint32_t first = tree_.token(name).head;
    const TokenSpan words = tree_.subtree_span(name);
    if (words.begin == 0 || words.end >= tree_.syntax().tokens.size()) return;
    if (tree_.token(words.end).upos != Upos::kCconj) return;
    const std::uint32_t last = tree_.token(words.end).head;
    const bool is_listed = last > words.end && tree_.token(last).deprel == Deprel::kConj &&
                           tree_.token(last).head == first;
    const bool is_like = tree_.token(first).upos == Upos::kPropn &&
                         tree_.token(name).upos == Upos::kPropn;
    if (is_listed && is_like) hang(name, first, Deprel::kConj);
  }

  // "talks between the army and the rebels", parsed as talks and rebels: what is between has two.
  void mend_second_of_two(std::uint32_t noun) {
    const std::uint32_t above = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kConj || !is_noun_like(above) || above > noun) return;
    for (std::uint32_t child : tree_.children(above)) {
      if (tree_.token(child).deprel != Deprel::kNmod || child > noun || child < above) continue;
      const bool is_between = tree_.child(child, Deprel::kCase, "between") != kNoToken;
      if (is_between && !tree_.has_child(child, Deprel::kConj)) hang(noun, child, Deprel::kConj);
    }
  }

  // "handed over to Chad a banker who …", parsed as a Chad called banker.
  void mend_late_object(std::uint32_t noun) {
    if (tree_.token(noun).deprel != Deprel::kAppos || !tree_.has_child(noun, Deprel::kDet)) return;
    const std::uint32_t receiver = tree_.token(noun).head;
    const std::uint32_t begin = tree_.subtree_span(noun).begin;
    if (begin == 0 || tree_.token(begin - 1).upos == Upos::kPunct) return;
    const std::uint32_t verb = tree_.token(receiver).head;
    if (tree_.token(receiver).deprel != Deprel::kObl || verb == kNoToken || verb > receiver) return;
    if (tree_.token(verb).upos != Upos::kVerb || tree_.has_child(verb, Deprel::kObj)) return;
    if (tree_.has_child(verb, Deprel::kNsubjPass)) return;
    if (tree_.token(receiver).upos == Upos::kPropn) hang(noun, verb, Deprel::kObj);
  }

  // "sold the Chadian army two planes", parsed as an army with an object.
  void mend_object_of_object(std::uint32_t noun) {
    const std::uint32_t receiver = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kObj || !is_noun_like(receiver)) return;
    if (tree_.token(receiver).deprel != Deprel::kObj || receiver > noun) return;
    hang(receiver, tree_.token(receiver).head, Deprel::kIobj);
    hang(noun, tree_.token(receiver).head, Deprel::kObj);
    for (std::uint32_t child : tree_.children(receiver)) {
      const Deprel relation = tree_.token(child).deprel;
      const bool counts = relation == Deprel::kAppos && tree_.token(child).upos == Upos::kNum;
      if (counts && child > receiver && child < noun) hang(child, noun, Deprel::kNummod);
    }
  }

  // "The premier spoke by video link with …", parsed as a passive: who speaks is named already.
  void mend_means(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kOblAgent || verb == kNoToken) return;
    if (tag(verb) != "VBD" || !tree_.has_child(verb, Deprel::kNsubj)) return;
    mended_.tokens[noun].deprel = Deprel::kObl;
  }

  // "held a week of talks": how long is an object where something is of it.
  void mend_length(std::uint32_t noun) {
    if (tree_.token(noun).deprel != Deprel::kOblUnmarked || !is_noun_like(noun)) return;
    const std::uint32_t verb = tree_.token(noun).head;
    const std::uint32_t below = tree_.child(noun, {Deprel::kNmod});
    const bool is_counted = tree_.child(noun, {Deprel::kDet, Deprel::kNummod}) != kNoToken;
    if (verb > noun || !is_counted || below == kNoToken || tree_.has_child(verb, Deprel::kObj)) return;
    const std::uint32_t marker = tree_.child(below, Deprel::kCase, "of");
    if (marker == noun + 1) mended_.tokens[noun].deprel = Deprel::kObj;
  }

  // "appealed to Chad to back …", parsed as a Chad to back it: a name takes no infinitive.
  void mend_infinitive_of_name(std::uint32_t clause) {
    const std::uint32_t name = tree_.token(clause).head;
    if (tree_.token(clause).deprel != Deprel::kAcl || tag(clause) != "VB") return;
    if (tree_.token(name).upos != Upos::kPropn || name > clause) return;
    if (tree_.child(clause, Deprel::kMark, "to") != name + 1) return;
    const std::uint32_t verb = tree_.token(name).head;
    if (verb == kNoToken || verb > name || tree_.token(verb).upos != Upos::kVerb) return;
    const Deprel relation = tree_.token(name).deprel;
    const bool is_asked = tree_.child(name, Deprel::kCase, "to") != kNoToken;
    if (relation == Deprel::kObl && is_asked) hang(clause, verb, Deprel::kAdvcl);
    if (relation == Deprel::kObj) hang(clause, verb, Deprel::kXcomp);
  }

  // "The minister is due in Lomé", parsed as if he were Lomé.
  void mend_adjective_before_place(std::uint32_t word) {
    const std::uint32_t place = tree_.token(word).head;
    if (tree_.token(word).upos != Upos::kAdj || tree_.token(word).deprel != Deprel::kCase) return;
    if (place == kNoToken || place < word || !tree_.has_child(place, Deprel::kCop)) return;
    hang(word, tree_.token(place).head, tree_.token(place).deprel);
    hang(place, word, Deprel::kObl);
    for (std::uint32_t child : tree_.children(place)) {
      const bool stays = child == word || (child > word && child < place);
      if (!stays) {
        mended_.tokens[child].head = word;
        if (tree_.token(child).deprel == Deprel::kNmod) mended_.tokens[child].deprel = Deprel::kObl;
      }
    }
  }

  bool is_capital(std::uint32_t token) const {
    const std::string_view word = tree_.token(token).span.of(text_);
    return lower_case(word) != word;
  }

  // "Chad and Togo have …", where the parser takes Togo for a verb beside a name.
  void mend_name_like_verb(std::uint32_t name) {
    if (tree_.token(name).upos != Upos::kVerb || tree_.token(name).deprel != Deprel::kConj) return;
    const std::uint32_t first = tree_.token(name).head;
    if (tree_.token(first).upos != Upos::kPropn || first > name || !is_capital(name)) return;
    if (tree_.child(name, {Deprel::kNsubj, Deprel::kObj, Deprel::kObl, Deprel::kAux}) != kNoToken) return;
    mended_.tokens[name].upos = Upos::kPropn;
    mended_.tokens[name].xpos = xpos_of("NNP");
    mended_.lemmas[name] = std::string(tree_.token(name).span.of(text_));
  }

  // "congratulated Mara Lind on …", parsed as said to her: no comma parts her from the verb.
  void mend_one_addressed(std::uint32_t name) {
    const Deprel relation = tree_.token(name).deprel;
    const std::uint32_t verb = tree_.token(name).head;
    if (verb == kNoToken || tree_.token(verb).upos != Upos::kVerb || !is_noun_like(name)) return;
    // Nor has a verb a second subject behind it.
    const bool is_second = relation == Deprel::kNsubj && tree_.child(verb, {Deprel::kNsubj}) < verb;
    if (relation != Deprel::kVocative && !is_second) return;
    const bool follows = tree_.subtree_span(name).begin == verb + 1;
    if (follows && !tree_.has_child(verb, Deprel::kObj)) hang(name, verb, Deprel::kObj);
  }

  // "Togo and Chad plan to …", parsed as their plan: a noun without an article has no subject.
  void mend_verb_of_two(std::uint32_t verb) {
    if (tree_.token(verb).upos != Upos::kNoun || tag(verb) != "NN" || !is_closed(verb)) return;
    if (tree_.token(verb).deprel != Deprel::kRoot) return;
    const std::uint32_t name = tree_.child(verb, {Deprel::kNsubj});
    const std::uint32_t clause = tree_.child(verb, {Deprel::kAcl});
    if (name == kNoToken || name > verb || clause == kNoToken || clause < verb) return;
    const WordId form = vocabulary_.find(lower_case(tree_.token(verb).span.of(text_)));
    const bool is_infinitive = tree_.child(clause, Deprel::kMark, "to") == verb + 1;
    if (!is_infinitive || acts_.candidates(PredicateKind::kVerb, form).empty()) return;
    if (tree_.child(verb, {Deprel::kCop, Deprel::kDet, Deprel::kAmod, Deprel::kNmodPoss}) != kNoToken) return;
    mended_.tokens[verb].upos = Upos::kVerb;
    mended_.tokens[verb].xpos = xpos_of("VBP");
    hang(clause, verb, Deprel::kXcomp);
  }

  // A root without a copula, or what is told and is no subject: whoever says it is.
  bool lacks_verb(std::uint32_t noun) const {
    if (tree_.child(noun, {Deprel::kCop, Deprel::kNsubj, Deprel::kAux}) != kNoToken) return false;
    if (tree_.token(noun).deprel == Deprel::kRoot) return true;
    if (tree_.token(noun).deprel != Deprel::kNsubj) return false;
    for (std::uint32_t other : tree_.children(tree_.token(noun).head)) {
      if (other > noun && tree_.token(other).deprel == Deprel::kNsubj) return true;
    }
    return false;
  }

  // "Chad backs Togo's plan", parsed as the plan of a Chad Backs: no name is in small letters.
  void mend_verb_like_name(std::uint32_t verb) {
    if (tree_.token(verb).upos != Upos::kPropn || is_capital(verb) || !is_closed(verb)) return;
    const WordId form = vocabulary_.find(lower_case(tree_.token(verb).span.of(text_)));
    const auto lemma = acts_.verb_forms.find(form);
    const std::uint32_t noun = tree_.token(verb).head;
    if (lemma == acts_.verb_forms.end() || noun == kNoToken || noun < verb) return;
    if (!is_noun_like(noun) || !lacks_verb(noun)) return;
    const std::uint32_t name = tree_.child(verb, {Deprel::kCompound, Deprel::kFlat});
    if (name == kNoToken || name + 1 != verb) return;
    mended_.tokens[verb].upos = Upos::kVerb;
    mended_.tokens[verb].xpos = xpos_of("VBZ");
    mended_.lemmas[verb] = vocabulary_.word(lemma->second);
    const bool is_told = tree_.token(noun).head != kNoToken;
    hang(verb, tree_.token(noun).head, is_told ? Deprel::kCcomp : Deprel::kRoot);
    hang(name, verb, Deprel::kNsubj);
    hang(noun, verb, Deprel::kObj);
    for (std::uint32_t child : tree_.children(verb)) {
      if (child != name) mended_.tokens[child].head = name;
    }
    for (std::uint32_t child : tree_.children(noun)) {
      const bool is_verbs = tree_.token(child).deprel == Deprel::kPunct ||
                            tree_.token(child).deprel == Deprel::kParataxis;
      if (is_verbs && child > noun) mended_.tokens[child].head = verb;
    }
  }

  // "The premier leapt to …", parsed as a leapt of his: what is a form of a verb alone is one.
  void mend_verb_of_name(std::uint32_t verb) {
    if (tree_.token(verb).upos != Upos::kNoun || tree_.token(verb).deprel != Deprel::kRoot) return;
    if (!is_closed(verb) || tag(verb) != "NN") return;
    const WordId form = vocabulary_.find(lower_case(tree_.token(verb).span.of(text_)));
    const auto lemma = acts_.verb_forms.find(form);
    if (lemma == acts_.verb_forms.end() || lemma->second == form || is_gerund(verb)) return;
    if (tree_.child(verb, {Deprel::kCop, Deprel::kNsubj, Deprel::kDet, Deprel::kCase,
                           Deprel::kNmodPoss}) != kNoToken) {
      return;
    }
    const std::uint32_t name = tree_.child(verb, {Deprel::kCompound, Deprel::kNmodDesc});
    if (!is_noun_like(name) || name > verb) return;
    mended_.tokens[verb].upos = Upos::kVerb;
    mended_.tokens[verb].xpos = xpos_of("VBD");
    mended_.lemmas[verb] = vocabulary_.word(lemma->second);
    hang(name, verb, Deprel::kNsubj);
    for (std::uint32_t child : tree_.children(verb)) {
      if (child < verb && child != name && tree_.token(child).deprel == Deprel::kAmod) {
        hang(child, name, Deprel::kAmod);
      }
      if (child > verb && tree_.token(child).deprel == Deprel::kNmod) {
        mended_.tokens[child].deprel = Deprel::kObl;
      }
    }
  }

  bool is_gerund(std::uint32_t token) const {
    return tree_.token(token).span.of(text_).ends_with("ing");
  }

  // "African leaders closed ranks behind …", parsed as if the ranks were the verb.
  void mend_verb_before_plural(std::uint32_t verb) {
    const std::uint32_t noun = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kAmod || !is_past(verb) || noun != verb + 1) return;
    if (tree_.token(noun).upos != Upos::kVerb || tag(noun) != "VBZ") return;
    if (tree_.has_child(noun, Deprel::kObj)) return;
    const std::uint32_t subject = tree_.child(noun, {Deprel::kNsubj});
    if (subject == kNoToken || subject > verb || tree_.subtree_span(subject).end != verb) return;
    const Token& old = tree_.token(noun);
    hang(verb, old.head, old.deprel);
    mended_.tokens[verb].upos = Upos::kVerb;
    mended_.tokens[verb].xpos = xpos_of("VBD");
    mended_.tokens[noun].upos = Upos::kNoun;
    mended_.tokens[noun].xpos = xpos_of("NNS");
    hang(noun, verb, Deprel::kObj);
    for (std::uint32_t child : tree_.children(noun)) {
      if (child != verb) mended_.tokens[child].head = verb;
    }
  }

  std::string_view text_;
  const ActLexicon& acts_;
  const Vocabulary& vocabulary_;
};

}  // namespace

void mend_objects(const Tree& tree, std::string_view text, const ActLexicon& acts,
                  const Vocabulary& vocabulary, Syntax& mended) {
  ObjectMender(tree, text, acts, vocabulary, mended).mend();
}

}  // namespace verbale
