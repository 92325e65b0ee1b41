// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "journey/knowledge.h"

namespace verbale {

struct TypeTraining {
  std::string table;         // data/models/en.types.tsv
  std::size_t pairs = 0;     // Sentences with a marked pair.
  std::size_t examples = 0;  // Of the lexicon.
  std::size_t features = 0;
};

// Learns TypeWeights from the examples of the act lexicon and, if any are given, from sentences with a
// marked source and target (JSON lines of the PLV form: `id`, `extra.marked`, `extra.root15`). Every fifth sentence, by
// the number at the end of its id, is left out: `evaluate` measures on those. Softmax regression by
// stochastic gradient descent in a fixed order: the same input gives the same table.
Result<TypeTraining> train_types(std::string_view pairs, const std::string& origin,
                                 const Knowledge& knowledge);

}  // namespace verbale
