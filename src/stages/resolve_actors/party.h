// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "document/references.h"
#include "lexicon/actors.h"
#include "stages/resolve_actors/reading.h"

namespace verbale {

// The party that a reading describes, on that day. Nothing when the words tell neither a name nor
// a sector nor a country. `words`: of the mention, for a party without a name of its own.
// REQUIRES: owner is one of reading.owners, or null for none.
std::optional<Party> party_of(const Reading& reading, const Owner* owner, std::string_view words,
                              MentionKind kind, const ActorLexicon& actors,
                              std::optional<Day> day);

// Adds the CAMEO role codes in `roles` that `code` does not hold yet: "RUS" + "GOVMIL".
std::string add_roles(std::string code, std::string_view roles);

}  // namespace verbale
