// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
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
             const WordClasses& classes, std::span<const ByteSpan> given);

  // The parties of the phrase headed by `head`, those beside it ("France and Italy") included:
  // what the sender marked, the mention it heads, the members of a group, what it counts ("dozens
  // of rebels"), whom it belongs to ("Iranian sites", "the ministry's building"). Empty when it is
  // nobody.
  std::vector<EventParty> parties_of(std::uint32_t head) const;

  // The phrase itself as a party without codes: what is rejected or seized and belongs to nobody
  // that the text names.
  EventParty phrase_as_party(std::uint32_t head) const;

  // The parties that a phrase has to do with without being them, those of the closest tie: whom it
  // belongs to, who made it ("an appeal filed by …"), whom it speaks of ("claims that two soldiers
  // …"), what hangs on it with a preposition, places last and only `with_places`. Those in `except` do
  // not count. Empty when none.
  std::vector<EventParty> parties_around(std::uint32_t head, bool with_places,
                                         std::span<const EventParty> except) const;

  // True when the words of `thing` say that it is the owner's: "its troops", "Kenya's police".
  bool is_owned_by(const EventParty& thing, const EventParty& owner) const;

  // True when a possessor on the phrase says that it is the owner's.
  bool belongs_to(std::uint32_t head, const EventParty& owner) const;

  // True for a phrase that names a group, whoever is in it: "both sides".
  bool is_group(std::uint32_t head) const;

  // True for a word of a date: "Thursday".
  bool is_date(std::uint32_t head) const { return mentions_.date_at(head) != nullptr; }

  // True for a phrase that says where: "in Kenya", "near the border".
  // True for a phrase that says who told: "according to the elders".
  bool is_source(std::uint32_t head) const;
  // True for a phrase that says where something is: "in Lomé".
  bool is_whereabouts(std::uint32_t head) const;
  bool is_location(std::uint32_t head) const;

  // True for a pronoun that no one was found for.
  bool is_unresolved_pronoun(std::uint32_t head) const;

 private:
  void add_phrase(std::uint32_t head, std::vector<EventParty>& parties, int depth) const;
  bool add_given(std::uint32_t head, std::vector<EventParty>& parties) const;
  bool add_mention(const Mention& mention, std::vector<EventParty>& parties) const;
  void add_joined_before(const Mention& mention, std::uint32_t head,
                         std::vector<EventParty>& parties) const;
  bool add_owner(std::uint32_t head, std::vector<EventParty>& parties, int depth) const;
  bool is_counter(std::uint32_t head) const;
  bool add_place(const Mention& mention, std::vector<EventParty>& parties) const;
  bool is_joined(std::uint32_t child) const;
  TokenSpan name_for(const Mention& pronoun) const;
  void add_owner_before(std::uint32_t head, std::vector<EventParty>& parties, int depth) const;
  bool add_neighbour(std::uint32_t head, std::vector<EventParty>& parties, int depth) const;
  void add_masters(std::uint32_t head, std::vector<EventParty>& parties, int depth) const;
  void add_makers(std::uint32_t head, std::vector<EventParty>& parties) const;
  // Whom to look for around a phrase, and who was found.
  struct Around {
    bool with_places = false;
    std::span<const EventParty> except;
    std::vector<EventParty> parties;
  };
  void add_around(std::uint32_t head, int depth, Around& around) const;
  void add_phrase_below(std::uint32_t child, int depth, Around& around) const;
  void drop_excepted(Around& around) const;
  const Mention* mention_at(std::uint32_t head) const;

  const Tree& tree_;
  std::string_view text_;
  const References& references_;
  const MentionIndex& mentions_;
  std::span<const ByteSpan> given_;
  std::vector<std::string_view> partitives_;
  std::vector<std::string_view> money_units_;
  std::vector<std::string_view> whereabouts_;
  std::vector<std::string_view> border_nouns_;
  std::vector<std::string_view> source_marks_;
  std::vector<std::string_view> origins_;
  std::vector<std::string_view> owning_verbs_;
  std::vector<std::string_view> place_prepositions_;
};

// Adds a party unless the same one stands there already.
void add_party(std::vector<EventParty>& parties, EventParty party);

// The same party: the same entity, or the same code and name.
bool is_same_party(const EventParty& a, const EventParty& b);

}  // namespace verbale
