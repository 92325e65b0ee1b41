// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/keep_ledger/item_object.h"
#include "corpus/keep_ledger/keep_ledger.h"

namespace verbale {

// Items of one slot can be the same item; those of two never are.
enum class LedgerSlot : std::uint8_t { kAsked, kGiven, kRefused, kDeadline };
LedgerSlot slot_of(LedgerKind kind);

// What one claim has to say to the ledger.
struct LedgerEntry {
  LedgerMove move = LedgerMove::kStated;
  // The item it speaks of; for kMet all that ask for it or promise it.
  LedgerKind kind = LedgerKind::kDemand;
  std::vector<ClaimSide> holders;
  std::vector<ClaimSide> counterparts;
  ItemObject object;
  std::vector<ClaimSide> by;
  std::optional<DayRange> due;
  bool opens = false;   // Makes an item where none is known.
  bool refers = false;  // Only a noun tells of it ("the demand"): what the article spoke of last.
  std::vector<std::string> hints;  // Words of such a noun's phrase that the item must know.
  const Claim* claim = nullptr;    // Whose words are the evidence.
  const Claim* content = nullptr;  // The claim it embeds, if any.
};

// The claims of one article, by id.
using ArticleClaims = std::unordered_map<std::string, const Claim*>;

// What the claims of one article, in the order of the text, say to the ledger.
std::vector<LedgerEntry> entries_of(const std::vector<const Claim*>& claims,
                                    const WordingKnowledge& known);

}  // namespace verbale
