// SPDX-License-Identifier: Apache-2.0
#include "lexicon/name_parts.h"

#include "core/utf8.h"

namespace verbale {
namespace {

// Whether `below` is the rest of the name that starts with `above`.
bool is_flat(const Syntax& syntax, std::uint32_t above, std::uint32_t below) {
  const Token& token = syntax.tokens[below];
  return token.deprel == Deprel::kFlat && token.head == above;
}

}  // namespace

bool is_part_of_person_name(std::string_view text, const Syntax& syntax, std::uint32_t token,
                            const ActorLexicon& actors) {
  const auto word = [&](std::uint32_t at) { return syntax.tokens[at].span.of(text); };
  const auto is_name_word = [&](std::uint32_t at) {
    return at < syntax.tokens.size() && syntax.tokens[at].upos == Upos::kPropn &&
           is_upper(decode_at(text, syntax.tokens[at].span.begin).value) &&
           actors.roles.find(word(at)) == nullptr;
  };
  const auto is_given = [&](std::uint32_t at) {
    return actors.words.is_given_name(lower_case(fold_name(word(at))));
  };
  if (is_name_word(token + 1) && is_flat(syntax, token, token + 1)) {
    // "Jordan Belfort"; "Chad Ellsworth": a careful name with an unknown one after it.
    const bool unknown = actors.names.find(word(token + 1)).empty();
    return unknown && (is_given(token) || actors.careful_names.contains(fold_name(word(token))));
  }
  return token > 0 && is_name_word(token - 1) && is_flat(syntax, token - 1, token) &&
         is_given(token - 1);
}

bool is_part_of_longer_name(std::string_view text, const Syntax& syntax, TokenSpan name,
                            const ActorLexicon& actors) {
  if (name.size() < 2 || name.begin == 0) return false;
  const Token& before = syntax.tokens[name.begin - 1];
  const std::string_view word = before.span.of(text);
  if (before.deprel != Deprel::kCompound && before.deprel != Deprel::kAmod) return false;
  if (!name.holds(before.head) || !is_upper(decode_at(text, before.span.begin).value)) return false;
  // The first word of a sentence is in capitals anyway.
  const bool starts_sentence = name.begin == 1 || before.span.begin == 0 ||
                               syntax.tokens[name.begin - 2].upos == Upos::kPunct;
  if (starts_sentence && before.upos != Upos::kPropn) return false;
  const RoleNoun* role = actors.roles.find(word);
  return actors.names.find(word).empty() && (role == nullptr || role->sector == "CVL");
}

bool is_word_of_longer_name(std::string_view text, const Syntax& syntax, const NameMatch& match,
                            const ActorLexicon& actors) {
  if (match.tokens.size() != 1 || match.senses.empty()) return false;
  for (const NameSense& sense : match.senses) {
    if (actors.actor(sense.actor).kind != ActorKind::kOutlet) return false;
  }
  const std::uint32_t own = match.tokens.begin;
  // Part of the same noun phrase by the tree, and a name by its capital; titles of people are none.
  const auto continues = [&](std::uint32_t token) {
    if (token >= syntax.tokens.size()) return false;
    const Token& other = syntax.tokens[token];
    const bool is_tied = other.head == own || syntax.tokens[own].head == token ||
                         (other.head != kNoToken && other.head == syntax.tokens[own].head &&
                          (other.deprel == Deprel::kCompound || other.deprel == Deprel::kFlat));
    const std::string_view word = other.span.of(text);
    const RoleNoun* role = actors.roles.find(word);
    return is_tied && other.upos == Upos::kPropn &&
           is_upper(decode_at(text, other.span.begin).value) &&
           (role == nullptr || role->kind != RoleNounKind::kPerson);
  };
  return continues(own + 1) || (own > 0 && continues(own - 1));
}

}  // namespace verbale
