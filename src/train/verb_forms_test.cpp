// SPDX-License-Identifier: Apache-2.0
#include "train/verb_forms.h"

#include <gtest/gtest.h>

#include "document/xpos.h"

namespace verbale {
namespace {

TEST(VerbForms, TellTheTagByTheEnding) {
  const auto forms =
      parse_verb_forms("form\tlemma\nshelled\tshell\nshelling\tshell\nshells\tshell\n");
  ASSERT_TRUE(forms.ok());
  ASSERT_EQ(forms.value().size(), 4u);
  EXPECT_EQ(name_of_xpos(forms.value()[0].tags[0].xpos), "VBD");
  EXPECT_EQ(name_of_xpos(forms.value()[1].tags[0].xpos), "VBN");
  EXPECT_EQ(name_of_xpos(forms.value()[2].tags[0].xpos), "VBG");
  EXPECT_EQ(name_of_xpos(forms.value()[3].tags[0].xpos), "VBZ");
  EXPECT_EQ(forms.value()[3].lemmas[0], "shell");
}

TEST(VerbForms, AMissingColumnIsAnError) {
  EXPECT_FALSE(parse_verb_forms("form\tverb\na\tb\n").ok());
}

}  // namespace
}  // namespace verbale
