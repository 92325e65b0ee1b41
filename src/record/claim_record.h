// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "core/result.h"
#include "document/claim.h"

namespace verbale {

// Reads an event row, as `write_event` wrote it, back into a claim. Members that it does not know
// are passed over. Fails, naming the member, on a row that is no JSON, lacks `id`, `document`,
// `type`, `factuality`, `trigger` or `sentence`, or holds a name outside its closed list.
Result<Claim> read_claim(std::string_view row);

}  // namespace verbale
