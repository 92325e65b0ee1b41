// SPDX-License-Identifier: Apache-2.0
#include "reader/plain_words.h"

#include <gtest/gtest.h>

#include <vector>

namespace verbale {
namespace {

struct Made {
  Article article;
  Syntax syntax;
};

// Each line a sentence, words parted by spaces.
Made made_of(const std::vector<std::string>& lines) {
  Made made;
  for (const std::string& line : lines) {
    const auto first = static_cast<std::uint32_t>(made.syntax.tokens.size());
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      const auto begin = static_cast<std::uint32_t>(made.article.text.size());
      made.article.text += line.substr(at, end - at);
      made.syntax.tokens.push_back(
          {.span = {begin, static_cast<std::uint32_t>(made.article.text.size())}});
      made.article.text += ' ';
      at = end + 1;
    }
    made.syntax.sentences.push_back(
        {.tokens = {first, static_cast<std::uint32_t>(made.syntax.tokens.size())}, .span = {}});
  }
  return made;
}

std::string shown(const std::vector<std::string>& lines) {
  const Made made = made_of(lines);
  const PlainWords plain(made.article, made.syntax);
  std::string words;
  for (std::uint32_t t = 0; t < made.syntax.sentences[0].tokens.end; ++t) {
    if (t > 0) words += ' ';
    words += plain.word(t);
  }
  return words;
}

TEST(PlainWords, WritesAHeadlineAsTheProseWritesItsWords) {
  EXPECT_EQ(shown({"Malawi Peace Talks Begin in Lusaka",
                   "The peace talks begin on Monday ."}),
            "Malawi peace talks begin in Lusaka");
}

TEST(PlainWords, KeepsWhatTheProseAlsoWritesAsAName) {
  EXPECT_EQ(shown({"Green Leader Meets Banda Over Forests",
                   "The leader meets him over green forests , said the Green party ."}),
            "Green leader meets Banda over forests");
}

TEST(PlainWords, KeepsAcronymsAmongCapitalisedWords) {
  EXPECT_EQ(shown({"Envoy Tells US About Talks Today", "The envoy told us about the talks ."}),
            "envoy Tells US about talks Today");
}

TEST(PlainWords, CalmsWhatIsAllInCapitals) {
  EXPECT_EQ(shown({"MALAWI REBELS FREE HOSTAGES", "Rebels in Malawi free their hostages today ."}),
            "Malawi REBELS free hostages");
}

TEST(PlainWords, LeavesProseAlone) {
  EXPECT_EQ(shown({"The rebels in Malawi freed Peter Banda", "They freed him ."}),
            "The rebels in Malawi freed Peter Banda");
}

}  // namespace
}  // namespace verbale
