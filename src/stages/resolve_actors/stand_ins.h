// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/references.h"
#include "grammar/tree.h"
#include "lexicon/actors.h"
#include "stages/resolve_actors/entities.h"

namespace verbale {

// Finds whom pronouns and groups like "both sides" stand for, going through the article in text
// order. Careful: where two would do, nobody is chosen.
class StandInResolver {
 public:
  StandInResolver(std::string_view text, const Tree& tree, const ActorLexicon& actors,
                  EntityTable& entities);

  // Tells of a mention that is settled; mentions must come in text order.
  void see(const Mention& mention);

  // Whether a pronoun may stand for somebody by kind, number and gender.
  bool fits(const Mention& pronoun, const Entity& entity) const;

  // The entity of a pronoun; 0 when not clear.
  std::uint32_t resolve_pronoun(const Mention& pronoun) const;

  // "Chad and Niger ... they": those joined in the subject that "they" speaks of; empty when it is
  // one, or not clear.
  std::vector<std::uint32_t> members_of_subject(const Mention& pronoun) const;

  // The members of a group such as "both sides", "the three countries": those whom the text named
  // together last; else those it speaks of most. Empty when not clear.
  std::vector<std::uint32_t> resolve_sides(const Mention& sides) const;

  // The same by "the neighbours", which may be others: only those joined by "and", just before.
  std::vector<std::uint32_t> resolve_joined(const Mention& sides) const;

 private:
  struct Seen {
    TokenSpan tokens;
    std::uint32_t head = kNoToken;
    std::uint32_t entity = 0;
    std::uint32_t sentence = 0;
    bool is_subject = false;
    bool is_modifier = false;
    bool is_pronoun = false;
  };

  bool is_subject(std::uint32_t token) const;
  bool is_relative(std::uint32_t token) const;
  std::vector<std::uint32_t> candidates(const Mention& pronoun, bool subjects_only,
                                        std::uint32_t sentences_back) const;
  bool shares_verb(const Mention& pronoun, const Seen& seen) const;
  std::uint32_t nearest_subject(std::uint32_t before) const;
  std::uint32_t entity_headed(std::uint32_t token) const;
  std::uint32_t entity_of_country(std::string_view country, std::uint32_t sentence) const;

  // What kind of members a group has, and how many.
  struct SidesWanted {
    std::uint32_t before = 0;  // Only what ends before this token.
    std::uint32_t sentence = 0;
    std::size_t count = 2;
    bool persons = false;
    bool states = false;  // "countries": no rebels.
  };
  SidesWanted wanted_by(const Mention& sides) const;
  bool is_several_alone(const Mention& sides, const SidesWanted& wanted) const;
  // What counts as one side: a state with all who speak for it, or one entity. Empty when it cannot
  // be a side.
  std::string side_key(const Seen& seen, const SidesWanted& wanted) const;
  struct Sides {
    std::vector<std::string> keys;
    bool is_clear = false;
    bool stops = false;  // So many were named together that no pair can be meant.
  };
  Sides sides_joined(std::uint32_t sentence, const SidesWanted& wanted) const;
  Sides sides_of_verb(std::uint32_t sentence, const SidesWanted& wanted) const;
  std::vector<std::string> sides_spoken_of(const SidesWanted& wanted) const;
  std::vector<std::uint32_t> members_of(const std::vector<std::string>& keys,
                                        const SidesWanted& wanted) const;

  std::string_view text_;
  const Tree& tree_;
  const ActorLexicon& actors_;
  EntityTable& entities_;
  std::vector<Seen> seen_;
  std::vector<std::uint32_t> entity_at_head_;  // By token; 0 for none.
};

}  // namespace verbale
