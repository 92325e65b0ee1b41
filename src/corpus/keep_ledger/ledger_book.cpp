// SPDX-License-Identifier: Apache-2.0
#include "corpus/keep_ledger/ledger_book.h"

#include <algorithm>

namespace verbale {
namespace {

// An item that nobody spoke of for so long is not the one that is spoken of now.
constexpr std::chrono::days kSilenceMax{180};

// Only states are known well enough to tell two apart: "the miner" may be any company.
bool may_share(const std::vector<ClaimSide>& one, const std::vector<ClaimSide>& other) {
  const auto is_state = [](const ClaimSide& side) { return side.is_state; };
  return std::none_of(one.begin(), one.end(), is_state) ||
         std::none_of(other.begin(), other.end(), is_state) || share_side(one, other);
}

void add_sides(std::vector<ClaimSide>& sides, const std::vector<ClaimSide>& more) {
  for (const ClaimSide& each : more) {
    if (!has_side(sides, each.key)) sides.push_back(each);
  }
}

int strength_of(LedgerKind kind) {
  if (kind == LedgerKind::kCommitment) return 2;
  return kind == LedgerKind::kOffer ? 1 : 0;
}

bool is_fuller(const ItemObject& one, const ItemObject& other) {
  return one.signature.size() + (one.has_act ? 1 : 0) >
         other.signature.size() + (other.has_act ? 1 : 0);
}

}  // namespace

void LedgerBook::turn_to(Day day) {
  std::erase_if(due_, [&](std::size_t index) {
    LedgerItem& item = pages_[index].item;
    if (item.state != LedgerState::kOpen) return false;  // It may be opened again.
    if (item.due->end >= day) return false;
    item.state = LedgerState::kLapsed;
    LedgerReport report;
    report.move = LedgerMove::kLapsed;
    report.state = LedgerState::kLapsed;
    report.day = item.due->end + std::chrono::days{1};
    item.history.push_back(std::move(report));
    return true;
  });
}

void LedgerBook::enter(const std::vector<const Claim*>& claims, const WordingKnowledge& known) {
  spoken_of_.clear();
  pages_of_claim_.clear();
  for (const LedgerEntry& entry : entries_of(claims, known)) apply(entry);
  link_conditions(claims);
  std::vector<ClaimSide> sides;
  for (const Claim* claim : claims) {
    add_sides(sides, sides_of(claim->actors, true));
    add_sides(sides, sides_of(claim->recipients, true));
  }
  for (std::size_t page : spoken_of_) {
    std::vector<std::string>& keys = pages_[page].item.origins;
    for (const ClaimSide& side : sides) keys.push_back(side.key);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  }
}

void LedgerBook::apply(const LedgerEntry& entry) {
  switch (entry.move) {
    case LedgerMove::kStated: return state(entry);
    case LedgerMove::kRefused: return refuse(entry);
    case LedgerMove::kMet: return fulfil(entry);
    case LedgerMove::kWithdrawn: return change(entry, LedgerState::kWithdrawn);
    case LedgerMove::kDenied:
    case LedgerMove::kBroken: return change(entry, LedgerState::kLapsed);
    case LedgerMove::kAccepted:
      if (const auto page = referred(entry)) {
        report(*page, entry, LedgerMove::kAccepted, pages_[*page].item.state);
      }
      return;
    case LedgerMove::kPartlyMet:
    case LedgerMove::kLapsed: return;
  }
}

void LedgerBook::state(const LedgerEntry& entry) {
  const LedgerSlot slot = slot_of(entry.kind);
  const Pages asked = slot == LedgerSlot::kGiven ? accept(entry) : Pages{};
  auto page = find(slot, entry, entry.holders, entry.counterparts);
  if (!page) page = answer_to(asked, entry);
  if (page) {
    join(*page, entry);
    report(*page, entry, LedgerMove::kStated, pages_[*page].item.state);
  } else if (entry.opens) {
    page = open_page(entry, entry.kind);
    report(*page, entry, LedgerMove::kStated, LedgerState::kOpen);
  }
  for (std::size_t each : asked) {
    Pages& answers = pages_[each].answers;
    const bool is_known = !page || std::find(answers.begin(), answers.end(), *page) != answers.end();
    if (!is_known) answers.push_back(*page);
  }
}

// Who commits himself to what was asked of him has accepted it.
LedgerBook::Pages LedgerBook::accept(const LedgerEntry& entry) {
  if (entry.kind != LedgerKind::kCommitment) return {};
  const Pages asked = all_for(LedgerSlot::kAsked, entry, entry.holders);
  for (std::size_t page : asked) {
    const LedgerState state = pages_[page].item.state;
    if (state != LedgerState::kOpen && state != LedgerState::kRefused) continue;
    report(page, entry, LedgerMove::kAccepted, LedgerState::kOpen);
  }
  return asked;
}

std::optional<std::size_t> LedgerBook::answer_to(const Pages& asked,
                                                 const LedgerEntry& entry) const {
  for (std::size_t demand : asked) {
    for (std::size_t answer : pages_[demand].answers) {
      const Page& page = pages_[answer];
      if (share_side(page.item.holders, entry.holders) && is_recent(page, entry)) return answer;
    }
  }
  return std::nullopt;
}

void LedgerBook::refuse(const LedgerEntry& entry) {
  std::optional<std::size_t> page;
  if (entry.kind != LedgerKind::kRefusal) {
    const LedgerSlot slot = slot_of(entry.kind);
    if (entry.refers) {
      page = referred(entry);
    } else if (slot == LedgerSlot::kAsked) {
      const Pages all = all_for(slot, entry, entry.counterparts);
      if (!all.empty()) page = all.front();
    } else {
      page = find(slot, entry, entry.holders, entry.counterparts);
    }
  }
  if (page) {
    const LedgerState now = pages_[*page].item.state;
    const bool is_over = now == LedgerState::kMet || now == LedgerState::kWithdrawn;
    report(*page, entry, LedgerMove::kRefused, is_over ? now : LedgerState::kRefused);
    return;
  }
  LedgerEntry own = entry;
  own.kind = LedgerKind::kRefusal;
  own.holders = entry.counterparts;
  own.counterparts = entry.holders;
  if (auto known = find(LedgerSlot::kRefused, own, own.holders, own.counterparts)) {
    join(*known, own);
    report(*known, own, LedgerMove::kStated, pages_[*known].item.state);
    return;
  }
  // "The demand" of nobody told says nothing.
  if (!entry.opens || (entry.refers && own.counterparts.empty())) return;
  report(open_page(own, LedgerKind::kRefusal), own, LedgerMove::kStated, LedgerState::kOpen);
}

void LedgerBook::fulfil(const LedgerEntry& entry) {
  bool is_known = false;
  // What is done for a time meets in part what was asked for good, and fully what was asked so.
  const auto meet = [&](LedgerSlot slot) {
    for (std::size_t page : all_for(slot, entry, entry.by)) {
      const LedgerState now = pages_[page].item.state;
      const bool is_part = entry.object.is_partial && !is_partial(pages_[page]);
      if (slot == LedgerSlot::kDeadline && (now != LedgerState::kOpen || is_part)) continue;
      if (slot == LedgerSlot::kGiven && entry.object.is_partial != is_partial(pages_[page])) continue;
      if (slot == LedgerSlot::kAsked && now == LedgerState::kMet && is_part) continue;
      report(page, entry, is_part ? LedgerMove::kPartlyMet : LedgerMove::kMet,
             is_part ? now : LedgerState::kMet);
      is_known = is_known || slot != LedgerSlot::kDeadline;
    }
  };
  meet(LedgerSlot::kAsked);
  meet(LedgerSlot::kDeadline);
  const bool was_asked = is_known && !entry.object.is_partial;
  meet(LedgerSlot::kGiven);
  if (was_asked || is_known || !entry.opens) return;
  const std::size_t page = open_page(entry, LedgerKind::kConcession);
  report(page, entry, LedgerMove::kMet, LedgerState::kMet);
}

bool LedgerBook::is_partial(const Page& page) { return page.wordings.front().is_partial; }

void LedgerBook::change(const LedgerEntry& entry, LedgerState state) {
  const auto page = find(slot_of(entry.kind), entry, entry.holders, entry.counterparts);
  if (!page) return;
  const LedgerState now = pages_[*page].item.state;
  const bool is_over = now == LedgerState::kMet || entry.move == LedgerMove::kDenied;
  report(*page, entry, entry.move, is_over ? now : state);
}

std::size_t LedgerBook::open_page(const LedgerEntry& entry, LedgerKind kind) {
  Page page;
  page.slot = slot_of(kind);
  LedgerItem& item = page.item;
  item.kind = kind;
  item.holders = entry.holders;
  item.object = entry.object.words;
  item.object_claim = entry.object.claim;
  item.has_act = entry.object.has_act;
  item.act = entry.object.act;
  item.mode = entry.object.mode;
  page.wordings.push_back(entry.object);
  const std::size_t index = pages_.size();
  for (const ClaimSide& side : item.holders) by_holder_[{page.slot, side.key}].push_back(index);
  pages_.push_back(std::move(page));
  set_counterparts(index, entry.counterparts);
  set_due(index, entry.due);
  return index;
}

void LedgerBook::set_counterparts(std::size_t index, const std::vector<ClaimSide>& sides) {
  Page& page = pages_[index];
  std::erase(by_counterpart_[{page.slot, ""}], index);
  page.item.counterparts = sides;
  for (const ClaimSide& side : sides) by_counterpart_[{page.slot, side.key}].push_back(index);
  if (sides.empty()) by_counterpart_[{page.slot, ""}].push_back(index);
}

void LedgerBook::set_due(std::size_t index, const std::optional<DayRange>& due) {
  Page& page = pages_[index];
  // What is asked stays asked when its deadline lapses.
  if (!due || page.slot == LedgerSlot::kAsked) return;
  page.item.due = due;
  due_.push_back(index);
}

void LedgerBook::join(std::size_t index, const LedgerEntry& entry) {
  Page& page = pages_[index];
  LedgerItem& item = page.item;
  if (item.counterparts.empty() && !entry.counterparts.empty()) {
    set_counterparts(index, entry.counterparts);
  }
  if (page.slot == LedgerSlot::kGiven && strength_of(entry.kind) > strength_of(item.kind)) {
    item.kind = entry.kind;
  }
  if (!item.due) set_due(index, entry.due);
  const ItemObject& best = *std::max_element(
      page.wordings.begin(), page.wordings.end(),
      [](const ItemObject& a, const ItemObject& b) { return is_fuller(b, a); });
  if (is_fuller(entry.object, best)) {
    item.object = entry.object.words;
    item.object_claim = entry.object.claim;
    item.has_act = entry.object.has_act;
    item.act = entry.object.act;
    item.mode = entry.object.mode;
  }
  const bool is_new = std::all_of(
      page.wordings.begin(), page.wordings.end(),
      [&](const ItemObject& known) { return is_new_wording(known, entry.object); });
  if (is_new) page.wordings.push_back(entry.object);
}

void LedgerBook::report(std::size_t index, const LedgerEntry& entry, LedgerMove move,
                        LedgerState state) {
  Page& page = pages_[index];
  page.item.state = state;
  const Claim& claim = *entry.claim;
  if (claim.document.day) page.last = claim.document.day;
  if (std::find(spoken_of_.begin(), spoken_of_.end(), index) != spoken_of_.end()) {
    std::erase(spoken_of_, index);
  }
  spoken_of_.push_back(index);
  for (const Claim* each : {&claim, entry.content}) {
    if (each != nullptr) pages_of_claim_[each->id].push_back(index);
  }
  LedgerReport* known = nullptr;
  for (LedgerReport& each : page.item.history) {
    if (each.document == claim.document.id && each.move == move) known = &each;
  }
  if (known == nullptr) known = &page.item.history.emplace_back();
  known->move = move;
  known->state = state;
  known->document = claim.document.id;
  known->outlet = claim.document.outlet;
  known->day = claim.document.day;
  if (std::find(known->claims.begin(), known->claims.end(), claim.id) == known->claims.end()) {
    known->claims.push_back(claim.id);
  }
  add_sides(known->by, entry.by);
  for (const ClaimSource& source : claim.attribution) {
    auto& sources = known->sources;
    if (std::find(sources.begin(), sources.end(), source.source) == sources.end()) {
      sources.push_back(source.source);
    }
  }
  // The headline comes first; the sentence that says it in full is the better evidence.
  std::string quote = quote_of(claim.sentence.text, kQuotePointsMax);
  if (quote.size() > known->quote.size()) known->quote = std::move(quote);
}

bool LedgerBook::is_recent(const Page& page, const LedgerEntry& entry) const {
  const std::optional<Day>& day = entry.claim->document.day;
  return !day || !page.last || *day - *page.last <= kSilenceMax;
}

double LedgerBook::likeness_of(const Page& page, const ItemObject& object) const {
  double best = 0;
  for (const ItemObject& known : page.wordings) best = std::max(best, likeness(known, object));
  return best;
}

std::optional<std::size_t> LedgerBook::find(LedgerSlot slot, const LedgerEntry& entry,
                                            const std::vector<ClaimSide>& holders,
                                            const std::vector<ClaimSide>& counterparts) const {
  std::optional<std::size_t> best;
  double best_likeness = 0;
  for (const ClaimSide& holder : holders) {
    const auto found = by_holder_.find({slot, holder.key});
    if (found == by_holder_.end()) continue;
    for (std::size_t index : found->second) {
      const Page& page = pages_[index];
      if (!may_share(page.item.counterparts, counterparts) || !is_recent(page, entry)) continue;
      const bool has_days = slot == LedgerSlot::kDeadline && entry.due && page.item.due;
      const bool same_day = has_days && entry.due->end == page.item.due->end;
      if (has_days && !same_day) continue;
      if (page.wordings.front().is_partial != entry.object.is_partial) continue;
      constexpr double kBarely = 0.5;  // One side sets the other one deadline a day.
      const double like = std::max(likeness_of(page, entry.object), same_day ? kBarely : 0);
      // Of equals the one that was spoken of last.
      if (like > 0 && (like > best_likeness || (like == best_likeness && index > *best))) {
        best = index;
        best_likeness = like;
      }
    }
  }
  return best;
}

LedgerBook::Pages LedgerBook::all_for(LedgerSlot slot, const LedgerEntry& entry,
                                      const std::vector<ClaimSide>& doers) const {
  std::vector<std::pair<double, std::size_t>> found;
  const auto gather = [&](const std::map<SideKey, Pages>& index, const std::string& key) {
    const auto pages = index.find({slot, key});
    if (pages == index.end()) return;
    for (std::size_t page : pages->second) {
      if (!is_recent(pages_[page], entry)) continue;
      if (key.empty() && share_side(pages_[page].item.holders, doers)) continue;
      const double like = likeness_of(pages_[page], entry.object);
      if (like > 0) found.emplace_back(-like, page);
    }
  };
  for (const ClaimSide& doer : doers) {
    gather(slot == LedgerSlot::kGiven ? by_holder_ : by_counterpart_, doer.key);
  }
  if (slot != LedgerSlot::kGiven) gather(by_counterpart_, "");
  std::sort(found.begin(), found.end());
  Pages pages;
  for (const auto& [like, page] : found) {
    if (std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(page);
  }
  return pages;
}

std::optional<std::size_t> LedgerBook::referred(const LedgerEntry& entry) const {
  const auto page = referred_of(entry, entry.holders);
  // Whose offer it was may have been misread; words that it is known by are worth more.
  return page || entry.hints.empty() ? page : referred_of(entry, {});
}

std::optional<std::size_t> LedgerBook::referred_of(const LedgerEntry& entry,
                                                   const std::vector<ClaimSide>& holders) const {
  const auto fits = [&](std::size_t index) {
    const Page& page = pages_[index];
    const auto is_known = [&](const std::string& hint) {
      return std::any_of(page.wordings.begin(), page.wordings.end(), [&](const ItemObject& known) {
        return std::any_of(known.signature.begin(), known.signature.end(),
                           [&](const std::string& word) { return are_alike(word, hint); });
      });
    };
    const bool stands =
        page.item.state == LedgerState::kOpen || page.item.state == LedgerState::kRefused;
    // "The proposals" are no treaty.
    const bool is_kind = page.slot == slot_of(entry.kind) &&
                         (page.slot != LedgerSlot::kGiven || page.item.kind == LedgerKind::kOffer);
    return stands && is_kind &&
           !share_side(page.item.holders, entry.by) &&
           may_share(page.item.holders, holders) &&
           may_share(page.item.counterparts, entry.counterparts) &&
           std::all_of(entry.hints.begin(), entry.hints.end(), is_known);
  };
  for (std::size_t i = spoken_of_.size(); i-- > 0;) {
    if (fits(spoken_of_[i])) return spoken_of_[i];
  }
  // Outside of the article only what is told to be this side's affair, and not long ago.
  constexpr std::chrono::days kMemory{30};
  std::optional<std::size_t> latest;
  for (std::size_t index = pages_.size(); index-- > 0;) {
    const Page& page = pages_[index];
    const std::optional<Day>& day = entry.claim->document.day;
    const bool is_near = !day || !page.last || *day - *page.last <= kMemory;
    if (!is_near || !share_side(page.item.counterparts, entry.by) || !fits(index)) continue;
    if (latest) return std::nullopt;  // More than one: which is meant, is not told.
    latest = index;
  }
  return latest;
}

void LedgerBook::link_conditions(const std::vector<const Claim*>& claims) {
  const auto page_of = [&](const std::string& claim,
                           LedgerSlot wanted) -> std::optional<std::size_t> {
    const auto found = pages_of_claim_.find(claim);
    if (found == pages_of_claim_.end()) return std::nullopt;
    for (std::size_t index : found->second) {
      if (pages_[index].slot == wanted) return index;
    }
    return std::nullopt;
  };
  for (const Claim* claim : claims) {
    const auto waiting = page_of(claim->id, LedgerSlot::kGiven);
    if (!waiting) continue;
    for (const ClaimCondition& condition : claim->conditions) {
      const auto awaited = page_of(condition.event, LedgerSlot::kAsked);
      Page& page = pages_[*waiting];
      bool is_known = false;
      for (std::size_t i = 0; i < page.awaited.size(); ++i) {
        is_known |= awaited ? page.awaited[i] == awaited
                            : page.item.conditions[i].words == condition.words.text;
      }
      if (is_known) continue;
      page.item.conditions.push_back({condition.words.text, ""});
      page.awaited.push_back(awaited);
    }
  }
}

}  // namespace verbale
