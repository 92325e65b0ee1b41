// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_decode.h"

#include <gtest/gtest.h>

#include <string>

namespace verbale {
namespace {

double sum_of(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    sum += static_cast<double>(scores[i * (heads.size() + 1) + heads[i]]);
  }
  return sum;
}

// Tries every tree.
double best_sum(const std::vector<float>& scores, std::size_t count) {
  double best = -1e30;
  std::vector<std::uint32_t> heads(count, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, sum_of(scores, heads));
    std::size_t place = 0;
    while (place < count && heads[place] == count) heads[place++] = 0;
    if (place == count) return best;
    ++heads[place];
  }
}

TEST(DecodeTree, FindsTheBestOfAllTrees) {
  std::uint32_t state = 7;
  for (std::size_t count = 1; count <= 5; ++count) {
    for (int trial = 0; trial < 60; ++trial) {
      std::vector<float> scores(count * (count + 1));
      for (float& score : scores) {
        state = state * 1664525U + 1013904223U;
        score = static_cast<float>(state >> 16) / 4096.0F - 8.0F;
      }
      std::vector<std::uint32_t> heads(count);
      decode_tree(scores, count, heads);
      ASSERT_TRUE(is_tree(heads)) << "count " << count << " trial " << trial;
      EXPECT_NEAR(sum_of(scores, heads), best_sum(scores, count), 1e-4)
          << "count " << count << " trial " << trial;
    }
  }
}

TEST(DecodeTree, TakesRingsInsideRingsApart) {
  // Long sentences whose best heads are rings of rings still come out as trees.
  std::uint32_t state = 99;
  for (std::size_t count = 20; count <= 60; count += 20) {
    std::vector<float> scores(count * (count + 1));
    for (float& score : scores) {
      state = state * 1664525U + 1013904223U;
      score = static_cast<float>(state >> 16) / 65536.0F;
    }
    for (std::size_t i = 0; i < count; ++i) {
      scores[i * (count + 1) + ((i ^ 1U) % count + 1)] += 3.0F;
      scores[i * (count + 1) + ((i ^ 2U) % count + 1)] += 2.0F;
      scores[i * (count + 1)] += i < 3 ? 5.0F : 0.0F;
    }
    std::vector<std::uint32_t> heads(count);
    decode_tree(scores, count, heads);
    EXPECT_TRUE(is_tree(heads));
  }
}

TEST(DecodeTree, KnowsATree) {
  const std::vector<std::uint32_t> tree{2, 0, 2};
  const std::vector<std::uint32_t> two_roots{0, 0, 2};
  const std::vector<std::uint32_t> ring{2, 1, 0};
  const std::vector<std::uint32_t> outside{9, 0, 2};
  EXPECT_TRUE(is_tree(tree));
  EXPECT_FALSE(is_tree(two_roots));
  EXPECT_FALSE(is_tree(ring));
  EXPECT_FALSE(is_tree(outside));
  EXPECT_FALSE(is_tree({}));
}

TEST(DecodeSequence, NeverOpensWithAnInside) {
  // Labels: O, B, I; I may follow B and I only.
  const std::vector<std::uint8_t> may_start{1, 1, 0};
  const std::vector<std::uint8_t> may_follow{1, 1, 0, 1, 1, 1, 1, 1, 1};
  const std::vector<float> scores{0, 1, 5,  //
                                  3, 0, 4,  //
                                  9, 0, 0,  //
                                  1, 0, 3};
  std::vector<std::uint8_t> labels(4);
  decode_sequence(scores, may_start, may_follow, labels);
  EXPECT_EQ(labels, (std::vector<std::uint8_t>{1, 2, 0, 0}));
}

}  // namespace
}  // namespace verbale
