// SPDX-License-Identifier: Apache-2.0
#include "document/mention_index.h"

namespace verbale {

MentionIndex::MentionIndex(const References& references, const Syntax& syntax)
    : references_(references),
      by_head_(syntax.tokens.size(), 0),
      innermost_(syntax.tokens.size(), 0),
      dates_(syntax.tokens.size(), 0),
      places_(syntax.tokens.size(), 0) {
  const auto size_at = [&](std::uint32_t slot) {
    return references_.mentions[slot - 1].tokens.size();
  };
  for (std::uint32_t i = 0; i < references.mentions.size(); ++i) {
    const Mention& mention = references.mentions[i];
    const std::uint32_t slot = i + 1;
    if (mention.kind != MentionKind::kDate && mention.head < by_head_.size()) {
      std::uint32_t& head = by_head_[mention.head];
      if (head == 0 || size_at(head) < mention.tokens.size()) head = slot;
    }
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
      if (mention.kind == MentionKind::kDate) {
        if (dates_[t] == 0) dates_[t] = slot;
        continue;
      }
      if (innermost_[t] == 0 || mention.tokens.size() < size_at(innermost_[t])) {
        innermost_[t] = slot;
      }
      if (mention.place && places_[t] == 0) places_[t] = slot;
    }
  }
}

const Mention* MentionIndex::at(const std::vector<std::uint32_t>& slots,
                                std::uint32_t token) const {
  if (token >= slots.size() || slots[token] == 0) return nullptr;
  return &references_.mentions[slots[token] - 1];
}

const Mention* MentionIndex::headed_by(std::uint32_t token) const { return at(by_head_, token); }
const Mention* MentionIndex::innermost(std::uint32_t token) const { return at(innermost_, token); }
const Mention* MentionIndex::date_at(std::uint32_t token) const { return at(dates_, token); }
const Mention* MentionIndex::place_at(std::uint32_t token) const { return at(places_, token); }

}  // namespace verbale
