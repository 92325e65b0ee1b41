// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "lexicon/actors.h"

namespace verbale {

class DataFiles;

// What came of one dictionary.
struct DictionaryReport {
  std::size_t actors = 0;     // Names taken in.
  std::size_t agents = 0;     // Nouns of office taken in.
  std::vector<Error> errors;  // Lines that say nothing sensible, each with its number; left out.
};

// Adds the actors and agents of a dictionary of TABARI, PETRARCH or PETRARCH-2, whichever the text
// is, beside those known: a name that both have keeps what it meant first. Date restrictions become
// offices, both days included. `shown` names the file in errors. The text may be UTF-8 or Latin-1.
DictionaryReport add_dictionary(std::string_view text, std::string_view shown, DataFiles& files,
                                ActorLexicon& lexicon);

}  // namespace verbale
