// SPDX-License-Identifier: Apache-2.0
#include "learning/neural_parser.h"

#include <algorithm>

#include "learning/neural_cells.h"
#include "learning/neural_decode.h"
#include "learning/neural_features.h"
#include "learning/neural_gemm.h"

namespace verbale {

namespace {

// Enough rows to use each weight many times while the sums stay in the second cache.
constexpr std::size_t kBatchWords = 192;

std::uint8_t place_of(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? 0 : static_cast<std::uint8_t>(found - names.begin());
}

// "I-PER" goes on from "B-PER" and "I-PER" only.
bool may_name_follow(const std::string& before, const std::string& after) {
  if (!after.starts_with("I-")) return true;
  return before.size() > 1 && before.substr(1) == after.substr(1);
}

}  // namespace

Result<NeuralParser> NeuralParser::open(std::span<const std::byte> section, SimdLevel level) {
  auto read = read_neural_section(section);
  if (!read.ok()) return read.error();
  return NeuralParser(read.take(), level);
}

NeuralParser::NeuralParser(NeuralSection section, SimdLevel level)
    : section_(std::move(section)), level_(level) {
  for (const std::string& before : section_.names) {
    may_start_.push_back(may_name_follow("", before));
    for (const std::string& after : section_.names) {
      may_follow_.push_back(may_name_follow(before, after));
    }
  }
  root_label_ = place_of(section_.deprels, "root");
  piece_label_ = place_of(section_.deprels, "parataxis");
}

void NeuralParser::parse(std::span<const SentenceInput> in, std::span<SentenceOutput> out,
                         NeuralWorkspace& workspace) const {
  VERBALE_CHECK(in.size() == out.size());
  std::vector<Piece> batch;
  std::size_t words = 0;
  for (std::size_t s = 0; s < in.size(); ++s) {
    const std::size_t count = in[s].words.size();
    for (auto* list : {&out[s].upos, &out[s].xpos, &out[s].names, &out[s].deprels}) {
      list->assign(count, 0);
    }
    out[s].heads.assign(count, 0);
    for (std::size_t first = 0; first < count; first += kPieceWordsMax) {
      const std::size_t size = std::min(kPieceWordsMax, count - first);
      if (!batch.empty() && words + size > kBatchWords) {
        run_batch(batch, workspace);
        batch.clear();
        words = 0;
      }
      batch.push_back({in[s].words.subspan(first, size), &out[s], first});
      words += size;
    }
  }
  if (!batch.empty()) run_batch(batch, workspace);
  for (SentenceOutput& sentence : out) {
    if (sentence.heads.size() > kPieceWordsMax) join_pieces(sentence);
  }
}

void NeuralParser::run_batch(std::span<const Piece> batch, NeuralWorkspace& workspace) const {
  workspace.begins.assign(1, 0);
  for (const Piece& piece : batch) {
    workspace.begins.push_back(workspace.begins.back() + piece.words.size());
  }
  embed(batch, workspace);
  const NeuralShape& shape = section_.shape;
  const std::size_t words = workspace.begins.back();
  for (std::size_t layer = 0; layer < shape.layers; ++layer) {
    round_rows(workspace.state.data(), words, shape.state(), shape.state(), workspace.rounded,
               level_);
    if (layer == shape.tag_layer) read_tags(batch, workspace);
    if (layer == shape.name_layer) read_names(batch, workspace);
    run_layer(batch, layer, workspace);
  }
  round_rows(workspace.state.data(), words, shape.state(), shape.state(), workspace.rounded,
             level_);
  if (shape.tag_layer == shape.layers) read_tags(batch, workspace);
  if (shape.name_layer == shape.layers) read_names(batch, workspace);
  read_trees(batch, workspace);
}

void NeuralParser::embed(std::span<const Piece> batch, NeuralWorkspace& workspace) const {
  const NeuralShape& shape = section_.shape;
  const FeatureIndex word_index(section_.words.slots);
  const FeatureIndex part_index(section_.parts.slots);
  workspace.state.assign(workspace.begins.back() * shape.state(), 0.0F);
  const auto add = [&](const FeatureIndex& index, std::span<const std::uint64_t> hashes,
                       const NeuralSection::Table& table, std::size_t width, float* to) {
    workspace.rows.clear();
    for (const std::uint64_t hash : hashes) {
      const std::uint32_t row = index.row_of(hash);
      if (row != FeatureIndex::kNoRow) workspace.rows.push_back(row);
    }
    add_table_rows({.values = table.values.data(),
                    .scales = table.scales.data(),
                    .width = width,
                    .rows = workspace.rows.data(),
                    .count = workspace.rows.size(),
                    .to = to},
                   level_);
  };
  float* to = workspace.state.data();
  for (const Piece& piece : batch) {
    for (const std::string_view word : piece.words) {
      const WordFeatures features = features_of(word);
      add(word_index, features.words(), section_.words, shape.word_width, to);
      add(part_index, features.parts(), section_.parts, shape.part_width, to + shape.word_width);
      to += shape.state();
    }
  }
}

void NeuralParser::run_layer(std::span<const Piece> batch, std::size_t layer,
                             NeuralWorkspace& workspace) const {
  const NeuralShape& shape = section_.shape;
  const NeuralSection::Layer& own = section_.layers[layer];
  const std::size_t words = workspace.begins.back();
  const std::size_t state = shape.state();
  const std::size_t hidden = shape.hidden;
  const std::size_t columns = own.weights.outputs;
  workspace.sums.resize(words * columns);
  workspace.next.resize(words * state);
  multiply_int8(workspace.rounded.values, words, own.weights, workspace.sums, workspace.shifted,
                level_);
  for (std::size_t s = 0; s < batch.size(); ++s) {
    const std::size_t first = workspace.begins[s];
    for (const std::size_t side : {0U, 1U}) {
      run_cells({.hidden = hidden,
                 .rows = batch[s].words.size(),
                 .backwards = side == 1,
                 .sums_by_row = columns,
                 .state_by_row = state,
                 .sums = workspace.sums.data() + first * columns + side * 3 * hidden,
                 .row_scales = workspace.rounded.scales.data() + first,
                 .column_scales = own.weights.scales.data() + side * 3 * hidden,
                 .input = workspace.state.data() + first * state + side * hidden,
                 .forget_state = own.forget_state.data() + side * hidden,
                 .reset_state = own.reset_state.data() + side * hidden,
                 .forget_bias = own.forget_bias.data() + side * hidden,
                 .reset_bias = own.reset_bias.data() + side * hidden,
                 .out = workspace.next.data() + first * state + side * hidden},
                level_);
    }
  }
  std::swap(workspace.state, workspace.next);
}

void NeuralParser::join_pieces(SentenceOutput& out) const {
  const auto first_root = static_cast<std::uint32_t>(
      std::find(out.heads.begin(), out.heads.end(), 0) - out.heads.begin() + 1);
  for (std::size_t i = first_root; i < out.heads.size(); ++i) {
    if (out.heads[i] != 0) continue;
    out.heads[i] = first_root;
    out.deprels[i] = piece_label_;
  }
}

}  // namespace verbale
