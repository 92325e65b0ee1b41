// SPDX-License-Identifier: Apache-2.0
#include "stages/parse_sentences/parse_state.h"

#include "core/check.h"

namespace verbale {

static_assert(kDeprelCount <= 64, "sets of relations are 64 bits");

ParseState::ParseState(std::size_t size) : size_(static_cast<std::int32_t>(size)), nodes_(size) {
  stack_.reserve(64);
  if (size == 0) next_ = kNone;
}

bool ParseState::allows(MoveKind kind) const {
  if (is_done()) return false;
  if (stack_.empty()) return kind == MoveKind::kShift;
  const bool has_head = head(stack_.back()) != kNone;
  switch (kind) {
    case MoveKind::kShift: return !is_unshifted_;
    case MoveKind::kReduce: return has_head;
    case MoveKind::kLeft: return !has_head;
    case MoveKind::kRight: return true;
  }
  return false;
}

void ParseState::add_arc(std::int32_t head, std::int32_t child, Deprel label) {
  nodes_[index(child)].head = head;
  nodes_[index(child)].label = label;
  Node& node = nodes_[index(head)];
  const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(label);
  if (child < head) {
    node.left = {child, node.left[0]};
    ++node.left_count;
    node.left_labels |= bit;
  } else {
    node.right = {child, node.right[0]};
    ++node.right_count;
    node.right_labels |= bit;
  }
}

void ParseState::apply(Move move) {
  VERBALE_CHECK(allows(move.kind));
  switch (move.kind) {
    case MoveKind::kReduce:
      stack_.pop_back();
      break;
    case MoveKind::kLeft:
      add_arc(next_, stack_.back(), move.label);
      stack_.pop_back();
      break;
    case MoveKind::kRight:
      add_arc(stack_.back(), next_, move.label);
      [[fallthrough]];
    case MoveKind::kShift:
      stack_.push_back(next_);
      next_ = is_unshifted_ || next_ + 1 == size_ ? kNone : next_ + 1;
      is_unshifted_ = false;
      break;
  }
  if (next_ == kNone) finish();
}

void ParseState::finish() {
  while (stack_.size() > 1 && head(stack_.back()) != kNone) stack_.pop_back();
  // The only word without a head is the root.
  if (stack_.size() == 1) return;
  next_ = stack_.back();
  stack_.pop_back();
  is_unshifted_ = true;
}

}  // namespace verbale
