// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// The words of a text in lower case: runs of letters and digits, whatever stands between them. In
// scripts that write no spaces (Chinese, Japanese, Thai) every sign is a word of its own.
std::vector<std::string> words_of(std::string_view text);

}  // namespace verbale
