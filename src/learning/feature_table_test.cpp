// SPDX-License-Identifier: Apache-2.0
#include "learning/feature_table.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "learning/feature_hash.h"
#include "learning/perceptron_trainer.h"

namespace verbale {
namespace {

std::span<const std::byte> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::byte*>(text.data()), text.size()};
}

TEST(FeatureMarks, FindsWhatWasPlacedAndNothingElse) {
  std::vector<std::uint64_t> hashes;
  for (std::uint64_t i = 0; i < 300; ++i) hashes.push_back(feature(1, i));
  const std::vector<std::uint16_t> store = FeatureMarks::place(hashes, 512);
  const FeatureMarks marks(store);
  std::size_t found = 0;
  std::size_t strangers = 0;
  for (std::uint64_t i = 0; i < 300; ++i) {
    if (marks.row_of(feature(1, i)) != FeatureMarks::kNoRow) ++found;
    if (marks.row_of(feature(2, i)) != FeatureMarks::kNoRow) ++strangers;
  }
  EXPECT_GE(found, 290u);
  EXPECT_LE(strangers, 1u);
}

TEST(FeatureMarks, AnEmptyTableHoldsNothing) {
  EXPECT_EQ(FeatureMarks().row_of(12345), FeatureMarks::kNoRow);
}

// Tells odd from even through its features, and says the same from the file as in training.
TEST(FeatureTable, AnswersFromTheFileAsInTraining) {
  std::vector<std::uint64_t> met;
  for (std::uint64_t i = 0; i < 100; ++i) met.push_back(feature(0, i));
  std::vector<std::uint64_t> frequent = frequent_features(met, 1);
  PerceptronTrainer trainer(frequent, 256, 16);
  std::array<float, 16> sums{};
  for (int round = 0; round < 3; ++round) {
    for (std::uint64_t i = 0; i < 100; ++i) {
      const std::uint64_t features[] = {feature(0, i)};
      trainer.score(features, sums);
      const std::size_t right = i % 2;
      const std::size_t guess = sums[0] >= sums[1] ? 0 : 1;
      trainer.tick();
      if (guess == right) continue;
      trainer.update(features, right, 1.0f);
      trainer.update(features, guess, -1.0f);
    }
  }
  ModelWriter writer;
  trainer.write(writer, "parity");
  const std::string file = writer.bytes();
  const auto model = ModelFile::from_bytes(bytes_of(file), "parity.model");
  ASSERT_TRUE(model.ok());
  const auto table = FeatureTable::load(model.value(), "parity");
  ASSERT_TRUE(table.ok());
  std::array<std::int16_t, 16> scores{};
  for (std::uint64_t i = 1; i < 100; i += 2) {
    const std::uint64_t features[] = {feature(0, i)};
    table.value().score(features, scores);
    EXPECT_GT(scores[1], scores[0]) << i;
  }
}

TEST(FeatureTable, AMissingSectionIsAnError) {
  ModelWriter writer;
  writer.add("other", "x");
  const std::string file = writer.bytes();
  const auto model = ModelFile::from_bytes(bytes_of(file), "x.model");
  ASSERT_TRUE(model.ok());
  EXPECT_FALSE(FeatureTable::load(model.value(), "parity").ok());
}

TEST(SeededOrder, IsTheSameForASeed) {
  std::vector<std::uint32_t> a{1, 2, 3, 4, 5, 6, 7, 8};
  std::vector<std::uint32_t> b = a;
  SeededOrder(7).shuffle(a);
  SeededOrder(7).shuffle(b);
  EXPECT_EQ(a, b);
  std::sort(a.begin(), a.end());
  EXPECT_EQ(a.front(), 1u);
  EXPECT_EQ(a.back(), 8u);
}

}  // namespace
}  // namespace verbale
