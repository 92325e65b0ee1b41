// SPDX-License-Identifier: Apache-2.0
#include "lexicon/places.h"

namespace verbale {

std::span<const Places::Index> Places::find(std::string_view) const { return {}; }

Places load_places(DataFiles&) { return {}; }

}  // namespace verbale
