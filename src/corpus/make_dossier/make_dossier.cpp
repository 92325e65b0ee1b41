// SPDX-License-Identifier: Apache-2.0
#include "corpus/make_dossier/make_dossier.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/utf8.h"

namespace verbale {
namespace {

std::string last_word(const std::string& name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string::npos ? name : name.substr(space + 1);
}

// Facts by their text, each article counted once.
class Facts {
 public:
  void add(const std::string& text, const Claim& claim) {
    if (text.empty()) return;
    Entry& entry = entries_[text];
    DossierFact& fact = entry.fact;
    fact.text = text;
    if (entry.articles.insert(claim.document.id).second) ++fact.articles;
    const std::optional<Day>& day = claim.document.day;
    if (day && (!fact.first || *day < *fact.first)) fact.first = day;
    if (day && (!fact.last || *day > *fact.last)) fact.last = day;
    if (fact.claims.size() < kFactClaimsMax) fact.claims.push_back(claim.id);
  }

  std::vector<DossierFact> by_count() const {
    return sorted([](const DossierFact& a, const DossierFact& b) {
      return std::tie(b.articles, a.text) < std::tie(a.articles, b.text);
    });
  }
  std::vector<DossierFact> by_day() const {
    return sorted([](const DossierFact& a, const DossierFact& b) {
      return std::tie(a.first, a.text) < std::tie(b.first, b.text);
    });
  }

 private:
  struct Entry {
    DossierFact fact;
    std::set<std::string> articles;
  };
  template <typename Before>
  std::vector<DossierFact> sorted(Before before) const {
    std::vector<DossierFact> facts;
    for (const auto& [text, entry] : entries_) facts.push_back(entry.fact);
    std::stable_sort(facts.begin(), facts.end(), before);
    return facts;
  }
  std::map<std::string, Entry> entries_;
};

class DossierMaker {
 public:
  DossierMaker(const std::vector<Claim>& claims, const DossierWish& wish)
      : wish_(wish), asked_(lower_case(wish.name)) {
    for (const Claim& claim : claims) {
      const bool is_known = !wish.as_of || !claim.document.day || *claim.document.day <= *wish.as_of;
      if (is_known) claims_.push_back(&claim);
    }
    std::sort(claims_.begin(), claims_.end(), [](const Claim* a, const Claim* b) {
      return std::tie(a->document.day, a->document.id, a->trigger.start, a->id) <
             std::tie(b->document.day, b->document.id, b->trigger.start, b->id);
    });
    const auto same = [](const Claim* a, const Claim* b) { return a->id == b->id; };
    claims_.erase(std::unique(claims_.begin(), claims_.end(), same), claims_.end());
  }

  Dossier make() {
    find_ids();
    for (const Claim* claim : claims_) read(*claim);
    dossier_.asked = wish_.name;
    dossier_.ids.assign(ids_.begin(), ids_.end());
    dossier_.names = names_.by_count();
    dossier_.roles = roles_.by_day();
    dossier_.codes = codes_.by_day();
    for (auto& [key, counterpart] : counterparts_) {
      counterpart.second.articles = counterpart.first.size();
      dossier_.counterparts.push_back(std::move(counterpart.second));
    }
    std::stable_sort(dossier_.counterparts.begin(), dossier_.counterparts.end(),
                     [](const auto& a, const auto& b) { return a.articles > b.articles; });
    for (auto* list : {&dossier_.acts, &dossier_.said_of, &dossier_.says}) {
      std::reverse(list->begin(), list->end());
      if (list->size() > wish_.acts_max) list->resize(wish_.acts_max);
    }
    dossier_.namesakes.assign(namesakes_.begin(), namesakes_.end());
    return std::move(dossier_);
  }

 private:
  bool bears_name(const Party& party) const {
    return lower_case(party.name) == asked_ || (!party.id.empty() && party.id == wish_.name);
  }

  // The ids of all that bear the name: by one of them the party is known under other names, too.
  void find_ids() {
    for (const Claim* claim : claims_) {
      for (const auto* parties : {&claim->actors, &claim->recipients}) {
        for (const ClaimParty& each : *parties) {
          if (bears_name(each.party) && !each.party.id.empty()) ids_.insert(each.party.id);
        }
      }
    }
  }

  bool is_subject(const Party& party) const {
    return bears_name(party) || (!party.id.empty() && ids_.contains(party.id));
  }

  void read(const Claim& claim) {
    const bool acts = take_side(claim, claim.actors);
    const bool undergoes = take_side(claim, claim.recipients);
    const bool speaks =
        std::any_of(claim.attribution.begin(), claim.attribution.end(), [&](const auto& source) {
          return lower_case(source.source) == asked_;
        });
    if (acts || undergoes) add_counterparts(claim);
    if (acts) dossier_.acts.push_back(act_of(claim));
    if (undergoes && !acts) dossier_.said_of.push_back(act_of(claim));
    if (speaks && !acts) dossier_.says.push_back(act_of(claim));
  }

  bool take_side(const Claim& claim, const std::vector<ClaimParty>& parties) {
    bool is_there = false;
    for (const ClaimParty& each : parties) {
      if (is_subject(each.party)) {
        is_there = true;
        names_.add(each.party.name, claim);
        roles_.add(each.party.role, claim);
        codes_.add(each.party.code, claim);
      } else if (lower_case(last_word(each.party.name)) == last_word(asked_) &&
                 each.party.name.find(' ') != std::string::npos) {
        namesakes_.insert(each.party.name);
      }
    }
    return is_there;
  }

  void add_counterparts(const Claim& claim) {
    for (const auto* parties : {&claim.actors, &claim.recipients}) {
      for (const ClaimParty& each : *parties) {
        if (is_subject(each.party)) continue;
        const std::string key = each.party.id.empty() ? lower_case(each.party.name) : each.party.id;
        auto& [articles, counterpart] = counterparts_[key];
        articles.insert(claim.document.id);
        counterpart.side = {key, each.party.name, each.party.country, false};
        if (claim.document.day) counterpart.last = claim.document.day;
      }
    }
  }

  static DossierAct act_of(const Claim& claim) {
    DossierAct act;
    act.claim = claim.id;
    act.document = claim.document.id;
    act.outlet = claim.document.outlet;
    act.day = claim.document.day;
    if (claim.date) act.when = claim.date->range;
    act.type = claim.type;
    act.act = claim.act;
    act.mode = claim.mode;
    act.factuality = claim.factuality;
    act.background = claim.background;
    act.actors = named(claim.actors);
    act.recipients = named(claim.recipients);
    for (const ClaimSource& source : claim.attribution) act.sources.push_back(source.source);
    act.quote = quote_of(claim.sentence.text, kQuotePointsMax);
    return act;
  }

  static std::vector<ClaimSide> named(const std::vector<ClaimParty>& parties) {
    std::vector<ClaimSide> sides;
    for (const ClaimParty& each : parties) {
      sides.push_back({each.party.id.empty() ? lower_case(each.party.name) : each.party.id,
                       each.party.name, each.party.country, false});
    }
    return sides;
  }

  const DossierWish& wish_;
  std::string asked_;
  std::vector<const Claim*> claims_;
  std::set<std::string> ids_, namesakes_;
  Facts names_, roles_, codes_;
  std::map<std::string, std::pair<std::set<std::string>, DossierCounterpart>> counterparts_;
  Dossier dossier_;
};

}  // namespace

Dossier make_dossier(const std::vector<Claim>& claims, const DossierWish& wish) {
  return DossierMaker(claims, wish).make();
}

}  // namespace verbale
