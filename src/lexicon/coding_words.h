// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lexicon/act_lexicon.h"
#include "lexicon/act_needs.h"
#include "lexicon/claim_words.h"
#include "lexicon/confidence_weights.h"
#include "lexicon/context_words.h"
#include "lexicon/magnitude_words.h"
#include "lexicon/ontology.h"
#include "lexicon/vocabulary.h"

namespace verbale {

// All that the coding of events knows of words, sharing one vocabulary. Read-only after loading:
// threads may share it. The texts of the DataFiles it was loaded from must outlive it.
struct CodingWords {
  Vocabulary vocabulary;
  WordClasses classes;
  Ontology ontology;
  ActLexicon acts;
  ActNeeds needs;
  ClaimWords claims;
  ContextWords contexts;
  MagnitudeWords magnitudes;
  ConfidenceWeights confidence;
};

// Every mistake goes to `files`; wrong lines are left out.
CodingWords load_coding_words(DataFiles& files);

}  // namespace verbale
