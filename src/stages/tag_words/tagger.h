// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "learning/feature_hash.h"
#include "learning/feature_table.h"
#include "learning/hash_values.h"
#include "learning/word_view.h"
#include "stages/tag_words/lemma_rules.h"
#include "stages/tag_words/tag_set.h"

namespace verbale {

// The words of a sentence as the tagger sees them, with two empty words at either end.
class TagSentence {
 public:
  // `classes` tells the most frequent tag of words seen in training.
  TagSentence(std::span<const std::string_view> words, const HashValues& classes);
  std::size_t size() const { return words_.size() - 4; }
  // REQUIRES: -2 <= at <= size() + 1.
  const WordView& word(std::ptrdiff_t at) const {
    return words_[static_cast<std::size_t>(at + 2)];
  }
  std::uint64_t class_of(std::ptrdiff_t at) const {
    return classes_[static_cast<std::size_t>(at + 2)];
  }
  // Nearly all of its words are in capitals: case says nothing here.
  bool is_all_caps() const { return is_all_caps_; }

 private:
  std::vector<WordView> words_;
  std::vector<std::uint64_t> classes_;
  bool is_all_caps_ = false;
};

// The features of word `at`, given the numbers of the tags of the two words before it.
void gather_tag_features(const TagSentence& sentence, std::ptrdiff_t at, std::uint64_t before,
                         std::uint64_t before_that, FeatureList& features);

// A linear model that reads a sentence from left to right.
class Tagger {
 public:
  static Result<Tagger> load(const ModelFile& file);

  // The number of each word's pair.
  std::vector<std::uint8_t> tag(std::span<const std::string_view> words) const;
  const TagSet& tags() const { return tags_; }
  const LemmaRules& lemmas() const { return lemmas_; }

 private:
  TagSet tags_;
  HashValues known_;    // Words as written that have one tag only.
  HashValues classes_;
  FeatureTable table_;
  LemmaRules lemmas_;
};

}  // namespace verbale
