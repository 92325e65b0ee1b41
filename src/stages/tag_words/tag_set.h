// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "document/syntax.h"

namespace verbale {

// A part of speech and a Penn tag that go together.
struct TagPair {
  Upos upos = Upos::kX;
  XposId xpos = 0;
  bool operator==(const TagPair&) const = default;
};

// The pairs that a model knows, each by its number.
class TagSet {
 public:
  static constexpr std::size_t kPairsMax = 250;

  TagSet() = default;
  // `pairs` beyond kPairsMax are left out.
  explicit TagSet(std::span<const TagPair> pairs);
  // Two numbers a pair: UPOS, Penn tag. Numbers that cannot be are left out.
  static TagSet from_numbers(std::span<const std::uint8_t> numbers);
  std::vector<std::uint8_t> numbers() const;

  std::size_t size() const { return pairs_.size(); }
  TagPair at(std::size_t number) const { return pairs_[number]; }
  // size() when the pair is unknown.
  std::size_t find(TagPair pair) const;

 private:
  std::vector<TagPair> pairs_;
};

}  // namespace verbale
