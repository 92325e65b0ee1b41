// SPDX-License-Identifier: Apache-2.0
#include "train/gum_names.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

using Labels = std::vector<std::string>;

TEST(GumNames, TakesTheProperNounsAroundTheMainWords) {
  // the late President Ona Velmar arrived
  EXPECT_EQ(gum_names({{"DET", "Entity=(7-person-new-nnnnn-cf1-3,4-coref-Ona_Velmar"},
                       {"ADJ", "_"},
                       {"PROPN", "SpaceAfter=No"},
                       {"PROPN", "_"},
                       {"PROPN", "Bridge=1<7|Entity=7)|SpaceAfter=No"},
                       {"VERB", "_"}}),
            (Labels{"O", "O", "B-PER", "I-PER", "I-PER", "O"}));
}

TEST(GumNames, LeavesCommonNounsAndOtherKindsAlone) {
  EXPECT_EQ(gum_names({{"NOUN", "Entity=(1-person-new-nnnnn-cf1-1-sgl)"},
                       {"PROPN", "Entity=(2-event-new-nnnnn-cf1-1-sgl)"},
                       {"PROPN", "Entity=(3-place-new-nnnnn-cf1-1-sgl-Zubland)"}}),
            (Labels{"O", "O", "B-LOC"}));
}

TEST(GumNames, KnowsAPeopleFromAPerson) {
  EXPECT_EQ(gum_names({{"PROPN", "Entity=(1-person-new-nnnnn-cf1-1-sgl)", true},
                       {"PROPN", "Entity=(2-organization-new-nnnnn-cf1-1-sgl)", true}}),
            (Labels{"O", "B-ORG"}));
}

TEST(GumNames, ReadsSeveralMarksOnAWord) {
  // Torak city council: the council's name holds the city's.
  EXPECT_EQ(gum_names({{"PROPN",
                        "Entity=(4-organization-new-nnnnn-cf1-3-sgl(5-place-new-nnnnn-cf2-1-sgl)"},
                       {"PROPN", "_"},
                       {"PROPN", "Entity=4)"}}),
            (Labels{"B-ORG", "I-ORG", "I-ORG"}));
}

TEST(GumNames, TakesBrokenMarks) {
  EXPECT_EQ(gum_names({{"PROPN", "Entity=)("}, {"PROPN", "Entity=(9-person"}, {"X", "Entity="}}),
            (Labels{"O", "O", "O"}));
}

}  // namespace
}  // namespace verbale
