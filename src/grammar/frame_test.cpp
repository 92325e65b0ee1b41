// SPDX-License-Identifier: Apache-2.0
#include "grammar/frame.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "document/xpos.h"

namespace verbale {
namespace {

// A sentence from lines "form lemma UPOS XPOS head deprel"; the text is the forms with spaces.
struct Parsed {
  std::string text;
  Syntax syntax;
};

Parsed parsed(const std::string& lines) {
  Parsed made;
  std::istringstream in(lines);
  std::string form, lemma, upos, xpos, deprel;
  std::uint32_t head;
  while (in >> form >> lemma >> upos >> xpos >> head >> deprel) {
    Token token;
    token.span.begin = static_cast<std::uint32_t>(made.text.size());
    made.text += form;
    token.span.end = static_cast<std::uint32_t>(made.text.size());
    made.text += ' ';
    token.head = head == 0 ? kNoToken : head - 1;
    token.deprel = deprel_of(deprel);
    token.upos = upos_of(upos);
    token.xpos = xpos_of(xpos);
    made.syntax.tokens.push_back(token);
    made.syntax.lemmas.push_back(lemma);
  }
  const auto count = static_cast<std::uint32_t>(made.syntax.tokens.size());
  made.syntax.sentences.push_back(
      {{0, count}, {0, static_cast<std::uint32_t>(made.text.size())}, true});
  return made;
}

// "subject=Chad object=envoy to=Togo", in the order subject, object, indirect, obliques.
std::string roles(const Parsed& sentence, const Frame& frame) {
  std::string text;
  const auto add = [&](const std::string& name, const Role& role) {
    if (!text.empty()) text += ' ';
    text += name + '=' + sentence.syntax.lemmas[role.head];
  };
  for (const Role& role : frame.roles) {
    if (role.kind == RoleKind::kSubject) add("subject", role);
  }
  for (const Role& role : frame.roles) {
    if (role.kind == RoleKind::kObject) add("object", role);
  }
  for (const Role& role : frame.roles) {
    if (role.kind == RoleKind::kIndirect) add("indirect", role);
  }
  for (const Role& role : frame.roles) {
    if (role.kind == RoleKind::kOblique) add(sentence.syntax.lemmas[role.marker], role);
  }
  return text;
}

std::string verb_roles(const std::string& lines, std::uint32_t verb) {
  const Parsed sentence = parsed(lines);
  return roles(sentence, verb_frame(Tree(sentence.syntax), verb));
}

TEST(Frame, APassiveIsBroughtToTheActiveVoice) {
  EXPECT_EQ(verb_roles("Envoys envoy NOUN NNS 3 nsubj:pass\n"
                       "were be AUX VBD 3 aux:pass\n"
                       "expelled expel VERB VBN 0 root\n"
                       "by by ADP IN 5 case\n"
                       "Togo Togo PROPN NNP 3 obl:agent\n", 2),
            "subject=Togo object=envoy");
}

TEST(Frame, ADativeBecomesAReceiver) {
  EXPECT_EQ(verb_roles("Chad Chad PROPN NNP 2 nsubj\n"
                       "sent send VERB VBD 0 root\n"
                       "Togo Togo PROPN NNP 2 iobj\n"
                       "tanks tank NOUN NNS 2 obj\n", 1),
            "subject=Chad object=tank indirect=Togo");
}

TEST(Frame, ThePassiveOfADativeKeepsTheReceiver) {
  EXPECT_EQ(verb_roles("Rebels rebel NOUN NNS 3 nsubj:pass\n"
                       "were be AUX VBD 3 aux:pass\n"
                       "granted grant VERB VBN 0 root\n"
                       "amnesty amnesty NOUN NN 3 obj\n", 2),
            "object=amnesty indirect=rebel");
}

TEST(Frame, WhoIsAskedControlsTheInfinitive) {
  EXPECT_EQ(verb_roles("Chad Chad PROPN NNP 2 nsubj\n"
                       "urged urge VERB VBD 0 root\n"
                       "Togo Togo PROPN NNP 2 obj\n"
                       "to to PART TO 5 mark\n"
                       "release release VERB VB 2 xcomp\n"
                       "captives captive NOUN NNS 5 obj\n", 4),
            "subject=Togo object=captive");
}

TEST(Frame, WhoIsAccusedDidWhatTheGerundSays) {
  EXPECT_EQ(verb_roles("Chad Chad PROPN NNP 2 nsubj\n"
                       "accused accuse VERB VBD 0 root\n"
                       "Togo Togo PROPN NNP 2 obj\n"
                       "of of SCONJ IN 5 mark\n"
                       "shelling shell VERB VBG 2 advcl\n"
                       "villages village NOUN NNS 5 obj\n", 4),
            "subject=Togo object=village");
}

TEST(Frame, ARelativePronounStandsForItsNoun) {
  EXPECT_EQ(verb_roles("rebels rebel NOUN NNS 0 root\n"
                       "who who PRON WP 3 nsubj\n"
                       "seized seize VERB VBD 1 acl:relcl\n"
                       "towns town NOUN NNS 3 obj\n", 2),
            "subject=rebel object=town");
}

TEST(Frame, AReducedPassiveTakesItsNounAsObject) {
  EXPECT_EQ(verb_roles("sanctions sanction NOUN NNS 0 root\n"
                       "imposed impose VERB VBN 1 acl\n"
                       "on on ADP IN 4 case\n"
                       "Togo Togo PROPN NNP 2 obl\n"
                       "by by ADP IN 6 case\n"
                       "Chad Chad PROPN NNP 2 obl:agent\n", 1),
            "subject=Chad object=sanction on=Togo");
}

TEST(Frame, ConjunctsShareSubjectAndObject) {
  const std::string lines = "Police police NOUN NN 2 nsubj\n"
                            "arrested arrest VERB VBD 0 root\n"
                            "and and CCONJ CC 4 cc\n"
                            "deported deport VERB VBD 2 conj\n"
                            "students student NOUN NNS 2 obj\n";
  EXPECT_EQ(verb_roles(lines, 3), "subject=police object=student");
}

TEST(Frame, ABareParticipleInAPassiveSharesItsVoice) {
  EXPECT_EQ(verb_roles("Students student NOUN NNS 3 nsubj:pass\n"
                       "were be AUX VBD 3 aux:pass\n"
                       "arrested arrest VERB VBN 0 root\n"
                       "and and CCONJ CC 5 cc\n"
                       "beaten beat VERB VBN 3 conj\n"
                       "by by ADP IN 7 case\n"
                       "police police NOUN NN 5 obl:agent\n", 4),
            "subject=police object=student");
}

TEST(Frame, APhraseOfTheObjectMayBeTheVerbs) {
  EXPECT_EQ(verb_roles("Chad Chad PROPN NNP 2 nsubj\n"
                       "lifted lift VERB VBD 0 root\n"
                       "sanctions sanction NOUN NNS 2 obj\n"
                       "on on ADP IN 5 case\n"
                       "Togo Togo PROPN NNP 3 nmod\n", 1),
            "subject=Chad object=sanction on=Togo");
}

TEST(Frame, WhatFollowsAParticleIsTheObject) {
  EXPECT_EQ(verb_roles("Chad Chad PROPN NNP 2 nsubj\n"
                       "called call VERB VBD 0 root\n"
                       "off off ADP RP 2 compound:prt\n"
                       "talks talk NOUN NNS 2 obl\n"
                       "with with ADP IN 6 case\n"
                       "Togo Togo PROPN NNP 4 nmod\n", 1),
            "subject=Chad object=talk with=Togo");
}

TEST(Frame, ADoerBelowAnotherPhraseIsStillFound) {
  EXPECT_EQ(verb_roles("Chad Chad PROPN NNP 2 nsubj\n"
                       "condemned condemn VERB VBD 0 root\n"
                       "arrests arrest NOUN NNS 2 obj\n"
                       "of of ADP IN 5 case\n"
                       "monks monk NOUN NNS 3 nmod\n"
                       "by by ADP IN 7 case\n"
                       "Togo Togo PROPN NNP 5 nmod\n", 1),
            "subject=Chad object=arrest of=monk by=Togo");
}

TEST(Frame, ANounHasItsPossessorAndByPhraseAsSubjects) {
  const Parsed sentence = parsed("Chad Chad PROPN NNP 3 nmod:poss\n"
                                 "'s 's PART POS 1 case\n"
                                 "invasion invasion NOUN NN 0 root\n"
                                 "of of ADP IN 5 case\n"
                                 "Togo Togo PROPN NNP 3 nmod\n");
  EXPECT_EQ(roles(sentence, noun_frame(Tree(sentence.syntax), 2)), "subject=Chad of=Togo");
}

}  // namespace
}  // namespace verbale
