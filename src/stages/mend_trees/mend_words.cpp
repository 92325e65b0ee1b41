// SPDX-License-Identifier: Apache-2.0
#include "stages/mend_trees/mend_words.h"

#include <string>

#include "claims/embedding_words.h"
#include "core/utf8.h"
#include "document/xpos.h"
#include "grammar/tree.h"
#include "stages/mend_trees/mending.h"

namespace verbale {
namespace {

class WordMender : Mending {
 public:
  WordMender(const Tree& tree, std::string_view text, const ClaimWords& claims,
             const MagnitudeWords& magnitudes, const Vocabulary& vocabulary, Syntax& mended)
      : Mending(tree, mended), text_(text), claims_(claims), magnitudes_(magnitudes),
        vocabulary_(vocabulary) {}

  void mend() {
    each_token([this](std::uint32_t t, TokenSpan sentence) {
      mend_number_word(t);
      mend_small_name(t, sentence);
      mend_nationality(t);
      mend_weekday(t);
      mend_told_sentence(t);
      mend_main_verb_below_participle(t);
      mend_perfect(t);
      mend_under_auxiliary(t);
      mend_conditional_participle(t);
      mend_inverted_condition(t, sentence);
      mend_object_behind_label(t);
      mend_indirect_question(t);
      mend_conjunct_of_complement(t);
      mend_fronted_phrase(t);
      mend_second_office(t);
      mend_particle(t);
      mend_object_before_number(t);
      mend_gerund_with_article(t);
      mend_gerund_behind_name(t);
      mend_exchange(t);
      mend_main_verb(t);
      mend_capital_verb(t, sentence);
    });
  }

 private:
  // "killed eleven guards": a number word in small letters right before or among the words of a
  // plural counts it.
  void mend_number_word(std::uint32_t number) {
    const Token& token = tree_.token(number);
    if (token.upos == Upos::kNum) return;
    if (token.deprel != Deprel::kCompound && token.deprel != Deprel::kAmod) return;
    const std::string_view word = token.span.of(text_);
    const auto found = magnitudes_.numbers.find(vocabulary_.find(word));
    const bool is_number = found != magnitudes_.numbers.end() &&
                           found->second.kind == NumberWord::Kind::kNumber;
    if (!is_number || token.head < number || tag(token.head) != "NNS") return;
    mended_.tokens[number].upos = Upos::kNum;
    mended_.tokens[number].xpos = xpos_of("CD");
    mended_.tokens[number].deprel = Deprel::kNummod;
    mended_.lemmas[number] = word;
  }

  bool is_capital(std::uint32_t token) const {
    const char first = text_[tree_.token(token).span.begin];
    return first >= 'A' && first <= 'Z';
  }

  // "a ban on onion exports", taken for a name: where names have capitals, a word without one, beside
  // no name, is none.
  void mend_small_name(std::uint32_t word, TokenSpan sentence) {
    if (tree_.token(word).upos != Upos::kPropn || word == sentence.begin) return;
    const char first = text_[tree_.token(word).span.begin];
    if (first < 'a' || first > 'z') return;
    bool has_capitals = false;
    for (std::uint32_t t = sentence.begin + 1; t < sentence.end && !has_capitals; ++t) {
      has_capitals = tree_.token(t).upos == Upos::kPropn && is_capital(t);
    }
    const bool is_beside = is_capital(word - 1) || (word + 1 < sentence.end && is_capital(word + 1));
    if (!has_capitals || is_beside || tree_.token(word).deprel == Deprel::kFlat) return;
    mended_.tokens[word].upos = Upos::kNoun;
    mended_.tokens[word].xpos = xpos_of("NN");
  }

  // "Algerian President Mara Lind", parsed as somebody called Algerian: what stands before the office
  // says whose it is.
  void mend_nationality(std::uint32_t office) {
    if (office == 0 || tree_.token(office).deprel != Deprel::kNmodDesc) return;
    const std::uint32_t whose = office - 1;
    const std::uint32_t name = tree_.token(office).head;
    const Deprel relation = tree_.token(name).deprel;
    const bool is_below = relation == Deprel::kFlat || relation == Deprel::kAppos;
    if (!is_below || name < office || tree_.token(name).head != whose) return;
    hang(name, tree_.token(whose).head, tree_.token(whose).deprel);
    for (std::uint32_t child : tree_.children(whose)) {
      if (child != name) mended_.tokens[child].head = name;
    }
    hang(whose, name, Deprel::kAmod);
    mended_.tokens[whose].upos = Upos::kAdj;
    mended_.tokens[whose].xpos = xpos_of("JJ");
  }

  // "Guards plucked sailors from the sea, the navy said", parsed as guards who said: what stands
  // behind the last comma told the sentence, whose verb describes its subject.
  void mend_told_sentence(std::uint32_t teller) {
    const std::uint32_t speech = tree_.token(teller).head;
    if (tree_.token(teller).deprel != Deprel::kNsubj || speech < teller) return;
    if (!is_speech(speech)) return;
    const std::uint32_t subject = tree_.child(speech, {Deprel::kNsubj});
    const std::uint32_t comma = tree_.subtree_span(teller).begin - 1;
    if (subject == teller || subject > teller || !is_noun(tree_, subject)) return;
    if (tree_.subtree_span(subject).end > comma + 1 || tree_.token(comma).upos != Upos::kPunct) {
      return;
    }
    for (std::uint32_t verb : tree_.children(subject)) {
      const Deprel relation = tree_.token(verb).deprel;
      const bool describes = relation == Deprel::kAmod || relation == Deprel::kAcl;
      if (!describes || verb < subject || tag(verb) != "VBD") continue;
      hang(verb, speech, Deprel::kCcomp);
      hang(subject, verb, Deprel::kNsubj);
      return;
    }
  }

  // "Two miners held by rebels were freed", parsed as miners who held: the verb with the auxiliary
  // is the sentence's, the one before it describes the subject.
  void mend_main_verb_below_participle(std::uint32_t verb) {
    const std::uint32_t held = tree_.token(verb).head;
    if (held == kNoToken || held > verb || !is_past(held)) return;
    const Deprel relation = tree_.token(verb).deprel;
    const bool is_below = relation == Deprel::kAdvcl || relation == Deprel::kCcomp ||
                          relation == Deprel::kXcomp || relation == Deprel::kParataxis;
    const std::uint32_t subject = tree_.child(held, {Deprel::kNsubj, Deprel::kNsubjPass});
    const bool is_main = tree_.token(held).deprel == Deprel::kRoot && subject < held;
    if (!is_below || !is_main || !is_noun(tree_, subject) || has_object_or_aux(held)) return;
    const std::uint32_t helper = tree_.child(verb, {Deprel::kAux, Deprel::kAuxPass, Deprel::kCop});
    const bool is_finite = helper != kNoToken && helper < verb &&
                           (tag(helper) == "VBD" || tag(helper) == "VBZ" || tag(helper) == "VBP" ||
                            tag(helper) == "MD");
    if (!is_finite || tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kMark,
                                         Deprel::kCc}) != kNoToken) {
      return;
    }
    const std::uint32_t begin = tree_.subtree_span(verb).begin;
    if (begin != helper || tree_.token(begin - 1).upos == Upos::kPunct) return;
    hang(verb, kNoToken, Deprel::kRoot);
    hang(held, subject, Deprel::kAcl);
    mended_.tokens[held].xpos = xpos_of("VBN");
    const bool is_passive = tree_.has_child(verb, Deprel::kAuxPass);
    hang(subject, verb, is_passive ? Deprel::kNsubjPass : Deprel::kNsubj);
    for (std::uint32_t child : tree_.children(held)) {
      if (child > verb) mended_.tokens[child].head = verb;
    }
  }

  bool is_speech(std::uint32_t verb) const {
    return claims_.of(ClaimClass::kSpeechActs).contains(vocabulary_.find_lemma(tree_.lemma(verb)));
  }

  bool has_object_or_aux(std::uint32_t verb) const {
    return tree_.child(verb, {Deprel::kObj, Deprel::kAux, Deprel::kAuxPass, Deprel::kCop,
                              Deprel::kXcomp}) != kNoToken;
  }

  // "vowed on Sunday to send aid", "Togo on Sunday sent aid": the day is said of the verb, and is
  // nobody to whom a vow is made.
  void mend_weekday(std::uint32_t day) {
    const Deprel relation = tree_.token(day).deprel;
    if (relation != Deprel::kObl && relation != Deprel::kNmod) return;
    if (!tree_.has_child(day, Deprel::kCase)) return;
    const WordId word = vocabulary_.find(lower_case(tree_.token(day).span.of(text_)));
    if (!claims_.of(ClaimClass::kWeekdays).contains(word)) return;
    std::uint32_t above = tree_.token(day).head;
    const std::uint32_t verb = tree_.token(above).head;
    if (relation == Deprel::kNmod) {
      const bool parts = tree_.token(above).deprel == Deprel::kNsubj && day < verb;
      if (!parts || tree_.subtree_span(above).end != day + 1) return;
      above = verb;
    }
    hang(day, above, Deprel::kOblUnmarked);
    for (std::uint32_t child : tree_.children(day)) {
      const bool is_phrase = child > day && tree_.token(child).deprel == Deprel::kNmod;
      if (is_phrase && tree_.has_child(child, Deprel::kCase)) hang(child, above, Deprel::kObl);
    }
  }

  // "had burned houses", "has since lifted sanctions": "have" and a participle right behind it, but
  // for adverbs, are one verb.
  void mend_perfect(std::uint32_t participle) {
    const std::uint32_t noun = tree_.token(participle).head;
    if (tag(participle) != "VBN" || tree_.token(participle).deprel != Deprel::kAmod) return;
    const std::uint32_t have = tree_.token(noun).head;
    if (have == kNoToken || have > participle) return;
    for (std::uint32_t between = have + 1; between < participle; ++between) {
      if (tree_.token(between).upos != Upos::kAdv) return;
    }
    if (tree_.token(noun).deprel != Deprel::kObj || tree_.has_child(have, Deprel::kAux)) return;
    const auto lemma = vocabulary_.find_lemma(tree_.lemma(have));
    if (!claims_.of(ClaimClass::kPerfectAuxiliaries).contains(lemma)) return;
    hang(participle, tree_.token(have).head, tree_.token(have).deprel);
    hang(have, participle, Deprel::kAux);
    mended_.tokens[have].upos = Upos::kAux;
    mended_.tokens[participle].upos = Upos::kVerb;
    for (std::uint32_t child : tree_.children(have)) {
      if (child != participle) mended_.tokens[child].head = participle;
    }
  }

  // "Mali has eased its rules", where what goes with the verb hangs on "has".
  void mend_under_auxiliary(std::uint32_t token) {
    const std::uint32_t auxiliary = tree_.token(token).head;
    if (auxiliary == kNoToken) return;
    const Deprel place = tree_.token(auxiliary).deprel;
    if (place != Deprel::kAux && place != Deprel::kAuxPass) return;
    hang(token, tree_.token(auxiliary).head, tree_.token(token).deprel);
  }

  // "Lind, the head of the fund and a confidant of the premier, …": the confidant is beside the head,
  // not another person beside Lind.
  void mend_second_office(std::uint32_t noun) {
    const std::uint32_t name = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kConj || tree_.token(noun).upos != Upos::kNoun) return;
    if (tree_.token(name).upos != Upos::kPropn || !tree_.has_child(noun, Deprel::kDet)) return;
    const std::uint32_t office = tree_.child(name, {Deprel::kAppos});
    const std::uint32_t joint = tree_.child(noun, {Deprel::kCc});
    if (office == kNoToken || joint == kNoToken || joint == 0 || office > joint) return;
    const bool is_enclosed = tree_.token(office).upos == Upos::kNoun &&
                             tree_.token(joint - 1).upos != Upos::kPunct;
    if (is_enclosed) hang(noun, office, Deprel::kConj);
  }

  // "provided Kenya withdraws its troops": a participle that opens a condition is its mark.
  void mend_conditional_participle(std::uint32_t mark) {
    // "a pact with Togo provided Kenya withdraws": no subject has a preposition.
    const std::uint32_t subject = tree_.child(mark, {Deprel::kNsubj});
    const bool is_false_subject = subject != kNoToken && tree_.has_child(subject, Deprel::kCase);
    if (tag(mark) != "VBN" && tag(mark) != "VBG" && !is_false_subject) return;
    const WordId word = vocabulary_.find(tree_.token(mark).span.of(text_));
    if (!claims_.of(ClaimClass::kConditionalMarks).contains(word)) return;
    const std::uint32_t clause = tree_.child(mark, {Deprel::kXcomp, Deprel::kCcomp});
    const std::uint32_t governor = tree_.token(mark).head;
    if (clause == kNoToken || clause < mark || governor == kNoToken) return;
    hang(clause, governor, Deprel::kAdvcl);
    hang(mark, clause, Deprel::kMark);
    mended_.tokens[mark].upos = Upos::kSconj;
    for (std::uint32_t child : tree_.children(mark)) {
      if (child != clause) mended_.tokens[child].head = clause;
    }
    if (is_false_subject) hang(subject, governor, Deprel::kObl);
  }

  // "Should Togo stay, Chad will leave, it said", where the parse takes what follows for an aside.
  void mend_inverted_condition(std::uint32_t auxiliary, TokenSpan sentence) {
    const std::uint32_t clause = tree_.token(auxiliary).head;
    if (auxiliary != sentence.begin || tree_.token(auxiliary).deprel != Deprel::kAux) return;
    const WordId word = vocabulary_.find(lower_case(tree_.token(auxiliary).span.of(text_)));
    if (!claims_.of(ClaimClass::kInvertedAuxiliaries).contains(word)) return;
    const std::uint32_t main = tree_.child(clause, {Deprel::kParataxis});
    if (main == kNoToken || main < clause || tree_.token(main).upos != Upos::kVerb) return;
    if (tree_.child(main, {Deprel::kNsubj, Deprel::kNsubjPass}) == kNoToken) return;
    hang(main, tree_.token(clause).head, tree_.token(clause).deprel);
    hang(clause, main, Deprel::kAdvcl);
  }

  // "dismissed as baseless a report that …": what stands without a preposition behind the label is
  // the object.
  void mend_object_behind_label(std::uint32_t noun) {
    const std::uint32_t verb = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kObl || !is_noun(tree_, noun) || noun < verb) return;
    if (tree_.has_child(noun, Deprel::kCase) || tree_.has_child(verb, Deprel::kObj)) return;
    const std::uint32_t begin = tree_.subtree_span(noun).begin;
    for (std::uint32_t label : tree_.children(verb)) {
      const bool is_label = tree_.token(label).upos == Upos::kAdj && label + 1 == begin &&
                            tree_.child(label, {Deprel::kCase}) == verb + 1;
      if (is_label) hang(noun, verb, Deprel::kObj);
    }
  }

  // "is growing impatient and has questioned …": a verb with an auxiliary is beside the verb.
  void mend_conjunct_of_complement(std::uint32_t verb) {
    const std::uint32_t complement = tree_.token(verb).head;
    if (tree_.token(verb).deprel != Deprel::kConj || !tree_.has_child(verb, Deprel::kAux)) return;
    const Token& above = tree_.token(complement);
    if (above.upos != Upos::kAdj || above.deprel != Deprel::kXcomp) return;
    hang(verb, above.head, Deprel::kConj);
  }

  // "According to aides, he is growing impatient": what stands before the verb goes with it, not with
  // its complement.
  void mend_fronted_phrase(std::uint32_t token) {
    const std::uint32_t complement = tree_.token(token).head;
    if (complement == kNoToken || tree_.token(complement).deprel != Deprel::kXcomp) return;
    const std::uint32_t verb = tree_.token(complement).head;
    if (token < verb && verb < complement) hang(token, verb, tree_.token(token).deprel);
  }

  // "questioned whether she could be trusted": what is asked is the verb's content.
  void mend_indirect_question(std::uint32_t clause) {
    const std::uint32_t mark = tree_.child(clause, {Deprel::kMark});
    const std::uint32_t verb = tree_.token(clause).head;
    if (tree_.token(clause).deprel != Deprel::kAdvcl || mark == kNoToken || clause < verb) return;
    const WordId word = vocabulary_.find_lemma(tree_.lemma(mark));
    if (!claims_.of(ClaimClass::kInquiryMarks).contains(word)) return;
    if (tree_.token(verb).upos != Upos::kVerb) return;
    if (tree_.child(verb, {Deprel::kObj, Deprel::kCcomp}) == kNoToken) {
      hang(clause, verb, Deprel::kCcomp);
    }
  }

  // "broke off relations", taken for where to.
  void mend_particle(std::uint32_t particle) {
    const std::uint32_t noun = tree_.token(particle).head;
    if (tag(particle) != "RP" || tree_.token(particle).deprel != Deprel::kCase) return;
    const std::uint32_t verb = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kObl || verb + 1 != particle) return;
    if (tree_.token(verb).upos != Upos::kVerb || tree_.has_child(verb, Deprel::kObj)) return;
    hang(particle, verb, Deprel::kCompoundPrt);
    hang(noun, verb, Deprel::kObj);
  }

  // "criticised the mayor two years ago": a noun with an article is no number.
  void mend_object_before_number(std::uint32_t noun) {
    const std::uint32_t unit = tree_.token(noun).head;
    if (tree_.token(noun).deprel != Deprel::kNummod || !is_noun(tree_, noun)) return;
    if (!tree_.has_child(noun, Deprel::kDet) || unit < noun) return;
    std::uint32_t verb = unit;
    while (verb != kNoToken && tree_.token(verb).upos != Upos::kVerb) verb = tree_.token(verb).head;
    if (verb == kNoToken || verb > noun || tree_.has_child(verb, Deprel::kObj)) return;
    hang(noun, verb, Deprel::kObj);
  }

  // "closed the Rafah crossing to lorries": a gerund with an article is a noun.
  void mend_gerund_with_article(std::uint32_t gerund) {
    const std::uint32_t verb = tree_.token(gerund).head;
    const Deprel relation = tree_.token(gerund).deprel;
    if (tag(gerund) != "VBG" || tree_.child(gerund, {Deprel::kMark, Deprel::kAux}) != kNoToken) return;
    if (!tree_.has_child(gerund, Deprel::kDet) || verb == kNoToken || verb > gerund) return;
    const bool is_object = relation == Deprel::kAdvcl || relation == Deprel::kXcomp;
    if (!is_object || tree_.token(verb).upos != Upos::kVerb) return;
    if (tree_.child(verb, {Deprel::kObj, Deprel::kNsubjPass}) != kNoToken) return;
    const std::uint32_t opens = tree_.subtree_span(gerund).begin;
    if (tree_.token(opens).deprel != Deprel::kDet || tree_.token(opens).head != gerund) return;
    hang(gerund, verb, Deprel::kObj);
    make_noun(gerund);
  }

  // "opened the Rafah crossing on condition that …": right behind a name with an article, with no
  // object of its own.
  void mend_gerund_behind_name(std::uint32_t gerund) {
    const std::uint32_t verb = tree_.token(gerund).head;
    if (tag(gerund) != "VBG" || tree_.token(gerund).deprel != Deprel::kAdvcl || verb > gerund) return;
    if (tree_.child(gerund, {Deprel::kObj, Deprel::kMark, Deprel::kXcomp, Deprel::kPunct,
                             Deprel::kAdvmod}) != kNoToken) {
      return;
    }
    const std::uint32_t name = gerund - 1;
    const bool is_named = tree_.token(name).upos == Upos::kPropn &&
                          tree_.token(name).deprel == Deprel::kObj && tree_.token(name).head == verb;
    if (!is_named || !tree_.has_child(name, Deprel::kDet)) return;
    for (std::uint32_t child : tree_.children(name)) mended_.tokens[child].head = gerund;
    for (std::uint32_t child : tree_.children(gerund)) mended_.tokens[child].head = verb;
    hang(name, gerund, Deprel::kCompound);
    make_noun(gerund);
    hang(gerund, verb, Deprel::kObj);
  }

  void make_noun(std::uint32_t gerund) {
    mended_.tokens[gerund].upos = Upos::kNoun;
    mended_.tokens[gerund].xpos = xpos_of("NN");
    mended_.lemmas[gerund] = lower_case(tree_.token(gerund).span.of(text_));
  }

  // "free 30 men in exchange for a pardon": it is the act that is exchanged, not the men.
  void mend_exchange(std::uint32_t exchange) {
    const std::uint32_t object = tree_.token(exchange).head;
    if (tree_.token(exchange).deprel != Deprel::kNmod || object > exchange) return;
    const auto lemma = vocabulary_.find_lemma(tree_.lemma(exchange));
    if (!claims_.of(ClaimClass::kExchangeNouns).contains(lemma)) return;
    const std::uint32_t marker = tree_.child(exchange, {Deprel::kCase});
    const std::uint32_t verb = tree_.token(object).head;
    if (marker + 1 != exchange || tree_.token(object).deprel != Deprel::kObj) return;
    if (tree_.token(verb).upos == Upos::kVerb) hang(exchange, verb, Deprel::kObl);
  }

  // "Windhoek accused Luanda of …", "Ana Lima, who heads the bank, condemned …": a past tense that
  // lacks a subject, where the root is a name before it.
  void mend_main_verb(std::uint32_t verb) {
    const std::uint32_t name = tree_.token(verb).head;
    const Deprel relation = tree_.token(verb).deprel;
    if (tag(verb) != "VBD" || (relation != Deprel::kAcl && relation != Deprel::kParataxis)) return;
    if (name > verb || tree_.token(name).deprel != Deprel::kRoot) return;
    if (tree_.token(name).upos != Upos::kPropn || tree_.has_child(name, Deprel::kCop)) return;
    if (tree_.child(verb, {Deprel::kNsubj, Deprel::kNsubjPass, Deprel::kMark}) != kNoToken) return;
    if (tree_.child(name, {Deprel::kNsubj, Deprel::kCase}) != kNoToken) return;
    for (std::uint32_t child : tree_.children(name)) {
      if (child > verb) mended_.tokens[child].head = verb;
    }
    hang(verb, kNoToken, Deprel::kRoot);
    hang(name, verb, Deprel::kNsubj);
  }

  // "Human Rights Watch slammed …", where the parse takes the end of the name for the verb: a capital
  // inside a sentence begins no verb.
  void mend_capital_verb(std::uint32_t name, TokenSpan sentence) {
    const std::uint32_t verb = name + 1;
    if (tree_.token(name).upos != Upos::kVerb || name == sentence.begin || verb >= sentence.end) return;
    const std::string_view word = tree_.token(name).span.of(text_);
    if (word == lower_case(word) || tree_.token(verb).head != name || !is_past(verb)) return;
    if (tree_.token(verb).deprel != Deprel::kXcomp && tree_.token(verb).deprel != Deprel::kCcomp) {
      return;
    }
    for (std::uint32_t child : tree_.children(name)) {
      if (child > verb) mended_.tokens[child].head = verb;
      else if (child < name && is_noun(tree_, child)) hang(child, name, Deprel::kCompound);
    }
    hang(verb, tree_.token(name).head, tree_.token(name).deprel);
    hang(name, verb, Deprel::kNsubj);
    mended_.tokens[name].upos = Upos::kPropn;
    mended_.tokens[name].xpos = xpos_of("NNP");
    mended_.tokens[verb].xpos = xpos_of("VBD");
    mended_.lemmas[name] = word;
  }


  std::string_view text_;
  const ClaimWords& claims_;
  const MagnitudeWords& magnitudes_;
  const Vocabulary& vocabulary_;
};

}  // namespace

Syntax mend_words(Syntax syntax, std::string_view text, const ClaimWords& claims,
                  const MagnitudeWords& magnitudes, const Vocabulary& vocabulary) {
  return mended_by(
      [&](const Tree& tree, Syntax& mended) {
        WordMender(tree, text, claims, magnitudes, vocabulary, mended).mend();
      },
      syntax);
}

}  // namespace verbale
