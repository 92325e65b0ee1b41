// SPDX-License-Identifier: Apache-2.0
#include "corpus/keep_ledger/ledger_entries.h"

#include <algorithm>
#include <unordered_set>

#include "core/utf8.h"

namespace verbale {
namespace {

// Acts by which one gives what another may have asked for.
bool is_giving(PloverType act) {
  return act == PloverType::kConcede || act == PloverType::kRetreat || act == PloverType::kAid ||
         act == PloverType::kCooperate || act == PloverType::kConsult;
}

// CAMEO's root for intentions to cooperate, and its code for what is signed.
bool is_intention(const Claim& claim) {
  return claim.act == PloverType::kAgree && claim.cameo.starts_with("03");
}
bool is_signing(const Claim& claim) { return claim.cameo == "057"; }
bool is_ultimatum(const Claim& claim) { return claim.cameo == "139"; }

std::vector<ClaimSide> without(std::vector<ClaimSide> sides, const std::vector<ClaimSide>& others) {
  std::erase_if(sides, [&](const ClaimSide& side) { return has_side(others, side.key); });
  return sides;
}

class ArticleEntries {
 public:
  ArticleEntries(const std::vector<const Claim*>& claims, const WordingKnowledge& known)
      : claims_(claims), known_(known), words_(known.words) {
    for (const Claim* claim : claims) {
      by_id_[claim->id] = claim;
      if (!claim->content.empty()) embedded_.insert(claim->content);
      for (const ClaimCondition& condition : claim->conditions) {
        if (!condition.event.empty()) awaited_.insert(condition.event);
      }
    }
  }

  std::vector<LedgerEntry> all() {
    // The headline comes last: it speaks in short of what the text tells in full.
    for (const bool is_headline : {false, true}) {
      for (const Claim* claim : claims_) {
        if ((claim->sentence.text == claim->document.title) != is_headline) continue;
        if (!embedded_.contains(claim->id)) read(*claim);
        read_conditions(*claim);
      }
    }
    return std::move(entries_);
  }

 private:
  void read(const Claim& claim) {
    if (claim.act == PloverType::kRequest) return ask(claim);
    if (is_ultimatum(claim)) return set_deadline(claim);
    if (claim.act == PloverType::kReject) return refuse(claim);
    if (is_intention(claim) || is_signing(claim)) return intend(claim);
    if (!is_giving(claim.act)) return;
    switch (claim.factuality) {
      case Factuality::kHappened: return give(claim);
      case Factuality::kPlanned: return promise(claim, LedgerKind::kCommitment);
      case Factuality::kDemanded: return ask_by_source(claim);
      case Factuality::kNegated: return fail_to_give(claim);
      case Factuality::kPossible:
        if (is_led_by(claim, DeskClass::kOffers)) promise(claim, LedgerKind::kOffer);
        else if (!claim.conditions.empty()) promise(claim, LedgerKind::kConcession);
        return;
      case Factuality::kThreatened: return;
    }
  }

  const Claim* content_of(const Claim& claim) const {
    const auto found = by_id_.find(claim.content);
    return found == by_id_.end() ? nullptr : found->second;
  }

  std::vector<RowWord> trigger_words(const Claim& claim) const {
    return split_row_words(claim.trigger.text);
  }
  // The trigger and what follows it in its clause.
  std::vector<RowWord> wording(const Claim& claim) const {
    return split_row_words(object_of(claim, nullptr, true, claims_, known_).words);
  }

  // The days by which the claim's act is due, where they lie ahead of its article.
  std::optional<DayRange> due_of(const Claim& claim, const Claim* content) const {
    for (const Claim* each : {content, &claim}) {
      if (each == nullptr || !each->date || !each->document.day) continue;
      if (each->date->range.end > *each->document.day) return each->date->range;
    }
    return std::nullopt;
  }

  // A day ahead that stands behind the claim's own words, as another claim of the article reads it:
  // "on Monday gave them until March 20".
  std::optional<DayRange> day_behind(const Claim& claim) const {
    const std::string behind = slice_points(
        claim.sentence.text, claim.trigger.end - claim.sentence.start, claim.sentence.text.size());
    for (const Claim* each : claims_) {
      if (!each->date || !claim.document.day || each->date->text.empty()) continue;
      const bool is_ahead = each->date->range.end > *claim.document.day;
      if (is_ahead && behind.find(each->date->text) != std::string::npos) return each->date->range;
    }
    return std::nullopt;
  }

  LedgerEntry& add(const Claim& claim, LedgerKind kind, LedgerMove move) {
    LedgerEntry entry;
    entry.kind = kind;
    entry.move = move;
    entry.claim = &claim;
    entry.by = sides_of(claim.actors, false);
    entry.opens = move == LedgerMove::kStated && !claim.background;
    entries_.push_back(std::move(entry));
    return entries_.back();
  }

  void ask(const Claim& claim) {
    const Claim* content = content_of(claim);
    std::vector<ClaimSide> holders = sides_of(claim.actors, false);
    if (holders.empty()) return;
    const bool is_denied = claim.factuality == Factuality::kNegated;
    LedgerEntry& entry = add(claim, LedgerKind::kDemand,
                             is_denied ? LedgerMove::kDenied : LedgerMove::kStated);
    entry.content = content;
    entry.object = object_of(claim, content, false, claims_, known_);
    if (content != nullptr) entry.counterparts = without(sides_of(content->actors, true), holders);
    if (entry.counterparts.empty()) {
      entry.counterparts = without(sides_of(claim.recipients, true), holders);
    }
    entry.holders = std::move(holders);
    const std::optional<DayRange> due = due_of(claim, content);
    if (!due || is_denied) return;
    // The day by which it is wanted is an item of its own: it lapses, the demand does not.
    LedgerEntry deadline = entry;
    deadline.kind = LedgerKind::kDeadline;
    deadline.due = due;
    entries_.push_back(std::move(deadline));
  }

  // What is wanted, and no word of wanting that could be held to someone but the speaker.
  void ask_by_source(const Claim& claim) {
    if (is_taken_back(claim)) return;
    std::vector<ClaimSide> holders = demanders_before(claim);
    if (holders.empty() && !claim.attribution.empty()) {
      holders = sides_named(claim.attribution.back().source);
    }
    if (holders.empty()) return;
    LedgerEntry& entry = add(claim, LedgerKind::kDemand, LedgerMove::kStated);
    entry.object = object_of(claim, nullptr, true, claims_, known_);
    entry.counterparts = without(sides_of(claim.actors, true), holders);
    entry.by = holders;
    entry.holders = std::move(holders);
  }

  // "demands that Chad free them and pay for the damage": of the second thing, too.
  std::vector<ClaimSide> demanders_before(const Claim& claim) const {
    for (const Claim* each : claims_) {
      const Claim* wanted = content_of(*each);
      if (each->act != PloverType::kRequest || wanted == nullptr) continue;
      const bool is_same = each->sentence.start == claim.sentence.start &&
                           each->trigger.start < claim.trigger.start &&
                           share_side(sides_of(wanted->actors, true), sides_of(claim.actors, true));
      if (is_same) return sides_of(each->actors, false);
    }
    return {};
  }

  // "withdrew its demand that they pay": nobody wants it any more.
  bool is_taken_back(const Claim& claim) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim* each) {
      return each->sentence.start == claim.sentence.start && each->trigger.end <= claim.trigger.start &&
             words_.any(DeskClass::kWithdrawals, trigger_words(*each));
    });
  }

  // The side of a source that is a party elsewhere in the article.
  std::vector<ClaimSide> sides_named(const std::string& name) const {
    for (const Claim* claim : claims_) {
      for (const auto* parties : {&claim->actors, &claim->recipients}) {
        for (const ClaimParty& each : *parties) {
          if (each.party.name == name && !each.party.code.empty()) return {side_of(each.party)};
        }
      }
    }
    return {};
  }

  void set_deadline(const Claim& claim) {
    const Claim* content = content_of(claim);
    std::vector<ClaimSide> holders = sides_of(claim.actors, false);
    std::optional<DayRange> due = due_of(claim, content);
    if (!due) due = day_behind(claim);
    if (holders.empty()) return;
    LedgerEntry& entry = add(claim, LedgerKind::kDeadline, LedgerMove::kStated);
    entry.opens = due.has_value();
    entry.object = object_of(claim, nullptr, false, claims_, known_);
    if (content == nullptr) content = due_within(claim, entry.object);
    if (content != nullptr) entry.object = object_of(claim, content, false, claims_, known_);
    entry.content = content;
    entry.counterparts = without(sides_of(claim.recipients, true), holders);
    if (entry.counterparts.empty() && content != nullptr) {
      entry.counterparts = without(sides_of(content->actors, true), holders);
    }
    entry.due = due;
    entry.holders = std::move(holders);
  }

  // "gave Chad until Friday to free the crew": what the other side is to do stands after the mark.
  // The claim that tells of it, or only its words.
  const Claim* due_within(const Claim& claim, ItemObject& object) const {
    const std::string& sentence = claim.sentence.text;
    const std::size_t at = claim.trigger.end - claim.sentence.start;
    const std::size_t behind = slice_points(sentence, 0, at).size();
    for (const RowWord& word : split_row_words(sentence)) {
      if (word.begin < behind || !words_.holds(DeskClass::kInfinitiveMarks, word.lower)) continue;
      const auto start = static_cast<std::uint32_t>(
          claim.sentence.start + count_code_points(sentence.substr(0, word.end + 1)));
      for (const Claim* each : claims_) {
        const bool is_there = each->sentence.start == claim.sentence.start &&
                              each->trigger.start == start && is_giving(each->act);
        if (is_there) return each;
      }
      Claim rest = claim;
      rest.trigger.start = rest.trigger.end = start;
      object = object_of(rest, nullptr, true, claims_, known_);
      object.has_act = false;
      return nullptr;
    }
    return nullptr;
  }

  // "rejected a Chilean offer to pay": the offer or demand that the words of the claim hold.
  const Claim* said_within(const Claim& claim) const {
    const std::size_t words = split_row_words(object_of(claim, nullptr, true, {}, known_).words).size();
    const Claim* first = nullptr;
    for (const Claim* each : claims_) {
      const bool is_saying = is_intention(*each) || each->act == PloverType::kRequest;
      if (each == &claim || !is_saying || each->sentence.start != claim.sentence.start) continue;
      if (each->trigger.start < claim.trigger.start || share_side(sides_of(each->actors, false),
                                                                   sides_of(claim.actors, false))) {
        continue;
      }
      const std::string between = slice_points(claim.sentence.text,
                                               claim.trigger.start - claim.sentence.start,
                                               each->trigger.start - claim.sentence.start);
      const bool is_within = split_row_words(between).size() < words;
      if (is_within && (first == nullptr || each->trigger.start < first->trigger.start)) first = each;
    }
    return first;
  }

  void refuse(const Claim& claim) {
    if (claim.factuality == Factuality::kNegated) return;
    const Claim* content = content_of(claim);
    if (content == nullptr) content = said_within(claim);
    const std::vector<ClaimSide> by = sides_of(claim.actors, false);
    if (by.empty()) return;
    const bool is_embedded_offer = content != nullptr && is_intention(*content);
    const bool is_embedded_ask = content != nullptr && content->act == PloverType::kRequest;
    const std::vector<RowWord> said = wording(claim);
    LedgerEntry& entry = add(claim, LedgerKind::kRefusal, LedgerMove::kRefused);
    entry.opens = !claim.background;
    entry.content = content;
    if (is_embedded_offer || is_embedded_ask) {
      const Claim* inner = content_of(*content);
      entry.kind = is_embedded_offer ? LedgerKind::kOffer : LedgerKind::kDemand;
      entry.object = object_of(*content, inner, false, claims_, known_);
      entry.holders = without(sides_of(content->actors, true), by);
      if (entry.holders.empty()) entry.holders = without(sides_of(claim.recipients, true), by);
      entry.counterparts = by;
      return;
    }
    entry.holders = without(sides_of(claim.recipients, true), by);
    entry.counterparts = by;
    entry.object = object_of(claim, content, false, claims_, known_);
    if (content != nullptr) {
      entry.kind = LedgerKind::kDemand;
      entry.holders.clear();  // Whose demand it was, the ledger knows.
    } else if (words_.any(DeskClass::kAskNouns, said)) {
      entry.kind = LedgerKind::kDemand;
      refer(entry);
    } else if (words_.any(DeskClass::kOfferNouns, said)) {
      entry.kind = LedgerKind::kOffer;
      refer(entry);
    }
  }

  // "a minerals deal", where the claim's own words are "deal" only.
  void name_fully(const Claim& claim, ItemObject& object) const {
    constexpr std::size_t kModifiersMax = 3;
    const std::string before = slice_points(claim.sentence.text, 0,
                                            claim.trigger.start - claim.sentence.start);
    const std::vector<RowWord> words = split_row_words(before);
    for (std::size_t i = words.size(); i-- > 0 && words.size() - i <= kModifiersMax + 1;) {
      if (!words_.holds(DeskClass::kSmall, words[i].lower)) continue;
      if (i + 1 == words.size()) return;
      object.words = before.substr(words[i + 1].begin) + object.words;
      for (std::size_t j = i + 1; j < words.size(); ++j) object.signature.push_back(words[j].lower);
      return;
    }
  }

  // A noun stands for the item; what it is known by are the words beside it: "soybean offer".
  void refer(LedgerEntry& entry) const {
    entry.refers = true;
    entry.hints = entry.object.signature;
    std::erase_if(entry.hints, [&](const std::string& word) {
      return words_.holds(DeskClass::kAskNouns, word) || words_.holds(DeskClass::kOfferNouns, word);
    });
  }

  void intend(const Claim& claim) {
    const std::vector<RowWord> said = trigger_words(claim);
    const Claim* content = content_of(claim);
    const bool is_deal = words_.any(DeskClass::kDealNouns, said) || is_signing(claim);
    const bool is_offer = words_.any(DeskClass::kOffers, said);
    const bool is_promise = words_.any(DeskClass::kPromises, said);
    if (!is_deal && !is_offer && !is_promise && content == nullptr) return;
    if (is_signing(claim) && claim.act != PloverType::kAgree && !is_deal) return;
    const std::vector<ClaimSide> holders = sides_of(claim.actors, false);
    if (holders.empty()) return;
    if (content == nullptr && is_promise && words_.any(DeskClass::kOfferNouns, said)) {
      return accept(claim);
    }
    LedgerEntry& entry = add(
        claim, is_offer && !is_promise ? LedgerKind::kOffer : LedgerKind::kCommitment,
        LedgerMove::kStated);
    entry.content = content;
    entry.holders = holders;
    // What several undertake together they owe each other, not the place they meet in.
    if (holders.size() == 1) entry.counterparts = without(sides_of(claim.recipients, true), holders);
    entry.object = object_of(claim, content, is_deal && content == nullptr, claims_, known_);
    if (is_deal && content == nullptr) name_fully(claim, entry.object);
    entry.due = due_of(claim, content);
    if (claim.factuality == Factuality::kNegated && !is_deal) entry.move = LedgerMove::kDenied;
    if (claim.factuality == Factuality::kNegated && is_deal) entry.opens = !claim.background;
    if (is_signing(claim) && claim.factuality == Factuality::kHappened) {
      entry.move = LedgerMove::kMet;
      entry.opens = false;
    }
    if (claim.factuality == Factuality::kPossible && !is_deal && claim.conditions.empty() &&
        !is_offer) {
      entry.opens = false;
    }
  }

  // "accepted the invitation"
  void accept(const Claim& claim) {
    LedgerEntry& entry = add(claim, LedgerKind::kOffer, LedgerMove::kAccepted);
    entry.counterparts = entry.by;
    entry.holders = without(sides_of(claim.recipients, true), entry.by);
    entry.object = object_of(claim, nullptr, false, claims_, known_);
    refer(entry);
  }

  // "offered to host talks", where no claim tells of the offer itself.
  bool is_led_by(const Claim& claim, DeskClass which) const {
    constexpr std::size_t kWords = 2;
    const std::vector<RowWord> before = split_row_words(
        slice_points(claim.sentence.text, 0, claim.trigger.start - claim.sentence.start));
    for (std::size_t i = before.size() > kWords ? before.size() - kWords : 0; i < before.size(); ++i) {
      if (words_.holds(which, before[i].lower)) return true;
    }
    return false;
  }

  void promise(const Claim& claim, LedgerKind kind) {
    std::vector<ClaimSide> holders = sides_of(claim.actors, false);
    if (holders.empty() || (awaited_.contains(claim.id) && kind != LedgerKind::kCommitment)) return;
    LedgerEntry& entry = add(claim, kind, LedgerMove::kStated);
    // A meeting ahead is no commitment until someone agrees to it.
    if (claim.act == PloverType::kConsult && kind != LedgerKind::kOffer) entry.opens = false;
    entry.object = object_of(claim, nullptr, true, claims_, known_);
    entry.counterparts = without(sides_of(claim.recipients, true), holders);
    entry.due = due_of(claim, nullptr);
    entry.holders = std::move(holders);
  }

  void give(const Claim& claim) {
    if (claim.background) return;
    const std::vector<RowWord> trigger = trigger_words(claim);
    std::vector<ClaimSide> by = sides_of(claim.actors, false);
    if (by.empty()) return;
    const bool takes_back = words_.any(DeskClass::kWithdrawals, trigger) &&
                            (words_.any(DeskClass::kAskNouns, trigger) ||
                             words_.any(DeskClass::kOfferNouns, trigger));
    if (takes_back) {
      const bool is_ask = words_.any(DeskClass::kAskNouns, trigger);
      LedgerEntry& entry = add(claim, is_ask ? LedgerKind::kDemand : LedgerKind::kOffer,
                               LedgerMove::kWithdrawn);
      entry.object = withdrawn_object(claim);
      entry.holders = std::move(by);
      return;
    }
    LedgerEntry& entry = add(claim, LedgerKind::kConcession, LedgerMove::kMet);
    entry.opens = claim.type == PloverType::kConcede || claim.type == PloverType::kRetreat;
    entry.object = object_of(claim, nullptr, true, claims_, known_);
    entry.counterparts = without(sides_of(claim.recipients, true), by);
    entry.holders = std::move(by);
  }

  // "withdrawn its demand that Chile pay compensation": what follows the noun.
  ItemObject withdrawn_object(const Claim& claim) const {
    Claim rest = claim;
    const std::vector<RowWord> trigger = trigger_words(claim);
    rest.trigger.start = claim.trigger.end + 1;
    // A clause that another claim tells of is the object.
    for (const Claim* each : claims_) {
      if (each->sentence.start != claim.sentence.start || each == &claim) continue;
      if (each->trigger.start >= claim.trigger.end) return object_of(*each, nullptr, true, claims_, known_);
    }
    return object_of(rest, nullptr, false, claims_, known_);
  }

  void fail_to_give(const Claim& claim) {
    std::vector<ClaimSide> by = sides_of(claim.actors, false);
    if (by.empty()) return;
    LedgerEntry& entry = add(claim, LedgerKind::kCommitment, LedgerMove::kBroken);
    entry.object = object_of(claim, nullptr, true, claims_, known_);
    entry.holders = std::move(by);
  }

  // "unless Bolivia stopped diverting water", without its mark.
  std::string clause_of(const std::string& condition) const {
    for (const RowWord& word : split_row_words(condition)) {
      if (!words_.holds(DeskClass::kPhraseEnds, word.lower)) return condition.substr(word.begin);
    }
    return condition;
  }

  // Who offers something on a condition asks for what the condition tells.
  void read_conditions(const Claim& claim) {
    if (claim.type == PloverType::kThreaten || claim.background) return;
    if (claim.factuality == Factuality::kThreatened) return;
    for (const ClaimCondition& condition : claim.conditions) {
      const auto found = by_id_.find(condition.event);
      if (found == by_id_.end() || embedded_.contains(condition.event)) continue;
      const Claim& awaited = *found->second;
      const std::vector<ClaimSide> holders = sides_of(claim.actors, true);
      const std::vector<ClaimSide> doers = sides_of(awaited.actors, true);
      if (holders.empty() || share_side(holders, doers)) continue;
      LedgerEntry& entry = add(awaited, LedgerKind::kPrecondition, LedgerMove::kStated);
      entry.opens = true;
      entry.object = object_of(awaited, nullptr, true, claims_, known_);
      if (!is_giving(awaited.act)) entry.object.words = clause_of(condition.words.text);
      entry.holders = holders;
      entry.counterparts = doers;
      entry.by = holders;
    }
  }

  const std::vector<const Claim*>& claims_;
  const WordingKnowledge& known_;
  const DeskWords& words_;
  ArticleClaims by_id_;
  std::unordered_set<std::string> embedded_, awaited_;
  std::vector<LedgerEntry> entries_;
};

}  // namespace

LedgerSlot slot_of(LedgerKind kind) {
  switch (kind) {
    case LedgerKind::kDemand:
    case LedgerKind::kPrecondition: return LedgerSlot::kAsked;
    case LedgerKind::kOffer:
    case LedgerKind::kConcession:
    case LedgerKind::kCommitment: return LedgerSlot::kGiven;
    case LedgerKind::kRefusal: return LedgerSlot::kRefused;
    case LedgerKind::kDeadline: return LedgerSlot::kDeadline;
  }
  return LedgerSlot::kAsked;
}

std::vector<LedgerEntry> entries_of(const std::vector<const Claim*>& claims,
                                    const WordingKnowledge& known) {
  return ArticleEntries(claims, known).all();
}

}  // namespace verbale
