// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evaluate/reading.h"

namespace verbale {

// What a browser shows of a page, line by line, as copying all of it would give.
std::vector<std::string> visible_lines(std::string_view html);

// How well lines were told apart: a line counts as kept, or as gold, when its words stand in that
// text one after another; a short one, when they are a paragraph of it.
ShingleScore score_lines(const std::vector<std::string>& lines, std::string_view kept,
                         std::string_view gold);

}  // namespace verbale
