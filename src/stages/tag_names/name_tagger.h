// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "document/names.h"
#include "document/syntax.h"
#include "learning/feature_hash.h"
#include "learning/feature_table.h"
#include "learning/model_file.h"
#include "learning/word_view.h"

namespace verbale {

// 0 outside of names; 1, 2, 3 the first word of a person, organisation, place; 4, 5, 6 another.
using NameLabel = std::uint8_t;
inline constexpr NameLabel kOutside = 0;
inline constexpr std::size_t kNameLabels = 7;

inline NameLabel first_label(NameKind kind) {
  return static_cast<NameLabel>(1 + static_cast<unsigned>(kind));
}
inline NameLabel inner_label(NameKind kind) {
  return static_cast<NameLabel>(4 + static_cast<unsigned>(kind));
}
// "B-PER", "I-LOC" …; kOutside for any other mark.
NameLabel name_label_of(std::string_view mark);
// A name goes on only after its own beginning.
inline bool may_follow(NameLabel before, NameLabel label) {
  return label < 4 || before == label || before + 3 == label;
}

struct NameWord {
  std::string_view text;
  Upos upos = Upos::kX;
  XposId xpos = 0;
};

// What earlier sentences of a document called a word: its last label but kOutside.
using NameMemory = std::unordered_map<std::uint64_t, NameLabel>;

// A sentence as the tagger of names sees it.
class NameSentence {
 public:
  explicit NameSentence(std::span<const NameWord> words);
  std::size_t size() const { return words_.size() - 2 * kMargin; }
  const WordView& word(std::ptrdiff_t at) const { return views_[place(at)]; }
  const NameWord& tagged(std::ptrdiff_t at) const { return words_[place(at)]; }
  // The run of words in capitals (with "of", "and", dashes … between) that holds `at`; empty for
  // a word that is in none.
  std::pair<std::ptrdiff_t, std::ptrdiff_t> run_of(std::ptrdiff_t at) const {
    return runs_[place(at)];
  }
  bool is_all_caps() const { return is_all_caps_; }

 private:
  static constexpr std::size_t kMargin = 2;
  static std::size_t place(std::ptrdiff_t at) {
    return static_cast<std::size_t>(at + static_cast<std::ptrdiff_t>(kMargin));
  }
  void find_runs();

  std::vector<NameWord> words_;
  std::vector<WordView> views_;
  std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> runs_;
  bool is_all_caps_ = false;
};

void gather_name_features(const NameSentence& sentence, std::ptrdiff_t at, NameLabel before,
                          NameLabel before_that, const NameMemory& memory, FeatureList& features);

// Keeps in `memory` what the sentence's words were called.
void remember_names(const NameSentence& sentence, std::span<const NameLabel> labels,
                    NameMemory& memory);

// The best label that may follow `before`.
template <typename Score>
NameLabel best_name_label(std::span<const Score> scores, NameLabel before) {
  NameLabel best = kOutside;
  for (NameLabel label = 1; label < kNameLabels; ++label) {
    if (may_follow(before, label) && scores[label] > scores[best]) best = label;
  }
  return best;
}

class NameTagger {
 public:
  static Result<NameTagger> load(const ModelFile& file);
  std::vector<NameLabel> label(const NameSentence& sentence, const NameMemory& memory) const;

 private:
  FeatureTable table_;
};

}  // namespace verbale
