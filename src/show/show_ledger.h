// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "corpus/keep_ledger/keep_ledger.h"

namespace verbale {

// The ledger for people: an item a paragraph, its history below.
std::string show_ledger(const std::vector<LedgerItem>& items);

}  // namespace verbale
