// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "learning/neural_int8.h"
#include "learning/neural_section.h"
#include "learning/neural_simd.h"

namespace verbale {

struct SentenceInput {
  std::span<const std::string_view> words;
};

// One entry a word. Numbers index the label lists of the parser.
struct SentenceOutput {
  std::vector<std::uint8_t> upos;  // A pair of tags that occurs in the training text.
  std::vector<std::uint8_t> xpos;
  std::vector<std::uint8_t> names;    // "O", "B-PER", …: an I always follows its B or I.
  std::vector<std::uint32_t> heads;   // Counted from 1 within the sentence; 0 is the root.
  std::vector<std::uint8_t> deprels;  // Heads and relations form one tree with one root.
};

// Memory that one thread works in; keeps its size from call to call.
struct NeuralWorkspace {
  std::vector<std::size_t> begins;
  std::vector<std::uint32_t> rows;
  std::vector<float> state, next, scores, views, asked, distances, table;
  std::vector<std::int32_t> sums;
  std::vector<std::uint8_t> shifted;
  Int8Rows rounded;
};

// Tags, names and trees for sentences of words, from one small network in whole numbers: the same
// answers on every machine. Reads in place; may be shared by threads, each with a workspace.
class NeuralParser {
 public:
  // Sentences longer than this are read in pieces; the tree of each further piece hangs on the
  // root of the first.
  static constexpr std::size_t kPieceWordsMax = 256;

  // The bytes of the section must outlive the parser.
  static Result<NeuralParser> open(std::span<const std::byte> section,
                                   SimdLevel level = chosen_simd());

  // REQUIRES: as many outputs as inputs.
  // An answer depends on its own sentence only, not on its neighbours.
  void parse(std::span<const SentenceInput> in, std::span<SentenceOutput> out,
             NeuralWorkspace& workspace) const;

  const std::vector<std::string>& upos_names() const { return section_.upos; }
  const std::vector<std::string>& xpos_names() const { return section_.xpos; }
  const std::vector<std::string>& deprel_names() const { return section_.deprels; }
  const std::vector<std::string>& name_names() const { return section_.names; }

 private:
  // A run of one sentence's words, of which several make a batch.
  struct Piece {
    std::span<const std::string_view> words;
    SentenceOutput* out = nullptr;
    std::size_t first = 0;  // Where its words start in the sentence.
  };

  NeuralParser(NeuralSection section, SimdLevel level);

  void run_batch(std::span<const Piece> batch, NeuralWorkspace& workspace) const;
  void embed(std::span<const Piece> batch, NeuralWorkspace& workspace) const;
  void run_layer(std::span<const Piece> batch, std::size_t layer, NeuralWorkspace& workspace) const;
  void read_tags(std::span<const Piece> batch, NeuralWorkspace& workspace) const;
  void read_names(std::span<const Piece> batch, NeuralWorkspace& workspace) const;
  void read_trees(std::span<const Piece> batch, NeuralWorkspace& workspace) const;
  void read_heads(std::span<const Piece> batch, NeuralWorkspace& workspace) const;
  void read_labels(std::span<const Piece> batch, NeuralWorkspace& workspace) const;
  void join_pieces(SentenceOutput& out) const;

  NeuralSection section_;
  SimdLevel level_;
  std::vector<std::uint8_t> may_start_;   // Which name labels may open a sentence,
  std::vector<std::uint8_t> may_follow_;  // and which may follow which.
  std::uint8_t root_label_ = 0;
  std::uint8_t piece_label_ = 0;
};

}  // namespace verbale
