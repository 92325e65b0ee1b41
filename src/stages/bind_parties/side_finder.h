// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "document/event.h"
#include "document/mention_index.h"
#include "grammar/tree.h"
#include "lexicon/vocabulary.h"

namespace verbale {

// The parties that a noun phrase stands for.
class SideFinder {
 public:
  SideFinder(const Tree& tree, std::string_view text, const References& references,
             const MentionIndex& mentions, const Vocabulary& vocabulary,
             const WordClasses& classes);

  // The parties of the phrase headed by `head`, those beside it ("France and Italy") included:
  // the mention it heads, the members of a group, what it counts ("dozens of rebels"), whom it
  // belongs to ("Iranian sites", "the ministry's building"). Empty when it is nobody.
  std::vector<EventParty> parties_of(std::uint32_t head) const;

  // The phrase itself as a party without codes: what is rejected or seized and belongs to nobody
  // that the text names.
  EventParty phrase_as_party(std::uint32_t head) const;

  // True for a pronoun that no one was found for.
  bool is_unresolved_pronoun(std::uint32_t head) const;

 private:
  void add_phrase(std::uint32_t head, std::vector<EventParty>& parties, int depth) const;
  bool add_mention(const Mention& mention, std::vector<EventParty>& parties) const;
  bool add_owner(std::uint32_t head, std::vector<EventParty>& parties, int depth) const;
  bool is_counter(std::uint32_t head) const;
  bool add_place(const Mention& mention, std::vector<EventParty>& parties) const;
  bool is_joined(std::uint32_t child) const;
  TokenSpan name_for(const Mention& pronoun) const;
  const Mention* mention_at(std::uint32_t head) const;

  const Tree& tree_;
  std::string_view text_;
  const References& references_;
  const MentionIndex& mentions_;
  std::vector<std::string_view> partitives_;
};

// Adds a party unless the same one stands there already.
void add_party(std::vector<EventParty>& parties, EventParty party);

// The same party: the same entity, or the same code and name.
bool is_same_party(const EventParty& a, const EventParty& b);

}  // namespace verbale
