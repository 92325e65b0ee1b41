// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "corpus/make_dossier/make_dossier.h"
#include "corpus/track_measures/track_measures.h"

namespace verbale {

// The dossier for people; `measures` are those against the one it is of.
std::string show_dossier(const Dossier& dossier, const std::vector<Measure>& measures);

}  // namespace verbale
