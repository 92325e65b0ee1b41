// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "document/claim.h"

namespace verbale {

// Where claims come from: a store, or files of event rows as `verbale code` writes them.
struct ClaimOrigin {
  std::string store;               // Its folder; else:
  std::vector<std::string> files;  // "-" is standard input.
  std::string as_of;               // ISO day, or empty: what was published later stays away.
  std::vector<std::string> sides;  // Countries or codes: only articles that speak of one of them.
};

// All claims of the articles in question, article by article.
Result<std::vector<Claim>> gather_claims(const ClaimOrigin& origin);

}  // namespace verbale
