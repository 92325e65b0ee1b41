// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "document/event.h"
#include "grammar/tree.h"
#include "lexicon/vocabulary.h"
#include "stages/bind_parties/side_finder.h"

namespace verbale {

// Sides that a noun for an act does not name itself and that the sentence around it lends.
class BorrowedSides {
 public:
  BorrowedSides(const Tree& tree, const SideFinder& sides, const Vocabulary& vocabulary,
                const WordClasses& classes);

  // Adds them to `event`, whose noun is `head`; `before` are the events bound so far.
  void take(std::uint32_t head, PloverType act, bool is_mutual, const std::vector<Event>& before,
            Event& event) const;

  // True for a noun that names a condition or what waits for one: "made the release a condition for
  // talks", "in exchange for the release". It speaks of an act though it names one side only.
  bool is_bargain(std::uint32_t head) const;

 private:
  void take_other_side(std::uint32_t head, Event& event) const;
  void take_planner(std::uint32_t head, Event& event) const;
  void take_denied(std::uint32_t head, PloverType act, const std::vector<Event>& before,
                   Event& event) const;
  bool is_object_of(std::uint32_t head, const std::vector<std::string_view>& verbs) const;
  std::vector<EventParty> subject_of(std::uint32_t verb) const;

  const Tree& tree_;
  const SideFinder& sides_;
  std::vector<std::string_view> denying_verbs_;   // Sorted.
  std::vector<std::string_view> planning_verbs_;  // Sorted.
  std::vector<std::string_view> planning_nouns_;  // Sorted.
  std::vector<std::string_view> bargain_words_;   // Sorted.
};

}  // namespace verbale
