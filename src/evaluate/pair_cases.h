// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "document/event.h"
#include "formats/json_reader.h"
#include "journey/knowledge.h"

namespace verbale {

// A sentence with a marked source and target, and the type of what the one does to the other.
struct PairCase {
  std::string text;
  ByteSpan source;
  ByteSpan target;
  std::string gold;
  std::string predicted;  // Empty for a miss.
  double confidence = 0;  // Of the event that was chosen; 0 where none was.
  ConfidenceSigns signs;
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

// Fills in what the engine says the source does to the target, and how sure it is. `day` is the ISO
// day of publication, or empty.
void predict(PairCase& pair, std::string_view day, const Knowledge& knowledge, PairReading reading);

// The rows of PLV that name a pair and a type, each read. With `held_back` only those whose number
// is divisible by five, which nobody tunes on; else only the others.
std::vector<PairCase> read_pair_cases(const std::vector<JsonValue>& rows, const Knowledge& knowledge,
                                      PairReading reading, bool held_back);

}  // namespace verbale
