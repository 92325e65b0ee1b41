// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/span.h"
#include "learning/feature_hash.h"
#include "learning/feature_table.h"
#include "learning/hash_values.h"
#include "learning/model_file.h"

namespace verbale {

// Words that splitting must know, from data/en: abbreviations ("Gen.", what is written before the
// last dot in lower case), and words that hide two ("cannot" 3: cut after so many bytes).
class SplitWords {
 public:
  SplitWords() = default;
  SplitWords(HashValues abbreviations, HashValues contractions)
      : abbreviations_(abbreviations), contractions_(contractions) {}
  // `word` without its last dot.
  bool is_abbreviation(std::string_view word) const;
  // Where to cut `word`; 0 when it is no contraction.
  std::size_t cut_of(std::string_view word) const;
  // The keys that build such maps.
  static std::uint64_t key_of(std::string_view word);

 private:
  HashValues abbreviations_;
  HashValues contractions_;
};

// The stretches of `text` without white space, cut after kChunkBytesMax bytes.
std::vector<ByteSpan> chunks_of(std::string_view text);
inline constexpr std::uint32_t kChunkBytesMax = 500;
// Where words may part within `chunk`: bytes from its start, ascending.
std::vector<std::uint32_t> places_in(std::string_view chunk, const SplitWords& words);

// The features of parting `chunk` at `place`; `last_cut` is where the present word began.
void gather_cut_features(std::string_view chunk, std::uint32_t place, std::uint32_t last_cut,
                         const SplitWords& words, FeatureList& features);

// White space between two neighbouring words.
enum class Gap : std::uint8_t { kNone, kSpace, kLine, kEmptyLine };
Gap gap_between(std::string_view text, ByteSpan left, ByteSpan right);

// The sentence that a place may end, so far.
struct SentenceSoFar {
  std::uint32_t first = 0;  // Its first token.
  std::uint32_t open_quotes = 0;
  std::int32_t open_brackets = 0;
};

// Whether a sentence may end after token `at`, before another of the same paragraph.
bool may_end_after(std::string_view text, std::span<const ByteSpan> tokens, std::uint32_t at);
void gather_end_features(std::string_view text, std::span<const ByteSpan> tokens,
                         std::uint32_t at, const SentenceSoFar& so_far, const SplitWords& words,
                         FeatureList& features);

// Follows quotes and brackets through the sentence.
void step_over(std::string_view text, ByteSpan token, SentenceSoFar& so_far);

// Two linear models, one for each question: does a word end here, does a sentence?
class Splitter {
 public:
  static Result<Splitter> load(const ModelFile& file);
  std::vector<ByteSpan> words_of(std::string_view text) const;
  // `tokens` of one paragraph.
  std::vector<TokenSpan> sentences_of(std::string_view text,
                                      std::span<const ByteSpan> tokens) const;

 private:
  bool says_yes(const FeatureTable& table, const FeatureList& features) const;

  SplitWords words_;
  FeatureTable cuts_;
  FeatureTable ends_;
};

}  // namespace verbale
