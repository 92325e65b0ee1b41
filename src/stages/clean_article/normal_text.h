// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace verbale {

// `text` in normal form C, lines ended by '\n', with plain spaces for all kinds of space, and
// without what nobody sees: soft hyphens, zero-width and direction marks, control characters.
// REQUIRES: valid UTF-8.
std::string visible_text(std::string_view text);

// Runs of white space as one space, none at the ends.
std::string one_line(std::string_view text);

// For comparing titles: lower case, letters and digits only, one space between words.
std::string bare_words(std::string_view text);

// How many stretches of non-space there are.
std::size_t count_words(std::string_view text);

// Whether the text ends as sentences do: . ! ? … with quotes or brackets after.
bool ends_sentence(std::string_view text);

// Long enough, and ended like a sentence: a paragraph of an article rather than a label.
bool is_prose(std::string_view text);

}  // namespace verbale
