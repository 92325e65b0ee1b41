// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "document/claim.h"
#include "document/claim_side.h"
#include "lexicon/desk_words.h"

namespace verbale {

// The rule that makes the ledger, named in what comes out; another rule gets another name.
inline constexpr std::string_view kLedgerRule = "ledger-1";

enum class LedgerKind : std::uint8_t {
  kDemand,        // The holder wants something done.
  kPrecondition,  // … and something waits for it.
  kOffer,         // The holder would do something.
  kConcession,    // The holder would yield or did yield.
  kCommitment,    // The holder said it will.
  kRefusal,       // The holder will not, and no demand or offer is known that it answers.
  kDeadline,      // The holder set a day by which something is to be done.
};
std::string_view name_of(LedgerKind kind);  // "demand" …

enum class LedgerState : std::uint8_t { kOpen, kMet, kRefused, kWithdrawn, kLapsed };
std::string_view name_of(LedgerState state);  // "open" …

// What a report says of an item.
enum class LedgerMove : std::uint8_t {
  kStated,     // It exists: first told or told again.
  kAccepted,   // The other side agreed to it.
  kPartlyMet,  // Done for a time, or in part.
  kMet,        // Done.
  kRefused,
  kWithdrawn,
  kDenied,     // Someone says that there is no such item.
  kBroken,     // What was promised was not done.
  kLapsed,     // The day it was due went by without a report that it was met; no claim stands behind.
};
std::string_view name_of(LedgerMove move);  // "stated" …

// An article's word on an item.
struct LedgerReport {
  LedgerMove move = LedgerMove::kStated;
  LedgerState state = LedgerState::kOpen;  // Of the item after it.
  std::vector<std::string> claims;         // Ids; none for kLapsed.
  std::string document, outlet;
  std::optional<Day> day;            // Of publication; of kLapsed, the day after it was due.
  std::vector<std::string> sources;  // Who says so, outermost first; empty: the outlet itself.
  std::vector<ClaimSide> by;         // Who does it: asks, refuses, denies …
  std::string quote;                 // The sentence, at most kQuotePointsMax code points.
};

// What an item waits for: in words, and the item that tells of it where there is one.
struct LedgerCondition {
  std::string words;
  std::string item;  // Id, or empty.
};

// Those who give one account of an item that is disputed.
struct LedgerAccount {
  LedgerMove move = LedgerMove::kStated;
  std::vector<std::string> sources;  // Names of sources; of the outlet where none is told.
  std::vector<std::string> claims;
};

struct LedgerItem {
  std::string id;  // Hash of the rule and of what its first report says.
  LedgerKind kind = LedgerKind::kDemand;
  LedgerState state = LedgerState::kOpen;
  std::vector<ClaimSide> holders;
  std::vector<ClaimSide> counterparts;  // Empty where no report tells.
  std::string object;                   // In the words of a report, the fullest one.
  std::string object_claim;             // Id of the claim those words are of.
  std::vector<LedgerCondition> conditions;
  std::vector<std::string> unblocks;  // Items that wait for this one.
  std::optional<DayRange> due;
  PloverType act = PloverType::kAgree;  // Of what is asked or given; with `has_act` only.
  bool has_act = false;
  std::string mode;
  std::vector<LedgerReport> history;   // In order of publication.
  std::vector<LedgerAccount> accounts;  // Of a disputed item, else empty.
  std::vector<std::string> origins;     // Keys of all sides named in the articles that tell of it.
  bool is_disputed() const { return !accounts.empty(); }
};

struct LedgerWish {
  // What was published after this day is not known. Nothing: all is known, and the last day of
  // publication is "today" for what lapses.
  std::optional<Day> as_of;
};

// The ledger of all claims: items in the order of their first report. The order of `claims` does
// not matter; a claim that stands twice counts once. Claims without a day of publication come first.
std::vector<LedgerItem> keep_ledger(const std::vector<Claim>& claims, const LedgerWish& wish,
                                    const DeskWords& words);

// True when the item is between the two (keys of sides): one holds it and the other is its
// counterpart, both hold it, or no counterpart is told and the articles speak of both.
bool is_between(const LedgerItem& item, const std::string& one, const std::string& other);

// True when every word of `topic` has its like in the item's object, conditions or quotes.
bool is_about(const LedgerItem& item, std::string_view topic);

}  // namespace verbale
