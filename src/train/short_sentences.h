// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "formats/conllu.h"

namespace verbale {

// Short sentences made of the treebank's long ones, of the kinds that news has and treebanks lack.

// Some of the sentences as a newspaper would head them: without articles and the auxiliaries of a
// passive, the past told in the present ("met" as "meets", where the treebank has that form), no
// full stop, and every other one in title case.
std::vector<ConlluSentence> headlines_of(std::span<const ConlluSentence> sentences);

// Bare clauses: a finite verb with its subject, its object or a phrase behind it, and a full stop:
// "Fishermen blocked the port." Each twice, without its articles and with them.
std::vector<ConlluSentence> clauses_of(std::span<const ConlluSentence> sentences);

}  // namespace verbale
