// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "document/syntax.h"
#include "lexicon/claim_words.h"
#include "lexicon/magnitude_words.h"

namespace verbale {

// The first round of mending: words whose kind closed classes decide. A number word that was taken
// for a name ("killed eleven guards"), a participle behind "have" that was taken for an adjective
// ("had burned houses"), a particle taken for a preposition ("broke off relations"), an object taken
// for a number ("criticised the mayor two years ago"), what goes with a verb hung on its auxiliary, a
// second office taken for a second person, a noun taken for a gerund ("closed the Lomé
// crossing to lorries").
Syntax mend_words(Syntax syntax, std::string_view text, const ClaimWords& claims,
                  const MagnitudeWords& magnitudes, const Vocabulary& vocabulary);

}  // namespace verbale
