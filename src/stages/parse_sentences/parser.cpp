// SPDX-License-Identifier: Apache-2.0
#include "stages/parse_sentences/parser.h"

#include <algorithm>
#include <array>

namespace verbale {

MoveSet::MoveSet(std::span<const Move> arcs) : moves_{{MoveKind::kShift}, {MoveKind::kReduce}} {
  for (const Move& arc : arcs) {
    const bool is_arc = arc.kind == MoveKind::kLeft || arc.kind == MoveKind::kRight;
    if (is_arc && moves_.size() < kLanes) moves_.push_back(arc);
  }
}

MoveSet MoveSet::from_numbers(std::span<const std::uint8_t> numbers) {
  std::vector<Move> arcs;
  for (std::size_t i = 0; i + 2 <= numbers.size(); i += 2) {
    if (numbers[i] > 1 || numbers[i + 1] >= kDeprelCount) continue;
    arcs.push_back({numbers[i] == 0 ? MoveKind::kLeft : MoveKind::kRight,
                    static_cast<Deprel>(numbers[i + 1])});
  }
  return MoveSet(arcs);
}

std::vector<std::uint8_t> MoveSet::numbers() const {
  std::vector<std::uint8_t> numbers;
  for (const Move& move : moves_) {
    if (move.kind == MoveKind::kShift || move.kind == MoveKind::kReduce) continue;
    numbers.push_back(move.kind == MoveKind::kLeft ? 0 : 1);
    numbers.push_back(static_cast<std::uint8_t>(move.label));
  }
  return numbers;
}

std::size_t MoveSet::lane_of(Move move) const {
  if (move.kind == MoveKind::kShift) return 0;
  if (move.kind == MoveKind::kReduce) return 1;
  const auto found = std::find(moves_.begin() + 2, moves_.end(), move);
  return found == moves_.end() ? kNoLane : static_cast<std::size_t>(found - moves_.begin());
}

Result<Parser> Parser::load(const ModelFile& file) {
  Parser parser;
  Result<FeatureTable> table = FeatureTable::load(file, "parse");
  if (!table.ok()) return table.error();
  parser.table_ = table.take();
  parser.moves_ = MoveSet::from_numbers(file.array<std::uint8_t>("parse.moves"));
  const auto has = [&](MoveKind kind) {
    for (std::size_t lane = 0; lane < parser.moves_.size(); ++lane) {
      if (parser.moves_.move(lane).kind == kind) return true;
    }
    return false;
  };
  const bool can_end = has(MoveKind::kLeft) && has(MoveKind::kRight);
  if (!can_end || parser.table_.lanes() != MoveSet::kLanes) {
    return Error{file.origin(), "has no usable section 'parse.moves'",
                 "fetch the model again, or make it with 'verbale train'"};
  }
  return parser;
}

std::vector<ParsedWord> Parser::parse(std::span<const ParseWord> words) const {
  ParseState state(words.size());
  std::array<std::int16_t, MoveSet::kLanes> scores{};
  FeatureList features;
  while (!state.is_done()) {
    if (state.stack_size() == 0) {
      state.apply({MoveKind::kShift});
      continue;
    }
    gather_parse_features(state, words, features);
    table_.score(features.all(), scores);
    state.apply(moves_.move(moves_.best(state, std::span<const std::int16_t>(scores))));
  }
  std::vector<ParsedWord> parsed(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = static_cast<std::int32_t>(i);
    parsed[i] = {state.head(word), state.label(word)};
  }
  return parsed;
}

}  // namespace verbale
