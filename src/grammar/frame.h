// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/tree.h"

namespace verbale {

enum class RoleKind : std::uint8_t {
  kSubject,   // Who does it, whatever the voice: the subject, or the by-phrase of a passive.
  kObject,    // What it is done to: the object, or the subject of a passive.
  kIndirect,  // To whom: "sent Kyiv tanks".
  kOblique,   // With a preposition, on the predicate or on its object.
  kClause,    // A clause it embeds: xcomp, ccomp, or a gerund after a preposition.
};

struct Role {
  RoleKind kind = RoleKind::kSubject;
  std::uint32_t head = kNoToken;  // Head of the phrase; a relative pronoun is replaced by what it
                                  // stands for.
  std::uint32_t marker = kNoToken;  // The preposition of an oblique, or the mark of a clause.
  std::uint32_t via = kNoToken;     // An oblique that hangs on the object: that object.
  bool is_shared = false;           // Not said here, taken from a clause above or beside.
};

// A predicate with its roles in the normal form: active voice, control, relative clauses,
// participles, coordination and datives undone.
struct Frame {
  std::uint32_t head = kNoToken;
  bool is_passive = false;
  std::vector<Role> roles;

  const Role* find(RoleKind kind) const {
    for (const Role& role : roles) {
      if (role.kind == kind) return &role;
    }
    return nullptr;
  }
};

// The frame of a verb, or of an adjective or noun that is said of a subject ("is at war with").
Frame verb_frame(const Tree& tree, std::uint32_t head);

// The frame of a noun that names an act: possessor, nationality word and by-phrase as subject,
// of-phrase as oblique "of". Light verbs are not undone here: which verbs are light is a matter of
// the lexicon.
Frame noun_frame(const Tree& tree, std::uint32_t head);

// The preposition (or mark) of a phrase: its first case or mark child; kNoToken without one.
std::uint32_t marker_of(const Tree& tree, std::uint32_t head);

// True for "who", "which", "that" and "whom" as a relative pronoun in a relative clause.
bool is_relative_pronoun(const Tree& tree, std::uint32_t token);

// True for the verb of "Envoy Mara Lind to meet rebels": an infinitive after a name that is no part
// of a sentence, as headlines have it. The name does it, and it lies ahead.
bool is_headline_infinitive(const Tree& tree, std::uint32_t verb);

// True when the verb stands in the passive, or is a participle after its noun ("troops sent …").
bool is_passive(const Tree& tree, std::uint32_t verb);

}  // namespace verbale
