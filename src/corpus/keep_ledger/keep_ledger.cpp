// SPDX-License-Identifier: Apache-2.0
#include "corpus/keep_ledger/keep_ledger.h"

#include <algorithm>
#include <map>
#include <memory>

#include "core/hash.h"
#include "core/utf8.h"
#include "corpus/keep_ledger/ledger_book.h"
#include "document/claim_articles.h"

namespace verbale {
namespace {

std::string last_word(const std::string& name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string::npos ? "" : name.substr(space + 1);
}

// A person of whom an article gives the surname only is the one person who is called so elsewhere.
class Surnames {
 public:
  explicit Surnames(const std::vector<const Claim*>& claims) {
    for (const Claim* claim : claims) {
      for (const auto* parties : {&claim->actors, &claim->recipients}) {
        for (const ClaimParty& each : *parties) {
          const std::string surname = last_word(each.party.name);
          if (surname.empty() || each.party.country.empty() || each.party.role.empty()) continue;
          const auto [known, is_new] = bearers_.try_emplace(surname, &each.party);
          const bool is_same = is_new || (known->second != nullptr &&
                                          known->second->country == each.party.country);
          if (!is_same) known->second = nullptr;
        }
      }
    }
  }

  // The claim with such parties made known; null where it has none.
  std::unique_ptr<Claim> settle(const Claim& claim) const {
    std::unique_ptr<Claim> settled;
    for (const bool is_actor : {true, false}) {
      const auto& parties = is_actor ? claim.actors : claim.recipients;
      for (std::size_t i = 0; i < parties.size(); ++i) {
        if (!parties[i].party.country.empty()) continue;
        const auto found = bearers_.find(parties[i].party.name);
        if (found == bearers_.end() || found->second == nullptr) continue;
        if (!settled) settled = std::make_unique<Claim>(claim);
        (is_actor ? settled->actors : settled->recipients)[i].party = *found->second;
      }
    }
    return settled;
  }

 private:
  std::map<std::string, const Party*> bearers_;  // Null where several are called so.
};

// One account of those who speak of the item as there, one of those who deny it.
void tell_accounts(LedgerItem& item) {
  const bool is_disputed = std::any_of(
      item.history.begin(), item.history.end(),
      [](const LedgerReport& report) { return report.move == LedgerMove::kDenied; });
  if (!is_disputed) return;
  for (const LedgerReport& report : item.history) {
    if (report.claims.empty()) continue;
    const LedgerMove move =
        report.move == LedgerMove::kDenied ? LedgerMove::kDenied : LedgerMove::kStated;
    auto account = std::find_if(item.accounts.begin(), item.accounts.end(),
                                [&](const LedgerAccount& each) { return each.move == move; });
    if (account == item.accounts.end()) account = item.accounts.insert(account, {move, {}, {}});
    std::vector<std::string> sources = report.sources;
    if (sources.empty() && !report.outlet.empty()) sources.push_back(report.outlet);
    for (std::string& source : sources) {
      auto& known = account->sources;
      if (std::find(known.begin(), known.end(), source) == known.end()) {
        known.push_back(std::move(source));
      }
    }
    account->claims.insert(account->claims.end(), report.claims.begin(), report.claims.end());
  }
}

std::vector<std::string> lower_words(const std::string& text) {
  std::vector<std::string> words;
  for (RowWord& word : split_row_words(text)) words.push_back(std::move(word.lower));
  return words;
}

}  // namespace

std::string_view name_of(LedgerKind kind) {
  constexpr std::string_view kNames[] = {"demand",     "precondition", "offer",   "concession",
                                         "commitment", "refusal",      "deadline"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(LedgerState state) {
  constexpr std::string_view kNames[] = {"open", "met", "refused", "withdrawn", "lapsed"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(LedgerMove move) {
  constexpr std::string_view kNames[] = {"stated",    "accepted", "partly met", "met",   "refused",
                                         "withdrawn", "denied",   "broken",     "lapsed"};
  return kNames[static_cast<std::size_t>(move)];
}

std::vector<LedgerItem> LedgerBook::close() {
  for (Page& page : pages_) {
    LedgerItem& item = page.item;
    std::string content(kLedgerRule);
    content += '|' + std::to_string(static_cast<int>(page.slot));
    for (const ClaimSide& side : item.holders) content += '|' + side.key;
    content += "|>";
    for (const std::string& word : page.wordings.front().signature) content += '|' + word;
    if (page.slot == LedgerSlot::kDeadline && item.due) content += '|' + iso_day(item.due->end);
    const std::size_t same = ids_[content]++;
    if (same > 0) content += '#' + std::to_string(same);
    item.id = hash_hex(content);
    tell_accounts(item);
  }
  for (Page& page : pages_) {
    for (std::size_t i = 0; i < page.awaited.size(); ++i) {
      if (!page.awaited[i]) continue;
      LedgerItem& awaited = pages_[*page.awaited[i]].item;
      page.item.conditions[i].item = awaited.id;
      awaited.unblocks.push_back(page.item.id);
      awaited.kind = LedgerKind::kPrecondition;
    }
  }
  std::vector<LedgerItem> items;
  for (Page& page : pages_) items.push_back(std::move(page.item));
  pages_.clear();
  return items;
}

std::vector<LedgerItem> keep_ledger(const std::vector<Claim>& claims, const LedgerWish& wish,
                                    const DeskWords& words) {
  LedgerBook book;
  std::optional<Day> today = wish.as_of;
  std::vector<ToldArticle> articles = articles_in_order(claims, wish.as_of);
  std::vector<const Claim*> all;
  for (const ToldArticle& article : articles) all.insert(all.end(), article.begin(), article.end());
  const std::vector<std::string> states = state_words(all);
  const Surnames surnames(all);
  std::vector<std::unique_ptr<Claim>> settled;
  for (ToldArticle& article : articles) {
    for (const Claim*& claim : article) {
      if (auto known = surnames.settle(*claim)) {
        claim = settled.emplace_back(std::move(known)).get();
      }
    }
  }
  for (const ToldArticle& article : articles) {
    const std::optional<Day> day = article.front()->document.day;
    if (day) book.turn_to(*day);
    if (day && !wish.as_of) today = day;
    book.enter(article, {words, states});
  }
  if (today) book.turn_to(*today);
  return book.close();
}

bool is_between(const LedgerItem& item, const std::string& one, const std::string& other) {
  const auto holds = [&](const std::string& holder, const std::string& counterpart) {
    if (!has_side(item.holders, holder)) return false;
    if (has_side(item.counterparts, counterpart) || has_side(item.holders, counterpart)) return true;
    return item.counterparts.empty() && item.holders.size() == 1 &&
           std::find(item.origins.begin(), item.origins.end(), counterpart) != item.origins.end();
  };
  return holds(one, other) || holds(other, one);
}

bool is_about(const LedgerItem& item, std::string_view topic) {
  std::string text = item.object;
  for (const LedgerCondition& condition : item.conditions) text += ' ' + condition.words;
  for (const LedgerReport& report : item.history) text += ' ' + report.quote;
  const std::vector<std::string> there = lower_words(text);
  const std::vector<std::string> wanted = lower_words(std::string(topic));
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::any_of(there.begin(), there.end(),
                       [&](const std::string& each) { return are_alike(each, word); });
  });
}

}  // namespace verbale
