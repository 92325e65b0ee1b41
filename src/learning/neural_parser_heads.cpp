// SPDX-License-Identifier: Apache-2.0
// What the parser reads off the encoder: tags, names, trees. The encoder stands in
// neural_parser.cpp.
#include <algorithm>

#include "learning/neural_cells.h"
#include "learning/neural_decode.h"
#include "learning/neural_distance.h"
#include "learning/neural_gemm.h"
#include "learning/neural_parser.h"

namespace verbale {

namespace {

std::uint8_t best_of(std::span<const float> scores) {
  return static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

// Multiplies rounded rows with a head's matrix and makes floats of the sums.
struct Head {
  const Int8Matrix& matrix;
  std::span<const float> bias;
  std::size_t columns = 0;
  std::size_t positive = 0;
};

void run_head(const Head& head, std::size_t words, std::vector<float>& out,
              NeuralWorkspace& workspace, SimdLevel level) {
  workspace.sums.resize(words * head.matrix.outputs);
  out.resize(words * head.columns);
  multiply_int8(workspace.rounded.values, words, head.matrix, workspace.sums, workspace.shifted,
                level);
  unfold({.sums = workspace.sums.data(),
          .rows = words,
          .columns = head.columns,
          .sums_by_row = head.matrix.outputs,
          .row_scales = workspace.rounded.scales.data(),
          .column_scales = head.matrix.scales.data(),
          .bias = head.bias.data(),
          .positive = head.positive,
          .out = out.data()},
         level);
}

}  // namespace

void NeuralParser::read_tags(std::span<const Piece> batch, NeuralWorkspace& workspace) const {
  const NeuralShape& shape = section_.shape;
  run_head({section_.tags, section_.tag_bias, shape.tags(), 0}, workspace.begins.back(),
           workspace.scores, workspace, level_);
  const std::span<const std::uint8_t> pairs = section_.tag_pairs;
  const float* row = workspace.scores.data();
  for (const Piece& piece : batch) {
    for (std::size_t i = 0; i < piece.words.size(); ++i, row += shape.tags()) {
      const float* xpos = row + shape.upos_count;
      const std::uint8_t* best = pairs.data();
      for (std::size_t p = 2; p < pairs.size(); p += 2) {
        if (row[pairs[p]] + xpos[pairs[p + 1]] > row[best[0]] + xpos[best[1]]) best = &pairs[p];
      }
      piece.out->upos[piece.first + i] = best[0];
      piece.out->xpos[piece.first + i] = best[1];
    }
  }
}

void NeuralParser::read_names(std::span<const Piece> batch, NeuralWorkspace& workspace) const {
  const std::size_t kinds = section_.shape.name_count;
  run_head({section_.name_weights, section_.name_bias, kinds, 0}, workspace.begins.back(),
           workspace.scores, workspace, level_);
  for (std::size_t s = 0; s < batch.size(); ++s) {
    const std::size_t count = batch[s].words.size();
    decode_sequence(std::span(workspace.scores).subspan(workspace.begins[s] * kinds, count * kinds),
                    may_start_, may_follow_,
                    std::span(batch[s].out->names).subspan(batch[s].first, count));
  }
}

void NeuralParser::read_trees(std::span<const Piece> batch, NeuralWorkspace& workspace) const {
  const NeuralShape& shape = section_.shape;
  const std::size_t arcs = shape.arc_width;
  const std::size_t words = workspace.begins.back();
  run_head({section_.views, section_.view_bias, shape.views(), 2 * arcs}, words, workspace.views,
           workspace, level_);
  round_rows(workspace.views.data(), words, arcs, shape.views(), workspace.rounded, level_);
  run_head({section_.arcs, section_.arc_bias, arcs, 0}, words, workspace.asked, workspace, level_);
  run_head({section_.distances, section_.distance_bias, NeuralShape::kDistances, 0}, words,
           workspace.distances, workspace, level_);
  read_heads(batch, workspace);
  read_labels(batch, workspace);
}

void NeuralParser::read_heads(std::span<const Piece> batch, NeuralWorkspace& workspace) const {
  const NeuralShape& shape = section_.shape;
  const std::size_t arcs = shape.arc_width;
  for (std::size_t s = 0; s < batch.size(); ++s) {
    const std::size_t count = batch[s].words.size();
    const std::size_t columns = count + 1;
    // The heads side by side: the root, then each word.
    workspace.table.resize(columns * arcs);
    std::copy(section_.arc_root.begin(), section_.arc_root.end(), workspace.table.begin());
    for (std::size_t i = 0; i < count; ++i) {
      const float* head = workspace.views.data() + (workspace.begins[s] + i) * shape.views() + arcs;
      std::copy(head, head + arcs, workspace.table.data() + (i + 1) * arcs);
    }
    workspace.scores.resize(count * columns);
    multiply({count, columns, arcs}, {workspace.asked.data() + workspace.begins[s] * arcs, arcs},
             MatrixView{workspace.table.data(), arcs}.transposed(), workspace.scores.data(),
             columns, false, level_);
    for (std::size_t i = 0; i < count; ++i) {
      float* row = workspace.scores.data() + i * columns + 1;
      const float* distances =
          workspace.distances.data() + (workspace.begins[s] + i) * NeuralShape::kDistances;
      for (std::size_t j = 0; j < count; ++j) row[j] += distances[distance_class(i, j)];
    }
    decode_tree(workspace.scores, count,
                std::span(batch[s].out->heads).subspan(batch[s].first, count));
  }
}

void NeuralParser::read_labels(std::span<const Piece> batch, NeuralWorkspace& workspace) const {
  const NeuralShape& shape = section_.shape;
  const std::size_t width = shape.label_width;
  const std::size_t offset = 2 * std::size_t{shape.arc_width};
  const std::size_t words = workspace.begins.back();
  workspace.table.resize(words * width);
  float* pair = workspace.table.data();
  for (std::size_t s = 0; s < batch.size(); ++s) {
    const float* views = workspace.views.data() + workspace.begins[s] * shape.views() + offset;
    for (std::size_t i = 0; i < batch[s].words.size(); ++i, pair += width) {
      const std::size_t head = batch[s].out->heads[batch[s].first + i];
      const float* dependent = views + i * shape.views();
      const float* as_head =
          head == 0 ? section_.label_root.data() : views + (head - 1) * shape.views() + width;
      for (std::size_t j = 0; j < width; ++j) pair[j] = std::max(dependent[j] + as_head[j], 0.0F);
    }
  }
  round_rows(workspace.table.data(), words, width, width, workspace.rounded, level_);
  run_head({section_.labels, section_.label_bias, shape.deprel_count, 0}, words, workspace.scores,
           workspace, level_);
  float* row = workspace.scores.data();
  for (const Piece& piece : batch) {
    for (std::size_t i = 0; i < piece.words.size(); ++i, row += shape.deprel_count) {
      std::uint32_t& head = piece.out->heads[piece.first + i];
      // "root" labels the root and nothing else.
      row[root_label_] = -1e9F;
      piece.out->deprels[piece.first + i] =
          head == 0 ? root_label_ : best_of({row, shape.deprel_count});
      if (head != 0) head += static_cast<std::uint32_t>(piece.first);
    }
  }
}

}  // namespace verbale
