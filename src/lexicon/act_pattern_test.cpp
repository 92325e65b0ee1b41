// SPDX-License-Identifier: Apache-2.0
#include "lexicon/act_pattern.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

class ActPatternTest : public ::testing::Test {
 protected:
  ActPatternTest() {
    for (const char* word : {"on", "against", "with", "to", "of"}) {
      classes_.classes["prepositions"].push_back(parse_term(word, vocabulary_));
    }
    classes_.classes["sanctions"] = {parse_term("sanction", vocabulary_),
                                     parse_term("arms embargo", vocabulary_)};
  }

  std::vector<ActPattern> read(std::string_view text) {
    ActPatternReader reader(vocabulary_, classes_, lexicon_);
    auto patterns = reader.read(PredicateKind::kVerb, text);
    trouble_ = reader.trouble;
    cure_ = reader.cure;
    return patterns;
  }

  Vocabulary vocabulary_;
  WordClasses classes_;
  ActLexicon lexicon_;
  std::string trouble_;
  std::string cure_;
};

TEST_F(ActPatternTest, SlotsObjectsAndPhrases) {
  const auto patterns = read("<actor> impose|slap &sanctions on|against <recipient>");
  ASSERT_EQ(patterns.size(), 1u);
  const ActPattern& pattern = patterns[0];
  EXPECT_EQ(pattern.subject.slot, Slot::kActor);
  EXPECT_EQ(lexicon_.term_sets[pattern.predicate].size(), 2u);
  EXPECT_EQ(pattern.object.slot, Slot::kWords);
  EXPECT_EQ(lexicon_.term_sets[pattern.object.words].size(), 2u);
  ASSERT_EQ(pattern.phrases.size(), 1u);
  EXPECT_EQ(pattern.phrases[0].prepositions.size(), 2u);
  EXPECT_EQ(pattern.phrases[0].filler.slot, Slot::kRecipient);
  EXPECT_FALSE(pattern.phrases[0].is_optional);
}

TEST_F(ActPatternTest, AnOptionalPrepositionMakesTwoPatterns) {
  const auto patterns = read("<actors> meet [with] <actors>");
  ASSERT_EQ(patterns.size(), 2u);
  EXPECT_EQ(patterns[0].phrases.size() + patterns[1].phrases.size(), 1u);
}

TEST_F(ActPatternTest, AnOptionalPlaceAsksForNothing) {
  const auto without = read("<actor> attack <recipient>");
  const auto with = read("<actor> attack <recipient> [with &sanctions]");
  ASSERT_EQ(with.size(), 1u);
  EXPECT_EQ(with[0].demands, without[0].demands);
  EXPECT_TRUE(with[0].phrases[0].is_optional);
}

TEST_F(ActPatternTest, ToStandsBeforeAnInfinitiveAsBeforeANoun) {
  const auto patterns = read("<actor> urge <recipient> to <act:AID|COOPERATE>");
  ASSERT_EQ(patterns.size(), 1u);
  EXPECT_EQ(patterns[0].clause.slot, Slot::kNothing);
  ASSERT_EQ(patterns[0].phrases.size(), 1u);
  EXPECT_EQ(patterns[0].phrases[0].filler.slot, Slot::kAct);
  EXPECT_EQ(patterns[0].phrases[0].filler.types,
            (1u << static_cast<unsigned>(PloverType::kAid)) |
                (1u << static_cast<unsigned>(PloverType::kCooperate)));
}

TEST_F(ActPatternTest, TwoObjectsMakeTheFirstTheReceiver) {
  const auto patterns = read("<actor> hand <recipient> &sanctions");
  ASSERT_EQ(patterns.size(), 1u);
  EXPECT_EQ(patterns[0].indirect.slot, Slot::kRecipient);
  EXPECT_EQ(patterns[0].object.slot, Slot::kWords);
}

TEST_F(ActPatternTest, MistakesSayWhatToDo) {
  EXPECT_TRUE(read("<actor> impose &sanctoins on <recipient>").empty());
  EXPECT_EQ(trouble_, "no class '&sanctoins' in data/en/classes.rec");
  EXPECT_EQ(cure_, "did you mean 'sanctions'?");
  EXPECT_TRUE(read("<actor> <recipient>").empty());
  EXPECT_EQ(trouble_, "no word for the act in '<actor> <recipient>'");
  EXPECT_TRUE(read("<actor> attack <victim>").empty());
  EXPECT_EQ(trouble_, "unknown slot '<victim>'");
  EXPECT_TRUE(read("<actor> attack [with <recipient>").empty());
  EXPECT_EQ(trouble_, "'[' without ']'");
}

}  // namespace
}  // namespace verbale
