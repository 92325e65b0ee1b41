// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/event.h"
#include "document/found_act.h"
#include "grammar/tree.h"
#include "stages/bind_parties/side_finder.h"

namespace verbale {

// Recipients that stand behind the words of an act: "rejected an appeal filed by the ministry",
// "lifted its ban on travel to Chad". Keeps references to tree and sides, which must outlive it.
class WiderRecipients {
 public:
  WiderRecipients(const Tree& tree, const SideFinder& sides) : tree_(tree), sides_(sides) {}

  // Gives an event with actors and without recipients those whom its phrases have to do with, then
  // those whom the rest of the clause names, then the place of an act that is done to places, then
  // those whose turn it is ("until Cuba reforms"), at last the words themselves. False when nobody
  // and nothing is named.
  bool take(const FoundAct& act, PloverType type, Event& event) const;

  // Adds a recipient, but neither an actor of the event nor what an actor has of its own.
  void add_unless_actor(Event& event, const EventParty& party) const;

  // Of a protest somewhere that says whom it addresses: those instead of the place.
  void prefer_addressed(const FoundAct& act, Event& event) const;

 private:
  void take_around(std::uint32_t head, bool with_places, Event& event) const;
  void take_phrases_of(std::uint32_t verb, bool with_places, Event& event) const;
  void take_addressed(std::uint32_t verb, Event& event) const;
  void take_purpose_of(std::uint32_t verb, bool with_places, Event& event) const;
  bool take_who_must_first(std::uint32_t verb, Event& event) const;
  bool take_words(const FoundAct& act, PloverType type, Event& event) const;
  bool is_nameable(std::uint32_t head, const Event& event) const;

  const Tree& tree_;
  const SideFinder& sides_;
};

}  // namespace verbale
