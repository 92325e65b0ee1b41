// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/syntax.h"

namespace verbale {

class DataFiles;

enum class RoleNounKind : std::uint8_t {
  kPerson,        // "foreign minister"
  kGroup,         // "police", "rebels"
  kOrganisation,  // "ministry"
  kModifier,      // "opposition" in "opposition lawmaker": no noun of its own.
};

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

// A noun that says what somebody is: data/en/roles.tsv and role_modifiers.tsv.
struct RoleNoun {
  std::string_view words;   // Singular, lower case: "foreign minister".
  std::string_view sector;  // PLOVER sector; empty when the word alone says nothing.
  std::string_view cameo;   // CAMEO role codes to append to a country: "GOV", "GOVMIL".
  RoleNounKind kind = RoleNounKind::kPerson;
  Gender gender = Gender::kUnknown;
  bool is_weak = false;        // Takes the sector of what stands beside: "leader", "spokesman".
  bool needs_country = false;  // Weak, and its own sector counts only beside a country: "leader".
  bool is_relation = false;  // Stands in a relation to its owner, and is not one of them: "rival".
  bool also_modifies = false;    // Stands among the modifiers too: "Shiite groups", "rebel leader".
  bool ends_office = false;      // "former": whoever it was belongs to the elite now (ELI).
  bool takes_portfolio = false;  // Nouns before it say of what: "mines and energy minister".
};

struct RoleMatch {
  TokenSpan tokens;
  const RoleNoun* role = nullptr;
  bool is_plural = false;
};

class RoleTable {
 public:
  // The longest role words that start at each token, none inside another, in text order. Case
  // does not count; singular and plural both fit. A portfolio before its noun belongs to it:
  // "fisheries minister".
  std::vector<RoleMatch> match(std::string_view text, const Syntax& syntax, TokenSpan within) const;
  // The role of just these words, singular or plural; null for none.
  const RoleNoun* find(std::string_view words) const;

  // Adds a noun that the table lacks, and its plural (empty: none). Its words must outlive the table.
  void add_noun(const RoleNoun& role, std::string_view plural);

  friend RoleTable load_roles(DataFiles& files, const std::vector<std::string_view>& sectors);

 private:
  struct Form {
    std::uint32_t role = 0;
    bool is_plural = false;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  void add(std::string form, Form what);
  // Where the portfolio before that role begins, not before `begin`.
  std::uint32_t begin_of_portfolio(std::string_view text, const Syntax& syntax,
                                   const RoleMatch& match, std::uint32_t begin) const;

  std::vector<RoleNoun> roles_;
  std::unordered_map<std::string, Form, Hash, std::equal_to<>> forms_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> longest_;  // By first word.
  std::deque<std::string> kept_;
};

// Reads data/en/roles.tsv, role_modifiers.tsv and plurals.tsv; errors go to `files`.
RoleTable load_roles(DataFiles& files, const std::vector<std::string_view>& sectors);

}  // namespace verbale
