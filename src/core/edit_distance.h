// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace verbale {

// Fewest insertions, deletions and replacements of bytes that turn `a` into `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The one of `known` nearest to `word`, for "did you mean …?". Empty when none is near enough
// to be meant (more than a third of the word differs).
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known);

}  // namespace verbale
