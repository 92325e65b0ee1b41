// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/ontology.h"
#include "lexicon/vocabulary.h"

namespace verbale {

// Words that put an event into a PLOVER context. A strong word decides alone; of the others two
// are needed. Read-only after loading.
struct ContextWords {
  struct Sign {
    Term term;  // Compared in text order, the first word being the key.
    std::size_t context = 0;  // Index into Ontology::contexts.
    bool is_strong = false;
  };
  std::unordered_map<WordId, std::vector<Sign>> by_first;
};

ContextWords load_context_words(DataFiles& files, Vocabulary& vocabulary,
                                const Ontology& ontology);

}  // namespace verbale
