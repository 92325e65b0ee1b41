// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace verbale {

// A copy of a page that a parser of HTML5 reads in linear time and memory, whatever the page was
// made for: without NULs, nested 400 deep at most, with few elements of formatting open at once
// (each is opened again in every paragraph), 200,000 tags at most, and tags of more than 20,000
// bytes bared of their attributes. Text is never lost.
std::string tame_html(std::string_view html);

}  // namespace verbale
