// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "document/claim_side.h"
#include "show/text_layout.h"

namespace verbale {

// Parts that the desk's tables for people share.

inline std::string joined_names(const std::vector<ClaimSide>& sides) {
  std::string text;
  for (const ClaimSide& side : sides) {
    text += text.empty() ? "" : " + ";
    text += side.is_state ? side.key : side.name;
  }
  return text;
}

inline std::string joined_texts(const std::vector<std::string>& texts, const char* between) {
  std::string text;
  for (const std::string& each : texts) text += (text.empty() ? "" : between) + each;
  return text;
}

inline std::string day_or_dashes(const std::optional<Day>& day) {
  return day ? iso_day(*day) : "----------";
}

}  // namespace verbale
