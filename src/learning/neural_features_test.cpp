// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace verbale {
namespace {

std::size_t shared_parts(std::string_view a, std::string_view b) {
  const WordFeatures first = features_of(a);
  const WordFeatures second = features_of(b);
  const std::set<std::uint64_t> known(first.parts().begin(), first.parts().end());
  return static_cast<std::size_t>(
      std::count_if(second.parts().begin(), second.parts().end(),
                    [&known](std::uint64_t hash) { return known.contains(hash); }));
}

TEST(NeuralFeatures, SeesCaseAndTheWordBehindIt) {
  const WordFeatures lower = features_of("minister");
  const WordFeatures upper = features_of("Minister");
  EXPECT_NE(lower.words()[0], upper.words()[0]);
  EXPECT_EQ(lower.words()[1], upper.words()[1]);
}

TEST(NeuralFeatures, TakesAllNumbersOfOneLengthForOne) {
  EXPECT_EQ(features_of("1987").words()[1], features_of("2041").words()[1]);
  EXPECT_NE(features_of("1987").words()[0], features_of("2041").words()[0]);
}

TEST(NeuralFeatures, SharesEndingsBetweenWords) {
  EXPECT_GT(shared_parts("mobilisation", "organisation"), shared_parts("mobilisation", "minister"));
}

TEST(NeuralFeatures, TakesAnyBytes) {
  for (const std::string& word : {std::string(), std::string("\xFF\xC3"), std::string(100000, 'x'),
                                  std::string("\0", 1), std::string("Łódź")}) {
    const WordFeatures features = features_of(word);
    EXPECT_LE(features.part_count, WordFeatures::kPartsMax);
    EXPECT_EQ(features.word_count, 2U);
  }
}

TEST(FeatureIndex, FindsEachHashAndNoOther) {
  std::vector<std::uint64_t> hashes;
  for (std::uint64_t i = 1; i <= 1000; ++i) hashes.push_back(i * 0x9E3779B97F4A7C15U);
  const auto slots = FeatureIndex::build(hashes);
  ASSERT_TRUE(FeatureIndex::is_sound(slots, hashes.size()));
  EXPECT_FALSE(FeatureIndex::is_sound(slots, hashes.size() - 1));
  const FeatureIndex index(slots);
  for (std::size_t row = 0; row < hashes.size(); ++row) EXPECT_EQ(index.row_of(hashes[row]), row);
  EXPECT_EQ(index.row_of(42), FeatureIndex::kNoRow);
}

}  // namespace
}  // namespace verbale
