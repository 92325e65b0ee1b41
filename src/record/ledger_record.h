// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "corpus/keep_ledger/keep_ledger.h"

namespace verbale {

// Appends one JSON object and a line end; docs/formats/ledger.md is the contract.
void write_ledger_item(std::string& out, const LedgerItem& item);

}  // namespace verbale
