// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
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

// What a word with a dot at its end is (data/en/abbreviations.tsv).
enum class DotKind : std::uint8_t {
  kNone,
  kUnsure,  // May be another word before a full stop: "No."
  kWord,    // Mostly keeps its dot, may end a sentence: "a.m."
  kTitle,   // Keeps its dot, never ends a sentence: "Gen."
};

// "unsure", "word", "title"; nothing for another name.
std::optional<DotKind> dot_kind_of(std::string_view name);

// Words that splitting must know: abbreviations, capitals and all, and words that hide two
// ("cannot" 3: cut after so many bytes), in any case.
class SplitWords {
 public:
  SplitWords() = default;
  SplitWords(HashValues abbreviations, HashValues contractions)
      : abbreviations_(abbreviations), contractions_(contractions) {}
  // Of `word` and the dot behind it, which is no part of `word`.
  DotKind dot_after(std::string_view word) const;
  // Where to cut `word`; 0 when it is no contraction.
  std::size_t cut_of(std::string_view word) const;
  // The keys that build such maps.
  static std::uint64_t abbreviation_key(std::string_view word);
  static std::uint64_t contraction_key(std::string_view word);

 private:
  HashValues abbreviations_;
  HashValues contractions_;
};

// The stretches of `text` without white space, cut after kChunkBytesMax bytes.
std::vector<ByteSpan> chunks_of(std::string_view text);
inline constexpr std::uint32_t kChunkBytesMax = 500;
// Where words may part within `chunk`: bytes from its start, ascending.
std::vector<std::uint32_t> places_in(std::string_view chunk, const SplitWords& words);

// Whether the word from `begin` to `place` keeps the dot behind it, so that there is no question.
bool keeps_dot(std::string_view chunk, std::uint32_t begin, std::uint32_t place,
               const SplitWords& words);

// What holds for all places of a chunk, found out once.
struct ChunkFacts {
  std::string_view text;
  std::uint64_t next =
      0;  // 0 nothing of its paragraph behind it, else the kind of the next letter.
  std::uint64_t dashes = 0;   // 3: or more.
  std::uint64_t address = 0;  // 1 of mail, 2 of the web.
  std::uint64_t hash = 0;
};
ChunkFacts facts_of(std::string_view text, ByteSpan chunk);

struct CutPlace {
  const ChunkFacts& chunk;
  std::uint32_t place = 0;
  std::uint32_t begin = 0;  // Where the present word began.
};
// The features of parting a chunk at a place.
void gather_cut_features(const CutPlace& cut, const SplitWords& words, FeatureList& features);

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
bool may_end_after(std::string_view text, std::span<const ByteSpan> tokens, std::uint32_t at,
                   const SplitWords& words);
void gather_end_features(std::string_view text, std::span<const ByteSpan> tokens, std::uint32_t at,
                         const SentenceSoFar& so_far, const SplitWords& words,
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
