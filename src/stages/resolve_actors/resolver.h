// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/article.h"
#include "document/references.h"
#include "grammar/tree.h"
#include "lexicon/actors.h"
#include "stages/resolve_actors/entities.h"
#include "stages/resolve_actors/reading.h"
#include "stages/resolve_actors/stand_ins.h"

namespace verbale {

// Resolves the mentions of one article, from what is sure to what hangs on it: names in full,
// then what stands in apposition to them, then short names, descriptions, pronouns and groups.
class ActorResolver {
 public:
  ActorResolver(References references, const Article& article, const Tree& tree,
                const ActorLexicon& actors);

  References resolve();

 private:
  Mention& mention(std::uint32_t index) { return references_.mentions[index]; }
  std::string_view words_of(TokenSpan tokens) const;
  std::string_view words_without_article(TokenSpan tokens) const;
  bool is_sport(const Mention& mention) const;
  void mark_teams();
  bool is_silent_place(std::uint32_t index) const;
  bool is_part_of_address(std::uint32_t index) const;

  void read_all();
  // A surname that a title, a country or a full name elsewhere makes sure; else it is unknown.
  void settle_surname(std::uint32_t index);
  void add_full_names();
  std::uint32_t add_named(std::uint32_t index);
  void remember_short_names(std::uint32_t index, std::uint32_t entity);
  void add_acronyms();

  void join_appositions();
  void join(std::uint32_t named, std::uint32_t described);
  bool is_misread_person(std::uint32_t office, std::uint32_t name) const;
  bool is_apposition(std::uint32_t first, std::uint32_t second) const;
  bool stands_between_commas(std::uint32_t first, std::uint32_t second) const;
  std::uint32_t mention_headed(std::uint32_t token) const;
  void join_clause(std::uint32_t named);
  void tell(Entity& entity, const Party& told) const;

  void find_dominant_country();

  void resolve_in_order();
  void resolve_stand_in(std::uint32_t index);
  std::uint32_t following_subject(const Mention& pronoun) const;
  std::uint32_t quoted_speaker(const Mention& pronoun) const;
  std::uint32_t entity_of(std::uint32_t index);
  std::uint32_t described_person(std::uint32_t index) const;
  std::uint32_t described_body(std::uint32_t index) const;
  bool is_called_so(const Entity& entity, const Reading& reading) const;
  std::vector<std::uint32_t> described_group(std::uint32_t index) const;
  // What the text around tells of whose somebody is.
  std::uint32_t entity_of_state(const std::string& country);
  std::string country_at_hand(std::uint32_t index) const;
  std::string home_country(std::uint32_t index) const;
  std::string country_of_portfolio(std::uint32_t index) const;
  std::string country_of_namesake(std::uint32_t index) const;
  std::string country_that_acts(std::uint32_t index) const;
  Owner owner_of_country(std::string_view country) const;
  std::string country_around(std::uint32_t index) const;
  bool is_sent_by_another(std::uint32_t index, std::string_view country) const;
  void complete(std::uint32_t index);
  std::uint32_t add_described(std::uint32_t index);
  std::uint32_t add_joint(std::uint32_t index);
  std::uint32_t counterpart(std::uint32_t index);
  std::optional<Party> counterpart_party(std::uint32_t index, const Owner& owner) const;
  void give_possessor(Reading& reading, const Mention& mention) const;
  void give_country(Reading& reading, const Mention& mention) const;

  References references_;
  const Article& article_;
  const Tree& tree_;
  const ActorLexicon& actors_;
  EntityTable entities_;
  StandInResolver stand_ins_;
  std::vector<Reading> readings_;          // One for each mention.
  std::vector<std::uint32_t> mention_at_;  // By head token: index of the widest mention plus one.
  std::vector<char> sport_;                // By sentence.
  std::optional<ByteSpan> dateline_;
  std::vector<Mention> joined_;  // "French" and "German" in "French and German officials".
  Owner dominant_;               // The country the article is about; empty if unclear.
};

}  // namespace verbale
