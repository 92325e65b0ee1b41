// SPDX-License-Identifier: Apache-2.0
#include "corpus/fuse_events/weigh_accounts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>
#include <unordered_map>

#include "core/utf8.h"

namespace verbale {
namespace {

std::string digits(double value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  return {text, end};
}

std::string told_amount(const ClaimAmount& amount) {
  if (std::isinf(amount.high)) return digits(amount.low) + "+";
  return amount.low == amount.high ? digits(amount.low)
                                   : digits(amount.low) + "-" + digits(amount.high);
}

std::string told_days(const DayRange& range) {
  return range.start == range.end ? iso_day(range.start)
                                  : iso_day(range.start) + "/" + iso_day(range.end);
}

// Only sides that are known can contradict each other.
std::string told_side(const std::vector<ClaimParty>& side) {
  std::set<std::string> names;
  for (const ClaimParty& party : side) {
    if (party.party.code.empty() && party.party.country.empty()) return {};
    names.insert(party.party.name);
  }
  std::string told;
  for (const std::string& name : names) told += (told.empty() ? "" : "; ") + name;
  return told;
}

bool share_a_party(const std::vector<ClaimParty>& a, const std::vector<ClaimParty>& b) {
  return std::any_of(a.begin(), a.end(), [&](const ClaimParty& first) {
    return std::any_of(b.begin(), b.end(), [&](const ClaimParty& second) {
      return first.party.id == second.party.id ||
             (!first.party.country.empty() && first.party.country == second.party.country);
    });
  });
}

// A matter on which reports can differ: what one says of it, and whether two cannot both be true.
struct Matter {
  const char* field;
  std::function<std::string(const Report&)> told;
  std::function<bool(const Report&, const Report&)> clash;
};

Matter amount_matter(const char* field, std::optional<ClaimAmount> ClaimMagnitude::*member) {
  const auto amount = [member](const Report& report) -> const std::optional<ClaimAmount>& {
    return report.claim->magnitude.*member;
  };
  return {field,
          [amount](const Report& report) {
            return amount(report) ? told_amount(*amount(report)) : std::string();
          },
          [amount](const Report& a, const Report& b) {
            const ClaimAmount& first = *amount(a);
            const ClaimAmount& second = *amount(b);
            return first.unit == second.unit &&
                   (first.high < second.low || second.high < first.low);
          }};
}

Matter side_matter(const char* field, std::vector<ClaimParty> Claim::*side) {
  return {field, [side](const Report& report) { return told_side(report.claim->*side); },
          [side](const Report& a, const Report& b) {
            return !share_a_party(a.claim->*side, b.claim->*side);
          }};
}

std::vector<Matter> matters() {
  std::vector<Matter> all = {
      {"date",
       [](const Report& report) { return report.when ? told_days(*report.when) : std::string(); },
       [](const Report& a, const Report& b) {
         return a.when->end < b.when->start || b.when->end < a.when->start;
       }},
      {"place",
       [](const Report& report) {
         return report.place_is_wide || report.place.empty() ? std::string()
                                                             : report.claim->place->name;
       },
       [](const Report& a, const Report& b) {
         return a.place != b.place && a.sentence.find(b.place) == std::string::npos &&
                b.sentence.find(a.place) == std::string::npos;
       }},
      side_matter("actors", &Claim::actors),
      side_matter("recipients", &Claim::recipients),
      {"factuality",
       [](const Report& report) { return std::string(name_of(report.claim->factuality)); },
       [](const Report& a, const Report& b) {
         return (a.claim->factuality == Factuality::kNegated) !=
                (b.claim->factuality == Factuality::kNegated);
       }},
  };
  all.push_back(amount_matter("killed", &ClaimMagnitude::killed));
  all.push_back(amount_matter("injured", &ClaimMagnitude::injured));
  all.push_back(amount_matter("arrested", &ClaimMagnitude::arrested));
  all.push_back(amount_matter("participants", &ClaimMagnitude::participants));
  all.push_back(amount_matter("amount", &ClaimMagnitude::amount));
  all.push_back(amount_matter("duration", &ClaimMagnitude::duration));
  return all;
}

// The outlet that the report itself says it is from, which is where its chain of sources ends.
std::string root_of(const Report& report) {
  std::string root;
  for (const ClaimSource& source : report.claim->attribution) {
    if (source.kind == SourceKind::kOutlet) root = lower_case(source.source);
  }
  return root;
}

}  // namespace

ReportGroup group_with_origins(std::vector<const Report*> reports) {
  // Origins that are one are joined under the smallest.
  std::map<std::string, std::string> parents;
  const std::function<std::string(const std::string&)> find = [&](const std::string& name) {
    const auto found = parents.find(name);
    return found == parents.end() || found->second == name ? name : find(found->second);
  };
  const auto own_origin = [](const Report& report) {
    return report.given->origin.empty() ? report.claim->document.id : report.given->origin;
  };
  std::map<std::string, std::vector<std::string>> by_outlet;
  for (const Report* report : reports) {
    const std::string root = root_of(*report);
    if (!root.empty()) by_outlet[root].push_back(own_origin(*report));
  }
  for (const Report* report : reports) {
    const auto named = by_outlet.find(lower_case(report->claim->document.outlet));
    if (named != by_outlet.end()) named->second.push_back(own_origin(*report));
  }
  for (const auto& [outlet, origins] : by_outlet) {
    for (const std::string& origin : origins) {
      const std::string a = find(origins.front()), b = find(origin);
      parents[std::max(a, b)] = std::min(a, b);
    }
  }
  ReportGroup group;
  for (const Report* report : reports) group.origins.push_back(find(own_origin(*report)));
  group.reports = std::move(reports);
  return group;
}

std::vector<Account> weighed(const Accounts& accounts, const ReportGroup& group) {
  std::vector<Account> all;
  for (const auto& [value, places] : accounts) {
    Account account;
    account.value = value;
    std::set<std::string> origins;
    for (std::size_t place : places) {
      account.claims.push_back(group.reports[place]->claim->id);
      origins.insert(group.origins[place]);
    }
    std::sort(account.claims.begin(), account.claims.end());
    account.origins = origins.size();
    all.push_back(std::move(account));
  }
  std::stable_sort(all.begin(), all.end(), [](const Account& a, const Account& b) {
    return a.origins != b.origins ? a.origins > b.origins : a.claims.size() > b.claims.size();
  });
  return all;
}

std::vector<Contradiction> contradictions_of(const ReportGroup& group) {
  std::vector<Contradiction> found;
  for (const Matter& matter : matters()) {
    Accounts accounts;
    for (std::size_t i = 0; i < group.reports.size(); ++i) {
      const std::string told = matter.told(*group.reports[i]);
      if (!told.empty()) accounts[told].push_back(i);
    }
    // One report stands for all that say the same: what they say is what is held against others.
    std::set<std::string> clashing;
    for (const auto& [value, places] : accounts) {
      for (const auto& [other, other_places] : accounts) {
        if (value < other &&
            matter.clash(*group.reports[places.front()], *group.reports[other_places.front()])) {
          clashing.insert(value);
          clashing.insert(other);
        }
      }
    }
    if (clashing.empty()) continue;
    std::erase_if(accounts, [&](const auto& each) { return !clashing.contains(each.first); });
    found.push_back({matter.field, weighed(accounts, group)});
  }
  return found;
}

}  // namespace verbale
