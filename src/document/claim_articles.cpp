// SPDX-License-Identifier: Apache-2.0
#include "document/claim_articles.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace verbale {

std::vector<ToldArticle> articles_in_order(const std::vector<Claim>& claims,
                                             std::optional<Day> as_of) {
  using Key = std::pair<std::optional<Day>, std::string>;  // Nothing comes before any day.
  std::map<Key, ToldArticle> articles;
  std::unordered_set<std::string> seen;
  for (const Claim& claim : claims) {
    if (as_of && claim.document.day && *claim.document.day > *as_of) continue;
    if (!seen.insert(claim.id).second) continue;
    articles[{claim.document.day, claim.document.id}].push_back(&claim);
  }
  std::vector<ToldArticle> ordered;
  for (auto& [key, article] : articles) {
    std::sort(article.begin(), article.end(), [](const Claim* a, const Claim* b) {
      return std::tie(a->trigger.start, a->id) < std::tie(b->trigger.start, b->id);
    });
    ordered.push_back(std::move(article));
  }
  return ordered;
}

}  // namespace verbale
