// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "document/references.h"
#include "document/syntax.h"

namespace verbale {

// Finds mentions by token. Keeps a reference to the mentions, which must outlive it and not change;
// read-only, so threads may share it.
class MentionIndex {
 public:
  MentionIndex(const References& references, const Syntax& syntax);

  // The widest mention whose head is this token, dates left out; null for none.
  const Mention* headed_by(std::uint32_t token) const;

  // The narrowest mention that holds this token, dates left out; null for none.
  const Mention* innermost(std::uint32_t token) const;

  // The date whose words hold this token; null for none.
  const Mention* date_at(std::uint32_t token) const;

  // The place whose head is this token, or whose words hold it; null for none.
  const Mention* place_at(std::uint32_t token) const;

 private:
  const Mention* at(const std::vector<std::uint32_t>& slots, std::uint32_t token) const;

  const References& references_;
  // Index of a mention plus one, for each token; 0 for none.
  std::vector<std::uint32_t> by_head_;
  std::vector<std::uint32_t> innermost_;
  std::vector<std::uint32_t> dates_;
  std::vector<std::uint32_t> places_;
};

}  // namespace verbale
