// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "corpus/measure_relations/measure_relations.h"

namespace verbale {

// One direction of a relation as a table for people: a line a period, changes marked.
std::string show_relation(const Relation& relation);

}  // namespace verbale
