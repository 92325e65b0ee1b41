// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "core/span.h"

namespace verbale {

enum class NameKind : std::uint8_t { kPerson, kOrganisation, kPlace };

// A proper name as the tagger sees it, before anybody knows whose it is: "Volodymyr Zelensky",
// without title. Spans of one document stand in text order and never overlap.
struct NameSpan {
  TokenSpan tokens;
  NameKind kind = NameKind::kPerson;
};

}  // namespace verbale
