// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/syntax.h"

namespace verbale {

// Index of an actor: ActorLexicon::actors.
using ActorId = std::uint32_t;

enum class NameForm : std::uint8_t {
  kName,
  kAdjective,  // "French"
  kDemonym,    // "Frenchman"
  kCapital,    // "Paris": a place, or the government of its country.
  kMetonym,    // "Quai d'Orsay": an office by the name of its seat.
  kCity,       // "Lyon", "Brittany": a place, or whose it is ("Lyon police").
  kSurname,    // The last word of a person's name: counts only with a title or an introduction.
};

// One thing that a name may mean.
struct NameSense {
  ActorId actor = 0;
  NameForm form = NameForm::kName;
  std::string_view sector;  // Of a metonym.
};

// A name of the table as the text shows it.
struct NameMatch {
  TokenSpan tokens;
  std::span<const NameSense> senses;
};

// The letters of a name in the shape in which names are compared: no accents, one kind of
// apostrophe and hyphen, single spaces, no full stops; case kept.
std::string fold_name(std::string_view text);

// Names and what they mean, found whatever way the text was cut into tokens.
class NameTable {
 public:
  void add(std::string_view name, NameSense sense);

  // What that name may mean, in the order added. Empty when unknown. Case must fit.
  std::span<const NameSense> find(std::string_view name) const;

  // The longest names that start at each token and end with one, none inside another, in text
  // order. Headlines in capitals match too; "Nato" matches "NATO".
  std::vector<NameMatch> match(std::string_view text, const Syntax& syntax) const;
  // The longest one that starts at this token of the sentence; no senses when none does.
  NameMatch match_at(std::string_view text, const Syntax& syntax, std::uint32_t token,
                     std::uint32_t sentence_end) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  struct Name {
    std::string shape;  // As fold_name gives it.
    std::vector<NameSense> senses;
  };
  std::span<const NameSense> find_folded(std::string_view shape) const;

  std::vector<Name> names_;
  // By the shape in lower case: the names that differ in case only.
  std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>> by_key_;
  // By the first word of the key: bytes of the longest name that starts so.
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> longest_;
};

}  // namespace verbale
