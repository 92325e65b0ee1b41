// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "corpus/measure_relations/measure_relations.h"

namespace verbale {

// One direction of a relation, as docs/formats/relation.md tells: a JSON line a period, then one a
// change.
void write_relation(std::string& out, const Relation& relation);

// The same periods as CSV, with a line of names first when `with_names`.
void write_relation_csv(std::string& out, const Relation& relation, bool with_names);

}  // namespace verbale
