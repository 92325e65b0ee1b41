// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "grammar/tree.h"

namespace verbale {

// What a sentence offers to judge by what a source does to a target, as words of TypeWeights, in
// alphabetical order: "w:…" a word of the sentence, "b:…" one between the two, "p:…" one on the way from
// one to the other in the tree, "top:…" the one where the ways meet, "d:obj:…" what hangs on that,
// "hs:… ht:…" what each side hangs on, "rs: rt:" by which relation, "cs: ct:" behind which preposition,
// "first:" which of the two stands first. Lemmas; the words of the sides themselves say nothing.
std::vector<std::string> type_features(const Tree& tree, ByteSpan source, ByteSpan target);

// Where the ways up from both sides meet; kNoToken when they don't.
std::uint32_t meeting_of(const Tree& tree, ByteSpan source, ByteSpan target);

}  // namespace verbale
