// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/syntax.h"

namespace verbale {

enum class MoveKind : std::uint8_t { kShift, kReduce, kLeft, kRight };

// What the parser can do next. kLeft hangs the top of the stack on the front of the buffer,
// kRight the other way round.
struct Move {
  MoveKind kind = MoveKind::kShift;
  Deprel label = Deprel::kDep;
  bool operator==(const Move&) const = default;
};

// A sentence half parsed (arc-eager: Nivre 2008; with Unshift for one root: Nivre and
// Fernández-González 2014). Words are counted from 0; kNone stands for no word.
class ParseState {
 public:
  static constexpr std::int32_t kNone = -1;

  explicit ParseState(std::size_t size);

  bool is_done() const { return next_ == kNone; }
  bool allows(MoveKind kind) const;
  // REQUIRES: allows(move.kind).
  void apply(Move move);

  std::int32_t stack(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNone;
  }
  std::size_t stack_size() const { return stack_.size(); }
  // The word `ahead` places behind the front of the buffer.
  std::int32_t buffer(std::int32_t ahead) const {
    if (next_ == kNone) return kNone;
    if (ahead == 0) return next_;
    // An unshifted word is the last of its buffer.
    const std::int32_t at = is_unshifted_ ? kNone : next_ + ahead;
    return at < size_ ? at : kNone;
  }
  bool in_buffer(std::int32_t word) const {
    return word == next_ || (!is_unshifted_ && word > next_);
  }

  std::int32_t size() const { return size_; }
  std::int32_t head(std::int32_t word) const { return nodes_[index(word)].head; }
  Deprel label(std::int32_t word) const { return nodes_[index(word)].label; }
  // The outermost child on a side, and the next within.
  std::int32_t left(std::int32_t word, std::size_t nth) const {
    return nodes_[index(word)].left[nth];
  }
  std::int32_t right(std::int32_t word, std::size_t nth) const {
    return nodes_[index(word)].right[nth];
  }
  std::uint32_t left_count(std::int32_t word) const { return nodes_[index(word)].left_count; }
  std::uint32_t right_count(std::int32_t word) const { return nodes_[index(word)].right_count; }
  // A bit for each relation among the children of a side.
  std::uint64_t left_labels(std::int32_t word) const { return nodes_[index(word)].left_labels; }
  std::uint64_t right_labels(std::int32_t word) const { return nodes_[index(word)].right_labels; }

 private:
  struct Node {
    std::int32_t head = kNone;
    Deprel label = Deprel::kRoot;
    std::array<std::int32_t, 2> left{kNone, kNone};
    std::array<std::int32_t, 2> right{kNone, kNone};
    std::uint32_t left_count = 0;
    std::uint32_t right_count = 0;
    std::uint64_t left_labels = 0;
    std::uint64_t right_labels = 0;
  };
  static std::size_t index(std::int32_t word) { return static_cast<std::size_t>(word); }
  void add_arc(std::int32_t head, std::int32_t child, Deprel label);
  // Takes the moves that need no choice once the buffer has run out.
  void finish();

  std::int32_t size_;
  std::int32_t next_ = 0;  // The front of the buffer.
  bool is_unshifted_ = false;
  std::vector<std::int32_t> stack_;
  std::vector<Node> nodes_;
};

}  // namespace verbale
