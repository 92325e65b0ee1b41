// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "evaluate/pair_cases.h"
#include "evaluate/reliability.h"
#include "formats/json_reader.h"
#include "journey/knowledge.h"

namespace verbale {

// Which events of gold sentences can be judged, and how. docs/formats/confidence.md tells why.

// Of a sentence with a marked pair: the event that the suite takes for the pair. Right when its
// type is the gold's.
std::vector<JudgedEvent> judge_pairs(const std::vector<PairCase>& cases);

// Of PLOVER's gold records: every event whose sides the record names. Right when a record of the
// sentence has its type.
std::vector<JudgedEvent> judge_records(const std::vector<JsonValue>& rows,
                                       const Knowledge& knowledge);

// Of unselected news: every event, for the coders marked all that there was. Right when a CAMEO code
// of the sentence crosses to its type or act.
std::vector<JudgedEvent> judge_unselected(const std::vector<JsonValue>& rows,
                                          const Knowledge& knowledge);

// The sentence as a document of that ISO day, or of none.
Document code_sentence(std::string_view text, std::string_view day, const Knowledge& knowledge);

}  // namespace verbale
