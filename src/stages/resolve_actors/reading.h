// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/references.h"
#include "grammar/tree.h"
#include "lexicon/actors.h"

namespace verbale {

// Whose somebody is, by country and CAMEO code: what "Russian", "Russia's", "of Russia", "NATO" or
// "CIA" before or after a noun of office say.
struct Owner {
  std::string country;  // ISO 3166 alpha-3, or IGO …
  std::string code;     // CAMEO code to build on: "RUS", "IGOWSTNAT".
  std::string sector;   // Of an organisation, a metonym or a person; empty for a country.
  std::string id;       // Of the actor: "country:RUS".
  bool is_country = false;
  bool is_person = false;
  TokenSpan tokens;  // Where the mention says so; empty when another mention did.
  bool empty() const { return country.empty() && code.empty() && sector.empty(); }
};

// What the words of one mention say by themselves.
struct Reading {
  const Actor* actor = nullptr;  // Somebody the data knows, who the phrase is.
  NameForm form = NameForm::kName;
  std::string_view metonym_sector;
  std::string name;                // Of a person or organisation: the words of the name alone.
  const RoleNoun* role = nullptr;  // The noun of office that counts most; null for none.
  std::string role_words;          // "deputy foreign minister", as the text has it, lower case.
  std::string_view sector;         // By the nouns and the words before them; empty when they say
  std::string_view cameo;          // nothing, as in "leader".
  bool is_former = false;          // "former", "ex-".
  bool is_plural = false;
  bool is_definite = false;        // "the", "this"
  bool has_unknown_owner = false;  // A name before the noun that nobody explained: "Dulaim tribe".
  bool is_counterpart = false;     // "his Kenyan counterpart"
  bool is_of_many = false;         // "Western governments", "70 countries": of no one country
  std::vector<Owner> owners;       // Several where nationalities are joined: "French and German".
  Gender gender = Gender::kUnknown;
};

// What an earlier mention told of a name that the data does not know; nothing when unheard of.
using KnownNames = std::function<std::optional<Owner>(std::string_view name)>;

// Reads mentions of one article.
class PhraseReader {
 public:
  PhraseReader(std::string_view text, const Tree& tree, const ActorLexicon& actors,
               std::optional<Day> day, KnownNames known);

  Reading read(const Mention& mention) const;

  // The party that a country, an organisation, or a person in office on the day is.
  Owner owner_of(const NameSense& sense) const;

 private:
  enum class Place : std::uint8_t { kPossessor, kModifier, kCore, kComplement };
  struct Item {
    TokenSpan tokens;
    Place place = Place::kModifier;
    std::string preposition;         // Of a complement: "of".
    std::vector<NameSense> senses;   // Of a name.
    const RoleNoun* role = nullptr;  // Of a role noun or modifier.
    bool is_plural = false;
  };

  std::string_view word(std::uint32_t token) const;
  std::string lower(std::uint32_t token) const;
  std::vector<Item> items_of(const Mention& mention) const;
  void place_items(const Mention& mention, std::vector<Item>& items) const;
  bool is_of_another(std::uint32_t token, const Mention& mention, const NameSense& sense) const;
  bool is_title(std::uint32_t token) const;
  bool is_common_body(TokenSpan tokens, const NameSense& sense,
                      const std::vector<Item>& before) const;
  bool is_after_given_name(std::uint32_t token, const Mention& mention) const;
  bool is_noun_of_office(const RoleMatch& match) const;
  bool is_possessive_mark(std::uint32_t token) const;
  bool is_attached_by_hyphen(TokenSpan tokens) const;
  const NameSense& sense_for(const Item& item, const Mention& mention) const;

  void read_core(const Mention& mention, const std::vector<Item>& items, Reading& reading) const;
  void read_roles(const Mention& mention, const std::vector<Item>& items, Reading& reading) const;
  bool is_joined(TokenSpan one, TokenSpan other) const;
  void read_many(const Mention& mention, Reading& reading) const;
  bool names_many(const Mention& mention, Reading& reading) const;
  void read_owners(const Mention& mention, const std::vector<Item>& items, Reading& reading) const;
  void settle_by_owner(Reading& reading) const;
  void read_unknown_owner(const Mention& mention, const std::vector<Item>& items,
                          Reading& reading) const;
  void read_name_words(const Mention& mention, const std::vector<Item>& items,
                       Reading& reading) const;
  void read_gender(const Mention& mention, Reading& reading) const;

  std::string_view text_;
  const Tree& tree_;
  const std::vector<Token>& tokens_;
  const ActorLexicon& actors_;
  std::optional<Day> day_;
  KnownNames known_;
};

}  // namespace verbale
