// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "grammar/frame.h"

namespace verbale {

// Parts of frame.cpp: the roles that phrases below an object or a subject play for the verb.

void add_role(Frame& frame, RoleKind kind, std::uint32_t head, std::uint32_t marker = kNoToken,
              std::uint32_t via = kNoToken);

// The noun a relative pronoun stands for: what the relative clause hangs on.
std::uint32_t antecedent(const Tree& tree, std::uint32_t pronoun);

// `head`, or what it stands for when it is a relative pronoun.
std::uint32_t resolved(const Tree& tree, std::uint32_t head);

bool is_by(const Tree& tree, std::uint32_t marker);

// Prepositional phrases that hang on the object may belong to the verb: "imposed sanctions on
// Iran" is parsed either way.
void add_phrases_of_object(Frame& frame, const Tree& tree, std::uint32_t object);

// "tents bound for Chad", "sanctions imposed on Chad": what the participle says of the thing is
// said of the verb's object.
void add_phrases_of_participle(Frame& frame, const Tree& tree, std::uint32_t object);

// "reserved the right to retaliate", "renewed its demand that Chad leave".
void add_clause_of_object(Frame& frame, const Tree& tree, std::uint32_t object);

// "A truce between Israel and Lebanon took hold": who it is between is said of the verb as well.
void add_sides_of_subject(Frame& frame, const Tree& tree, std::uint32_t subject);

}  // namespace verbale
