// SPDX-License-Identifier: Apache-2.0
#include "lexicon/actors.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "document/syntax_literal.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

TEST(NameTable, MatchesWithoutAccentsStopsAndCapitals) {
  NameTable names;
  names.add("Nicolás Æzar Młyn", {7, NameForm::kName, {}});
  names.add("US", {1, NameForm::kName, {}});
  names.add("UNTO", {2, NameForm::kName, {}});
  names.add("Bank of Tarth", {3, NameForm::kName, {}});
  EXPECT_EQ(names.find("Nicolas Æzar Mlyn").size(), 1U);
  EXPECT_EQ(names.find("U.S.").size(), 1U);
  EXPECT_EQ(names.find("us").size(), 0U);
  EXPECT_EQ(names.find("Us").size(), 0U);
  EXPECT_EQ(names.find("Unto").size(), 1U);
  EXPECT_EQ(names.find("unto").size(), 0U);
  EXPECT_EQ(names.find("Bank Of Tarth").size(), 1U);
  EXPECT_EQ(names.find("BANK OF TARTH").size(), 1U);
  EXPECT_EQ(names.find("bank of Tarth").size(), 0U);
}

TEST(NameTable, TakesTheLongestNameAndNoFullStop) {
  NameTable names;
  names.add("Tarth", {1, NameForm::kName, {}});
  names.add("Tarth Free Army", {2, NameForm::kName, {}});
  const auto literal = syntax_literal(
      "The/DT/4/det Tarth/NNP/4/compound Free/NNP/4/compound Army/NNP/5/nsubj "
      "left|leave/VBD/0/root Tarth/NNP/5/obj _./,/5/punct");
  const auto matches = names.match(literal.text, literal.syntax);
  ASSERT_EQ(matches.size(), 2U);
  EXPECT_EQ(matches[0].tokens, (TokenSpan{1, 4}));
  EXPECT_EQ(matches[0].senses.front().actor, 2U);
  EXPECT_EQ(matches[1].tokens, (TokenSpan{5, 6}));
}

TEST(NameTable, ASurnameThatIsListedIsEnoughByItself) {
  NameTable names;
  names.add("Dossou", {2, NameForm::kSurname, {}});
  names.add("Dossou", {1, NameForm::kSurname, {}});
  names.add("Dossou", {1, NameForm::kName, {}});
  names.add("Dossou", {1, NameForm::kSurname, {}});
  const auto senses = names.find("Dossou");
  ASSERT_EQ(senses.size(), 2U);
  EXPECT_EQ(senses[0].actor, 1U);
  EXPECT_EQ(senses[0].form, NameForm::kName);
  EXPECT_EQ(senses[1].form, NameForm::kSurname);
}

TEST(Offices, CountByTheDay) {
  Actor person;
  const auto day = [](const char* text) { return *parse_iso_day(text); };
  person.offices.push_back(
      {"minister", "TGO", "GOV", "TGOGOV", day("2010-01-01"), day("2015-12-31")});
  person.offices.push_back({"president", "TGO", "GOV", "TGOGOV", day("2016-01-01"), {}});
  EXPECT_EQ(ActorLexicon::office_on(person, day("2012-05-05"))->role, "minister");
  EXPECT_EQ(ActorLexicon::office_on(person, day("2020-05-05"))->role, "president");
  EXPECT_EQ(ActorLexicon::office_on(person, day("2001-05-05")), nullptr);
  EXPECT_EQ(ActorLexicon::office_on(person, std::nullopt)->role, "president");
}

// A data folder in memory's stead: the few files that the lexicon reads, one of them wrong.
class WrongData : public ::testing::Test {
 protected:
  void SetUp() override {
    directory_ = ::testing::TempDir() + "verbale_actors_" +
                 ::testing::UnitTest::GetInstance()->current_test_info()->name();
    write("ontology/sectors.tsv", "sector\tname\nGOV\tgovernment\nMIL\tmilitary\n");
    write("ontology/countries.tsv", "iso3\tname\tcameo\nTGO\tTogo\t\n");
    write("en/actors/countries.rec", "country: TGO\nname: Togo\nadjectives: Togolese\n");
    write("en/actors/organisations.rec", "");
    write("en/actors/groups.rec", "");
    write("en/actors/media.rec", "");
    write("en/actors/people.tsv", "id\tname\tnames\trole\tcountry\tsector\tcode\tfrom\tto\n");
    write("en/roles.tsv", "words\tsector\tcameo\tkind\tgender\tweak\n");
    write("en/role_modifiers.tsv", "words\tsector\tcameo\teffect\n");
    for (const char* same : {"en/plurals.tsv", "en/actor_words.rec", "en/given_names.tsv"}) {
      std::filesystem::copy_file(std::string(VERBALE_ROOT "/data/") + same,
                                 directory_ + "/" + same,
                                 std::filesystem::copy_options::overwrite_existing);
    }
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  void write(const std::string& name, const std::string& text) {
    const std::filesystem::path path = directory_ + "/" + name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
  std::string errors() {
    DataFiles files(directory_);
    load_actor_lexicon(files);
    std::string all;
    for (const Error& error : files.errors()) all += error.message() + "\n";
    return all;
  }

  std::string directory_;
};

TEST_F(WrongData, RightDataHasNoErrors) { EXPECT_EQ(errors(), ""); }

TEST_F(WrongData, DaysMayBeMonthsOrYears) {
  write("en/actors/groups.rec",
        "group: Frelo\nname: Frelo\ncode: TGOGOV\ncountry: TGO\nsector: GOV\n"
        "earlier: 2012-02 TGOMIL MIL\n");
  write("en/actors/people.tsv",
        "id\tname\tnames\trole\tcountry\tsector\tcode\tfrom\tto\n"
        "ayi\tAyi Dossou\t\tminister\tTGO\tGOV\tTGOGOV\t2011\t2012-02\n");
  EXPECT_EQ(errors(), "");
  DataFiles files(directory_);
  const ActorLexicon lexicon = load_actor_lexicon(files);
  for (const Actor& actor : lexicon.actors) {
    if (actor.kind == ActorKind::kCountry) continue;
    ASSERT_EQ(actor.offices.size(), 1U) << actor.id;
    EXPECT_EQ(actor.offices[0].to, parse_iso_day("2012-02-29")) << actor.id;
    if (actor.kind == ActorKind::kPerson) {
      EXPECT_EQ(actor.offices[0].from, parse_iso_day("2011-01-01"));
    } else {
      EXPECT_EQ(actor.offices[0].code, "TGOMIL");
    }
  }
}

TEST_F(WrongData, EveryMistakeIsToldWithItsLine) {
  write("en/actors/groups.rec",
        "group: frelo\nname: Frelo\ncountry: TOG\nsector: GVO\ncode: tgo\nleader: X\n");
  write("en/actors/people.tsv",
        "id\tname\tnames\trole\tcountry\tsector\tcode\tfrom\tto\n"
        "ayi\tAyi Dossou\t\tminister\tTGO\tGOV\tTGOGOV\t2012-13-01\t\n"
        "ayi\tKodjo Dossou\t\tminister\tTGO\tGOV\tTGOGOV\t\t\n"
        "bo\tBo Ama\t\tminister\tTGO\tGOV\tTGOGOV\t2014-01-01\t2013-01-01\n");
  write("en/roles.tsv",
        "words\tsector\tcameo\tkind\tgender\tweak\n"
        "envoy\tGOV\tGO\tperson\t\t\nbaker\t\t\tpreson\tx\tvery\n");
  const std::string all = errors();
  for (const char* part :
       {"groups.rec:3: unknown country 'TOG'", "groups.rec:4: unknown sector 'GVO'",
        "groups.rec:5: 'tgo' is no CAMEO actor code", "groups.rec:6: unknown field 'leader'",
        "people.tsv:2: no such day '2012-13-01'", "people.tsv:3: id 'ayi' belongs to 'Ayi Dossou'",
        "people.tsv:4: an office that ends before it begins",
        "roles.tsv:2: 'GO' is no CAMEO role code", "roles.tsv:3: unknown kind 'preson'",
        "roles.tsv:3: unknown gender 'x'"}) {
    EXPECT_NE(all.find(part), std::string::npos) << part << "\nnot in\n" << all;
  }
}

}  // namespace
}  // namespace verbale
