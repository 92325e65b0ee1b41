// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/event.h"
#include "lexicon/act_lexicon.h"

namespace verbale {

// More than people or firms of a country: the state itself, or someone with an office in it or in
// an organisation.
bool is_official(const EventParty& party);

// Also former officials: what an ousted president says is public.
bool is_public(const EventParty& party);

// Also people and firms of a known country.
bool is_political(const EventParty& party);

// Anyone of whom something is known.
bool is_anyone(const EventParty& party);

// Why the sides of `event` are not such as `need` asks for; null when they are.
const char* unmet_need(PartyNeed need, const Event& event);

}  // namespace verbale
