// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/result.h"

namespace verbale {

// One bracket of a dictionary: "[USAELI 900101-950703]", "[~GOV]".
struct DictionaryCode {
  std::string code;          // Capitals and digits in blocks of three; empty: "[---]", nobody.
  bool is_agent = false;     // A "~" stands for the country.
  bool is_compound = false;  // "[KON/KOS]": only the first counts.
  std::optional<Day> from, to;
};

// The brackets in what follows a phrase on its line, or stands on a line of its own. The error
// tells the trouble only.
Result<std::vector<DictionaryCode>> parse_dictionary_codes(std::string_view text);

}  // namespace verbale
