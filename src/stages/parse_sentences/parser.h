// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/result.h"
#include "learning/feature_table.h"
#include "learning/model_file.h"
#include "stages/parse_sentences/parse_features.h"
#include "stages/parse_sentences/parse_state.h"

namespace verbale {

// The moves that have a lane in the model. Lanes 0 and 1 are shift and reduce.
class MoveSet {
 public:
  static constexpr std::size_t kLanes = 64;
  static constexpr std::size_t kNoLane = kLanes;

  MoveSet() : MoveSet(std::span<const Move>{}) {}
  // `arcs` beyond the lanes there are, and moves that are no arcs, are left out.
  explicit MoveSet(std::span<const Move> arcs);
  // Two numbers an arc: 0 left, 1 right; relation.
  static MoveSet from_numbers(std::span<const std::uint8_t> numbers);
  std::vector<std::uint8_t> numbers() const;

  std::size_t size() const { return moves_.size(); }
  Move move(std::size_t lane) const { return moves_[lane]; }
  std::size_t lane_of(Move move) const;

  // The lane of the highest score among the moves that `state` allows.
  template <typename Score>
  std::size_t best(const ParseState& state, std::span<const Score> scores) const {
    bool allowed[4];
    for (std::size_t kind = 0; kind < 4; ++kind) {
      allowed[kind] = state.allows(static_cast<MoveKind>(kind));
    }
    std::size_t best = kNoLane;
    for (std::size_t lane = 0; lane < moves_.size(); ++lane) {
      if (!allowed[static_cast<std::size_t>(moves_[lane].kind)]) continue;
      if (best == kNoLane || scores[lane] > scores[best]) best = lane;
    }
    return best;
  }

 private:
  std::vector<Move> moves_;
};

struct ParsedWord {
  std::int32_t head = ParseState::kNone;  // Within the sentence, from 0; kNone for the root.
  Deprel label = Deprel::kRoot;
};

// A linear model that moves through a sentence once, from left to right: linear time.
class Parser {
 public:
  static Result<Parser> load(const ModelFile& file);
  // One tree over the words, with one root.
  std::vector<ParsedWord> parse(std::span<const ParseWord> words) const;

 private:
  MoveSet moves_;
  FeatureTable table_;
};

}  // namespace verbale
