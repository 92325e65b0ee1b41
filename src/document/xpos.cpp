// SPDX-License-Identifier: Apache-2.0
#include "document/xpos.h"

#include <algorithm>
#include <array>

namespace verbale {
namespace {

constexpr std::array<std::string_view, 52> kXposNames = {
    "XX",  "NN",  "IN",  "DT",   "NNP",  "JJ",    "NNS",   "PRP",  "RB",   ".",   "VB",
    "CC",  ",",   "VBD", "VBP",  "VBZ",  "VBN",   "CD",    "VBG",  "TO",   "MD",  "PRP$",
    "-RRB-", "-LRB-", ":", "WDT", "UH",  "NNPS",  "HYPH",  "``",   "''",   "WRB", "WP",
    "POS", "RP",  "ADD", "JJR",  "RBR",  "NFP",   "FW",    "JJS",  "EX",   "$",   "SYM",
    "RBS", "LS",  "PDT", "AFX",  "GW",   "WP$",   "-LSB-", "-RSB-"};

}  // namespace

std::string_view name_of_xpos(XposId xpos) {
  return xpos < kXposNames.size() ? kXposNames[xpos] : kXposNames[0];
}

XposId xpos_of(std::string_view name) {
  const auto found = std::find(kXposNames.begin(), kXposNames.end(), name);
  return found == kXposNames.end() ? XposId{0} : static_cast<XposId>(found - kXposNames.begin());
}

XposId xpos_count() { return static_cast<XposId>(kXposNames.size()); }

}  // namespace verbale
