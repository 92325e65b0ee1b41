// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/keep_ledger/ledger_entries.h"

namespace verbale {

// The items as they grow, article by article, in the order of publication.
class LedgerBook {
 public:
  // What is due and not done by the day before `day` lapses.
  void turn_to(Day day);
  // All that one article says. REQUIRES: turn_to() its day before.
  void enter(const std::vector<const Claim*>& claims, const WordingKnowledge& known);
  // The finished items.
  std::vector<LedgerItem> close();

 private:
  using Pages = std::vector<std::size_t>;
  struct Page {
    LedgerItem item;
    LedgerSlot slot = LedgerSlot::kAsked;
    std::vector<ItemObject> wordings;
    std::optional<Day> last;  // Of its reports.
    std::vector<std::optional<std::size_t>> awaited;  // The page of each condition, if any.
    Pages answers;            // Of what is asked: the promises to do it.
  };

  void apply(const LedgerEntry& entry);
  void state(const LedgerEntry& entry);
  void refuse(const LedgerEntry& entry);
  void fulfil(const LedgerEntry& entry);
  void change(const LedgerEntry& entry, LedgerState state);
  // The items asked for that the entry accepts.
  Pages accept(const LedgerEntry& entry);
  // What the holder has promised already in answer to one of these demands.
  std::optional<std::size_t> answer_to(const Pages& asked, const LedgerEntry& entry) const;

  void set_counterparts(std::size_t page, const std::vector<ClaimSide>& sides);
  void set_due(std::size_t page, const std::optional<DayRange>& due);
  std::size_t open_page(const LedgerEntry& entry, LedgerKind kind);
  void join(std::size_t page, const LedgerEntry& entry);
  void report(std::size_t page, const LedgerEntry& entry, LedgerMove move, LedgerState state);
  void link_conditions(const std::vector<const Claim*>& claims);

  bool is_recent(const Page& page, const LedgerEntry& entry) const;
  double likeness_of(const Page& page, const ItemObject& object) const;
  // The page of the slot that fits best, or none.
  std::optional<std::size_t> find(LedgerSlot slot, const LedgerEntry& entry,
                                  const std::vector<ClaimSide>& holders,
                                  const std::vector<ClaimSide>& counterparts) const;
  // All pages of the slot whose counterpart (kAsked, kDeadline) or holder (kGiven) may be `doers`.
  // Best first.
  Pages all_for(LedgerSlot slot, const LedgerEntry& entry,
                const std::vector<ClaimSide>& doers) const;
  // The item that a noun stands for: the last such one that the article spoke of, else the only
  // one of late.
  std::optional<std::size_t> referred(const LedgerEntry& entry) const;
  std::optional<std::size_t> referred_of(const LedgerEntry& entry,
                                         const std::vector<ClaimSide>& holders) const;
  static bool is_partial(const Page& page);

  std::vector<Page> pages_;
  using SideKey = std::pair<LedgerSlot, std::string>;
  std::map<SideKey, Pages> by_holder_;
  std::map<SideKey, Pages> by_counterpart_;  // Under "" those of whom none is told.
  Pages due_;  // Open items with a day that they are due.
  Pages spoken_of_;  // Of this article, in the order of the text.
  std::unordered_map<std::string, Pages> pages_of_claim_;  // Of this article's claims.
  std::map<std::string, std::size_t> ids_;
};

}  // namespace verbale
