// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/fuse_events/fuse_events.h"

namespace verbale {

// A claim made ready to be compared with many.
struct Report {
  const FuseClaim* given = nullptr;
  const Claim* claim = nullptr;
  std::uint8_t kind = 0;         // Claims of different kinds of truth are never of one event.
  std::optional<DayRange> when;  // As told; a stretch of a month or less.
  std::optional<Day> published;
  bool place_is_wide = false;
  std::string place;                 // Lower case; empty: none.
  std::string sentence;              // Lower case.
  std::vector<std::uint32_t> words;  // Of the sentence, by their stems; ascending.
  std::vector<std::uint32_t> actor_words, recipient_words;  // Of parties nobody knows.
};

Report report_of(const FuseClaim& given, bool place_is_wide);

// How much speaks for two reports being of one event; nothing when something speaks against it that
// no likeness outweighs: other days, other towns, other sides.
std::optional<double> likeness(const Report& a, const Report& b);
// From this likeness on they are of one event.
inline constexpr double kSameEvent = 3.5;

}  // namespace verbale
