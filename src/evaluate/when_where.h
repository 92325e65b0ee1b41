// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "evaluate/suite.h"
#include "journey/knowledge.h"

namespace verbale {

// Sentences with a time expression and the days it means, seen from a day: *.json of the folder
// "data/dates" of the shared gold data. Their conventions are those of a calendar assistant, not of
// news: a figure to compare with itself. A case is right when some date of ours has the days of the
// past or the future reading, or, of a length, its seconds.
SuiteReport evaluate_dates(const std::string& dates_directory, const Knowledge& knowledge);

// Articles with marked place names and their points: geovirus-lgl.jsonl of the folder
// "data/places". Found counts overlaps; country and nearness (161 km) are of the found ones.
SuiteReport evaluate_places(const std::string& places_directory, const Knowledge& knowledge);

}  // namespace verbale
