// SPDX-License-Identifier: Apache-2.0
#include "lexicon/actor_dictionary.h"

#include <gtest/gtest.h>

#include "lexicon/data_files.h"
#include "lexicon/dictionary_codes.h"

namespace verbale {
namespace {

Day day(const char* text) {
  return *parse_iso_day(text);
}

TEST(DictionaryCodes, ReadsRestrictionsOfBothDateShapes) {
  const auto codes = parse_dictionary_codes("[HOB < 950601] [HOBGOV 950601-20300815][~GOV]");
  ASSERT_TRUE(codes.ok());
  ASSERT_EQ(codes.value().size(), 3U);
  EXPECT_EQ(codes.value()[0].to, day("1995-06-01"));
  EXPECT_EQ(codes.value()[1].from, day("1995-06-01"));
  EXPECT_EQ(codes.value()[1].to, day("2030-08-15"));
  EXPECT_TRUE(codes.value()[2].is_agent);
}

TEST(DictionaryCodes, TellsWhatIsNoCode) {
  EXPECT_FALSE(parse_dictionary_codes("[RU]").ok());
  EXPECT_FALSE(parse_dictionary_codes("[RUSGOV 9x0601]").ok());
  EXPECT_FALSE(parse_dictionary_codes("[RUSGOV").ok());
  EXPECT_FALSE(parse_dictionary_codes("[~G}").ok());
}

class Dictionary : public testing::Test {
 protected:
  Dictionary() : files_(VERBALE_ROOT "/data"), lexicon_(load_actor_lexicon(files_)) {}
  DictionaryReport add(const char* text) { return add_dictionary(text, "x", files_, lexicon_); }
  const Actor& actor(const char* name) {
    return lexicon_.actor(lexicon_.names.find(name).front().actor);
  }

  DataFiles files_;
  ActorLexicon lexicon_;
};

TEST_F(Dictionary, DatesMakeAPersonWithOffices) {
  add("# comment\r\nGOLLUM ; seen\n+SMEAGOL_TROVE\n  [TZA <950601]\n  [TZAGOV >950602]\n");
  const Actor& gollum = actor("Smeagol Trove");
  EXPECT_EQ(gollum.name, "Gollum");
  EXPECT_EQ(ActorLexicon::office_on(gollum, day("1990-01-01"))->code, "TZA");
  EXPECT_EQ(ActorLexicon::office_on(gollum, day("2000-01-01"))->sector, "GOV");
}

TEST_F(Dictionary, BadLinesAreToldAndLeftOut) {
  const DictionaryReport report =
      add("LOST\n  [XX]\nWHITE_HAND [---]\nFREE_BANDA_FRONT [CAFREB]\n");
  ASSERT_EQ(report.errors.size(), 1U);
  EXPECT_EQ(report.errors[0].where, "x:2");
  EXPECT_EQ(report.actors, 1U);
  EXPECT_EQ(actor("Free Banda Front").sector, "REB");
}

TEST_F(Dictionary, AgentsAndTheirSets) {
  add("!PERSON!=MAN,MEN\nBAILI!PERSON! [~JUD]\nBEADLE {BEADLES} [~COP]\nMAGE {} [~SPY]\n");
  EXPECT_EQ(lexicon_.roles.find("bailimen")->sector, "JUD");
  EXPECT_EQ(lexicon_.roles.find("Beadles")->sector, "COP");
  EXPECT_EQ(lexicon_.roles.find("mages"), nullptr);
}

}  // namespace
}  // namespace verbale
