// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "journey/knowledge.h"

namespace verbale {

struct ExampleReport {
  std::vector<Error> failures;  // "data/en/acts/protest.rec:6": what came out instead.
  std::size_t checked = 0;
};

// Runs the `example:` and `not:` lines of the act lexicon through the whole journey: an example
// must be coded by its own entry with the spans it marks, a counter-example must not be.
ExampleReport check_examples(const Knowledge& knowledge);

}  // namespace verbale
