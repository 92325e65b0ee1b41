// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "corpus/measure_relations/measure_relations.h"
#include "store/store.h"

namespace verbale {

// Both directions of a dyad, `wish` first, from what the store holds; `as_of` is an ISO day or
// empty: only what was published by then, in the versions of then.
Result<std::vector<Relation>> relations_of(const RelationWish& wish, const std::string& as_of,
                                           Store& store);

}  // namespace verbale
