// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace verbale {

enum class Tint { kPlain, kBold, kDim, kGreen, kYellow, kBlue, kMagenta, kRed, kCyan };

// `text` in that colour, or as it is when `colours` is off.
std::string tinted(std::string_view text, Tint tint, bool colours);

// `text` filled with spaces to `columns` code points; longer text stays.
std::string padded_to(std::string_view text, std::size_t columns);

// `text` on one line, white space as single spaces, cut at `columns` with an ellipsis.
std::string one_line(std::string_view text, std::size_t columns);

}  // namespace verbale
