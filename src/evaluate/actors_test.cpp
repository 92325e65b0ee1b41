// SPDX-License-Identifier: Apache-2.0
// find_mentions and resolve_actors together, on trees written by hand and invented names; what is
// known of countries and offices comes from the project's own data.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/syntax_literal.h"
#include "lexicon/actors.h"
#include "lexicon/data_files.h"
#include "stages/find_mentions/find_mentions.h"
#include "stages/resolve_actors/resolve_actors.h"

namespace verbale {
namespace {

const ActorLexicon& lexicon() {
  static DataFiles files(VERBALE_ROOT "/data");
  static const ActorLexicon loaded = load_actor_lexicon(files);
  return loaded;
}

struct Resolved {
  SyntaxLiteral literal;
  References references;

  std::string_view words_of(TokenSpan span) const {
    const auto& tokens = literal.syntax.tokens;
    return ByteSpan{tokens[span.begin].span.begin, tokens[span.end - 1].span.end}.of(literal.text);
  }
  // The `nth` mention of just these words, or null.
  const Mention* find(std::string_view words, int nth = 1) const {
    for (const Mention& mention : references.mentions) {
      if (words_of(mention.tokens) == words && --nth == 0) return &mention;
    }
    return nullptr;
  }
  std::string code(std::string_view words, int nth = 1) const {
    const Mention* mention = find(words, nth);
    if (mention == nullptr) return "no mention";
    return mention->party ? mention->party->code : "no party";
  }
  std::string sector(std::string_view words) const {
    const Mention* mention = find(words);
    return mention != nullptr && mention->party ? mention->party->sector : "none";
  }
  std::uint32_t entity(std::string_view words, int nth = 1) const {
    const Mention* mention = find(words, nth);
    return mention == nullptr ? 0 : mention->entity;
  }
  std::string_view head(std::string_view words) const {
    const Mention* mention = find(words);
    return mention == nullptr ? "no mention"
                              : words_of({mention->head, mention->head + 1});
  }
};

Resolved resolved(std::string_view lines, std::vector<NameSpan> names = {}) {
  Resolved made{syntax_literal(lines), {}};
  Article article;
  article.text = made.literal.text;
  const Tree tree(made.literal.syntax);
  made.references = find_mentions(article, tree, names, lexicon());
  made.references = resolve_actors(std::move(made.references), article, tree, lexicon());
  return made;
}

TEST(Actors, OfficeAndNationalityMakeOnePersonOfAnUnknownName) {
  const auto got = resolved(
      "Uzbek/JJ/4/amod Deputy/NNP/4/compound Prime/NNP/4/compound Minister/NNP/5/nmod:desc "
      "Jasur/NNP/7/nsubj Karimbekov/NNP/5/flat arrived|arrive/VBD/0/root in/IN/9/case "
      "Tashkent/NNP/7/obl _!/./7/punct");
  const std::string whole = "Uzbek Deputy Prime Minister Jasur Karimbekov";
  EXPECT_EQ(got.code(whole), "UZBGOV");
  EXPECT_EQ(got.head(whole), "Jasur");
  EXPECT_EQ(got.find(whole)->party->name, "Jasur Karimbekov");
  EXPECT_EQ(got.find(whole)->party->role, "deputy prime minister");
  EXPECT_EQ(got.code("Tashkent"), "no party");
}

TEST(Actors, ANameThatTheParserHangsOnTheOfficeHeadsAsTheTreeSays) {
  const auto got = resolved(
      "President/NNP/6/nsubj of/IN/3/case Kenya/NNP/1/nmod Baraka/NNP/1/flat Odongo/NNP/1/flat "
      "spoke|speak/VBD/0/root _!/./6/punct");
  const Mention* mention = got.find("President of Kenya Baraka Odongo");
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(mention->party->code, "KENGOV");
  EXPECT_EQ(got.head("President of Kenya Baraka Odongo"), "President");
}

TEST(Actors, BodiesTakeTheirCountryFromTheWordsAround) {
  const auto got = resolved(
      "The/DT/4/det Greek/JJ/4/amod coast/NN/4/compound guard/NN/5/nsubj told|tell/VBD/0/root "
      "Somalia/NNP/8/nmod:poss _'s/POS/6/case parliament/NN/5/iobj about/IN/10/case "
      "rebels|rebel/NNS/5/obl in/IN/13/case northern/JJ/13/amod Mali/NNP/10/nmod _!/./5/punct");
  EXPECT_EQ(got.code("The Greek coast guard"), "GRCCOP");
  EXPECT_EQ(got.code("Somalia's parliament"), "SOMLEG");
  EXPECT_EQ(got.code("rebels in northern Mali"), "MLIREB");
  EXPECT_EQ(got.code("Somalia"), "SOM");
}

TEST(Actors, AWeakNounIsWhatStandsBeside) {
  const auto got = resolved(
      "A/DT/4/det senior/JJ/4/amod Kremlin/NNP/4/compound adviser/NN/5/nsubj met|meet/VBD/0/root "
      "rebel/NN/7/compound leaders|leader/NNS/5/obj and/CC/10/cc the/DT/10/det chief/NN/7/conj "
      "of/IN/12/case police/NN/10/nmod _!/./5/punct");
  EXPECT_EQ(got.code("A senior Kremlin adviser"), "RUSGOV");
  EXPECT_EQ(got.sector("rebel leaders"), "REB");
  EXPECT_EQ(got.sector("the chief of police"), "COP");
}

TEST(Actors, AnAppositionTellsWhoAnUnknownNameIs) {
  const auto got = resolved(
      "Tendai/NNP/11/nsubj Moyo/NNP/1/flat _,/,/5/punct the/DT/5/det governor/NN/1/appos "
      "of/IN/7/case Masvingo/NNP/5/nmod in/IN/9/case Zimbabwe/NNP/7/nmod _,/,/5/punct "
      "resigned|resign/VBD/0/root _!/./11/punct\n"
      "Moyo/NNP/2/nsubj spoke|speak/VBD/0/root _!/./2/punct",
      {{{0, 2}, NameKind::kPerson}, {{6, 7}, NameKind::kPlace}});
  EXPECT_EQ(got.sector("Tendai Moyo"), "GOV");
  EXPECT_EQ(got.entity("Moyo"), got.entity("Tendai Moyo"));
  EXPECT_EQ(got.sector("Moyo"), "GOV");
}

TEST(Actors, BracketsIntroduceAnAcronym) {
  const auto got = resolved(
      "The/DT/4/det National/NNP/4/compound Salvation/NNP/4/compound Front/NNP/8/nsubj "
      "(/-LRB-/6/punct _NSF/NNP/4/appos _)/-RRB-/6/punct protested|protest/VBD/0/root _!/./8/punct\n"
      "The/DT/2/det NSF/NNP/3/nsubj won|win/VBD/0/root _!/./3/punct",
      {{{1, 4}, NameKind::kOrganisation}});
  EXPECT_NE(got.entity("The NSF"), 0U);
  EXPECT_EQ(got.entity("The NSF"), got.entity("The National Salvation Front"));
}

TEST(Actors, ACapitalIsAGovernmentOnlyWhereItActs) {
  const auto got = resolved(
      "Nairobi/NNP/2/nsubj accused|accuse/VBD/0/root Kampala/NNP/2/obj of/IN/5/mark "
      "spying|spy/VBG/2/advcl during/IN/7/case talks|talk/NNS/2/obl in/IN/9/case "
      "Kigali/NNP/7/nmod with/IN/11/case Bujumbura/NNP/7/nmod _!/./2/punct");
  EXPECT_EQ(got.code("Nairobi"), "KENGOV");
  EXPECT_EQ(got.code("Kigali"), "no party");
}

TEST(Actors, ANationalityBeforeAThingIsAModifierOfItsOwn) {
  const auto got = resolved(
      "Iranian/JJ/3/amod nuclear/JJ/3/amod sites|site/NNS/5/nsubj:pass were|be/VBD/5/aux:pass "
      "hit/VBN/0/root _!/./5/punct");
  const Mention* mention = got.find("Iranian");
  ASSERT_NE(mention, nullptr);
  EXPECT_TRUE(mention->is_modifier);
  EXPECT_EQ(mention->party->country, "IRN");
}

TEST(Actors, SportAndNamesOfPeopleAreNoCountries) {
  const auto sport = resolved(
      "Jordan/NNP/2/nsubj scored|score/VBD/0/root 41/CD/4/nummod points|point/NNS/2/obj _!/./2/punct");
  EXPECT_EQ(sport.code("Jordan"), "no party");
  const auto person = resolved(
      "Michael/NNP/3/nsubj Jordan/NNP/1/flat resigned|resign/VBD/0/root _!/./3/punct");
  EXPECT_EQ(person.find("Jordan"), nullptr);
  ASSERT_NE(person.find("Michael Jordan"), nullptr);
  EXPECT_EQ(person.find("Michael Jordan")->party->country, "");
  const auto bird = resolved(
      "The/DT/2/det turkey/NN/3/nsubj escaped|escape/VBD/0/root us/PRP/3/obj _!/./3/punct");
  EXPECT_TRUE(bird.references.mentions.empty());
}

TEST(Actors, JoinedNationalitiesAreMembersOfOneGroup) {
  const auto got = resolved(
      "French/JJ/4/amod and/CC/3/cc German/JJ/1/conj officials|official/NNS/5/nsubj "
      "met|meet/VBD/0/root _!/./5/punct");
  const Mention* group = got.find("French and German officials");
  ASSERT_NE(group, nullptr);
  ASSERT_EQ(group->members.size(), 2U);
  EXPECT_EQ(got.code("French"), "FRAGOV");
  EXPECT_EQ(got.code("German"), "DEUGOV");
  EXPECT_EQ(got.entity("German"), group->members[1]);
}

TEST(Actors, BothSidesAreTheTwoCountriesAtHand) {
  const auto got = resolved(
      "Ethiopia/NNP/2/nsubj warned|warn/VBD/0/root Eritrea/NNP/2/obj _!/./2/punct\n"
      "Both/DT/2/det sides|side/NNS/3/nsubj fear|fear/VBP/0/root war/NN/3/obj _!/./3/punct");
  const Mention* sides = got.find("Both sides");
  ASSERT_NE(sides, nullptr);
  const std::vector<std::uint32_t> both = {got.entity("Ethiopia"), got.entity("Eritrea")};
  EXPECT_EQ(sides->members, both);
}

TEST(Actors, ThreeCountriesMakeTheTwoSidesUnclear) {
  const auto got = resolved(
      "Ethiopia/NNP/4/nsubj and/CC/3/cc Kenya/NNP/1/conj warned|warn/VBD/0/root "
      "Eritrea/NNP/4/obj _!/./4/punct\n"
      "Both/DT/2/det sides|side/NNS/3/nsubj fear|fear/VBP/0/root war/NN/3/obj _!/./3/punct");
  ASSERT_NE(got.find("Both sides"), nullptr);
  EXPECT_TRUE(got.find("Both sides")->members.empty());
}

TEST(Actors, PronounsFollowTheSubjectWhenNobodyElseWouldDo) {
  const auto got = resolved(
      "Prime/NNP/2/compound Minister/NNP/3/nmod:desc Nomvula/NNP/5/nsubj Dube/NNP/3/flat "
      "met|meet/VBD/0/root Justice/NNP/7/compound Minister/NNP/8/nmod:desc Kofi/NNP/5/obj "
      "Boateng/NNP/8/flat _!/./5/punct\n"
      "She/PRP/2/nsubj thanked|thank/VBD/0/root him/PRP/2/obj _!/./2/punct");
  EXPECT_EQ(got.entity("She"), got.entity("Prime Minister Nomvula Dube"));
  EXPECT_EQ(got.entity("him"), got.entity("Justice Minister Kofi Boateng"));
}

TEST(Actors, ACounterpartHoldsTheSameOfficeElsewhere) {
  const auto got = resolved(
      "Malian/JJ/3/amod Defence/NNP/3/compound Minister/NNP/4/nmod:desc Issa/NNP/6/nsubj "
      "Traoure/NNP/4/flat met|meet/VBD/0/root his/PRP$/9/nmod:poss Guinean/JJ/9/amod "
      "counterpart/NN/6/obj _!/./6/punct");
  EXPECT_EQ(got.code("his Guinean counterpart"), "GINGOVMIL");
  EXPECT_EQ(got.find("his Guinean counterpart")->party->role, "defence minister");
  EXPECT_EQ(got.entity("his"), got.entity("Malian Defence Minister Issa Traoure"));
}

TEST(Actors, APronounLendsItsCountryToWhatItPossesses) {
  const auto got = resolved(
      "Ghana/NNP/2/nsubj sent|send/VBD/0/root its/PRP$/4/nmod:poss army/NN/2/obj _!/./2/punct");
  EXPECT_EQ(got.entity("its"), got.entity("Ghana"));
  EXPECT_EQ(got.code("its army"), "GHAMIL");
}

TEST(Actors, AnOfficeMakesAPersonOfWhatWasTaggedAsPlace) {
  const auto got = resolved(
      "Rebels|rebel/NNS/2/nsubj freed|free/VBD/0/root Bolivian/JJ/5/amod Sergeant/NNP/5/compound "
      "Tupa/NNP/2/obj Mamani/NNP/5/flat _!/./2/punct",
      {{{4, 6}, NameKind::kPlace}});
  ASSERT_NE(got.find("Bolivian Sergeant Tupa Mamani"), nullptr);
  EXPECT_EQ(got.find("Bolivian Sergeant Tupa Mamani")->kind, MentionKind::kPerson);
  EXPECT_EQ(got.code("Bolivian Sergeant Tupa Mamani"), "BOLMIL");
}

TEST(Actors, ASpokesmanIsNotWhomHeSpeaksFor) {
  const auto got = resolved(
      "Togolese/JJ/3/amod Prime/NNP/3/compound Minister/NNP/4/nmod:desc Ayi/NNP/6/nsubj "
      "Dossou/NNP/4/flat resigned|resign/VBD/0/root _!/./6/punct\n"
      "Dossou/NNP/3/nmod:poss _'s/POS/1/case spokesman/NN/4/nsubj agreed|agree/VBD/0/root "
      "_!/./4/punct");
  EXPECT_EQ(got.code("Dossou's spokesman"), "TGOGOV");
  EXPECT_NE(got.entity("Dossou's spokesman"), got.entity("Dossou"));
}

TEST(Actors, NamesThatTheTaggerCutShortStillFindTheirEnd) {
  const auto got = resolved(
      "Experts|expert/NNS/9/nsubj at/IN/4/case the/DT/4/det University/NNP/1/nmod of/IN/6/case "
      "Karnok/NNP/4/nmod in/IN/8/case Ghana/NNP/4/nmod spoke|speak/VBD/0/root _!/./9/punct",
      {{{3, 5}, NameKind::kOrganisation}});
  EXPECT_EQ(got.code("the University of Karnok in Ghana"), "GHAEDU");
}

TEST(Actors, FormerOfficesBelongToTheElite) {
  const auto got = resolved(
      "Former/JJ/3/amod Peruvian/JJ/3/amod minister/NN/4/nmod:desc Ana/NNP/6/nsubj "
      "Quispe/NNP/4/flat fled|flee/VBD/0/root _!/./6/punct");
  EXPECT_EQ(got.code("Former Peruvian minister Ana Quispe"), "PERELI");
}

TEST(Actors, HyphensThatOnlyBackAreNoNationality) {
  const auto got = resolved(
      "Rwanda/NNP/3/obl _-/HYPH/3/punct _backed|back/VBN/4/amod rebels|rebel/NNS/5/nsubj "
      "advanced|advance/VBD/0/root _!/./5/punct");
  EXPECT_EQ(got.sector("Rwanda-backed rebels"), "REB");
  EXPECT_EQ(got.code("Rwanda-backed rebels"), "");
}

TEST(Actors, CriticsOfAGovernmentAreNotTheGovernment) {
  const auto got = resolved(
      "Critics|critic/NNS/6/nsubj of/IN/5/case the/DT/5/det Ugandan/JJ/5/amod "
      "government/NN/1/nmod protested|protest/VBD/0/root _!/./6/punct");
  const Mention* critics = got.find("Critics of the Ugandan government");
  ASSERT_NE(critics, nullptr);
  EXPECT_TRUE(!critics->party || critics->party->code.empty());
  EXPECT_EQ(got.code("the Ugandan government"), "UGAGOV");
}

TEST(Actors, MentionsNeverCrossAndHeadsLieInside) {
  const auto got = resolved(
      "Officials|official/NNS/4/nsubj in/IN/3/case Chad/NNP/1/nmod told|tell/VBD/0/root "
      "reporters|reporter/NNS/4/iobj that/IN/9/mark both/DT/8/det sides|side/NNS/9/nsubj "
      "agree/VBP/4/ccomp with/IN/12/case the/DT/12/det president/NN/9/obl of/IN/14/case "
      "Togo/NNP/12/nmod _!/./4/punct");
  const auto& mentions = got.references.mentions;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    EXPECT_TRUE(mentions[i].tokens.holds(mentions[i].head));
    for (std::size_t j = i + 1; j < mentions.size(); ++j) {
      EXPECT_LE(mentions[i].tokens.begin, mentions[j].tokens.begin);
      EXPECT_TRUE(!mentions[i].tokens.touches(mentions[j].tokens) ||
                  mentions[i].tokens.holds(mentions[j].tokens) ||
                  mentions[j].tokens.holds(mentions[i].tokens));
    }
  }
}

}  // namespace
}  // namespace verbale
