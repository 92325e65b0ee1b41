// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "corpus/make_dossier/make_dossier.h"
#include "corpus/track_measures/track_measures.h"

namespace verbale {

// Appends one JSON object and a line end; docs/formats/dossier.md is the contract. `measures` are those
// against the one the dossier is of.
void write_dossier(std::string& out, const Dossier& dossier, const std::vector<Measure>& measures);

}  // namespace verbale
