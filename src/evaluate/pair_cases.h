// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/span.h"
#include "document/event.h"
#include "journey/knowledge.h"

namespace verbale {

// A sentence with a marked source and target, and the type of what the one does to the other.
struct PairCase {
  std::string text;
  ByteSpan source;
  ByteSpan target;
  std::string gold;
  std::string predicted;  // Empty for a miss.
};

enum class PairReading {
  kBare,   // The engine is told nothing: an event counts when its sides are the marked ones.
  kGiven,  // The engine is given both parties; of its events the one that fits them best counts,
           // and where there is none, what most of the patterns say that the words called up.
};

// The text without "<s>…</s>" and "<t>…</t>", and where they stood. Nothing without both.
std::optional<PairCase> unmarked(std::string_view marked);

// Every fifth sentence, by the number at the end of its id, is kept back from learning and tuning.
bool is_held_back(std::string_view id);

// PLV keeps CONCEDE and RETREAT as one, "YIELD".
std::string root_of(PloverType type);

// What the engine says the source does to the target; empty for nothing. `day` is the ISO day of
// publication, or empty.
std::string type_for_pair(const PairCase& pair, std::string_view day, const Knowledge& knowledge,
                          PairReading reading);

}  // namespace verbale
