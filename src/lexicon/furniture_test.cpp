// SPDX-License-Identifier: Apache-2.0
#include "lexicon/furniture.h"

#include <gtest/gtest.h>

#include "lexicon/data_files.h"

namespace verbale {
namespace {

const Furniture& furniture() {
  static DataFiles files(std::string(VERBALE_ROOT) + "/data");
  static const Furniture loaded = load_furniture(files);
  for (const Error& error : files.errors()) ADD_FAILURE() << error.message();
  return loaded;
}

std::string reason(std::string_view line, FurnitureRule::Zone zone = FurnitureRule::Zone::kBody) {
  const FurnitureRule* rule = find_furniture(furniture(), line, zone, false);
  return rule == nullptr ? "" : rule->reason;
}

// Every entry's examples fit it, and none of its counter-examples does: loading checks that.
TEST(Furniture, LoadsWithoutErrors) {
  EXPECT_GT(furniture().rules.size(), 30u);
}

TEST(Furniture, KeepsSentences) {
  for (std::string_view sentence : {
           "Reuters could not verify the report.",
           "Share prices in Ravelia fell by a tenth on Tuesday.",
           "The photo shows the damage, the governor said.",
           "More than forty people were killed in the attack.",
           "Read the ceasefire terms carefully, he told reporters.",
           "The group signed up to a ceasefire on Monday.",
           "The app was used by smugglers, prosecutors said.",
           "Follow-up talks will be held in Ostrava, the envoy said.",
           "Watch what they do, not what they say, the envoy added.",
           "The minister declined to comment.",
           "Listen to the people, the mayor said.",
           "Live ammunition was used, witnesses said.",
           "Search teams found two survivors on Tuesday.",
           "Play resumed after the pitch was cleared.",
           "Contact with the crew was lost over the strait.",
           "By late evening the bridge at Orsk had fallen to the rebels.",
           "By Friday, Karsk and Ravelia had agreed on a truce.",
           "Advertisement revenue at the state broadcaster fell.",
           "Vote counting began in Ravelia at dawn.",
           "Home Secretary Ada Lindqvist resigned on Friday.",
           "The registered parties may continue to campaign, the court said.",
           "Donors pledged two billion euros for the rebuilding of Karsk.",
           "Topics on the agenda include trade, grain and the release of prisoners.",
           "World leaders gathered in Velden on Monday.",
           "In Europe, Asia and Africa, prices rose.",
           "Subscribe to no illusions, the general said.",
           "Next week the two presidents meet.",
           "Related offences carry ten years in prison.",
           "Print shops were raided in the capital.",
           "Source: close to the ministry, and wrong.",
       }) {
    EXPECT_EQ(reason(sentence), "") << sentence;
    EXPECT_EQ(reason(sentence, FurnitureRule::Zone::kHead), "") << sentence;
  }
}

TEST(Furniture, KnowsOutletsByTheirDomains) {
  EXPECT_EQ(outlet_of(furniture(), "https://www.reuters.com/world/x?y=1"), "Reuters");
  EXPECT_EQ(outlet_of(furniture(), "africa.chinadaily.com.cn"), "China Daily");
  EXPECT_EQ(outlet_of(furniture(), "https://notreuters.com/"), "");
  EXPECT_EQ(outlet_of(furniture(), "com"), "");
  EXPECT_EQ(outlet_of(furniture(), ""), "");
}

TEST(Furniture, GuessesTheLanguage) {
  EXPECT_EQ(guess_language(furniture(), "The minister said that talks with the rebels had failed."),
            "en");
  EXPECT_EQ(guess_language(furniture(),
                           "Der Minister sagte, dass die Gespräche mit den Rebellen "
                           "gescheitert sind und nicht weitergehen."),
            "de");
  EXPECT_EQ(guess_language(furniture(),
                           "Министр сообщил, что переговоры не состоялись, и не "
                           "назвал сроки, но от них не отказался"),
            "ru");
  EXPECT_EQ(guess_language(furniture(), "外交部长周一表示会谈失败"), "zh");
  EXPECT_EQ(guess_language(furniture(), "大統領は月曜日に会談すると述べた"), "ja");
  EXPECT_EQ(guess_language(furniture(), "Ok."), "");
}

}  // namespace
}  // namespace verbale
