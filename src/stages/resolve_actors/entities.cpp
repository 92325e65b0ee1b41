// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_actors/entities.h"

#include <algorithm>

#include "core/utf8.h"
#include "lexicon/actor_names.h"

namespace verbale {

std::uint32_t EntityTable::add(Entity entity) {
  entities_.push_back(std::move(entity));
  return count();
}

std::uint32_t EntityTable::find(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? 0 : found->second;
}

void EntityTable::know_short(std::string_view name, std::uint32_t number) {
  auto& numbers = by_short_name_[name_key(name)];
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
    numbers.push_back(number);
  }
}

std::uint32_t EntityTable::find_short(std::string_view name) const {
  const auto found = by_short_name_.find(name_key(name));
  return found == by_short_name_.end() || found->second.size() != 1 ? 0 : found->second.front();
}

std::string name_key(std::string_view name) { return lower_case(fold_name(name)); }

std::string initials_of(std::string_view name) {
  std::string initials;
  bool starts_word = true;
  for (char c : fold_name(name)) {
    if (starts_word && is_ascii_upper(c)) initials += c;
    starts_word = c == ' ' || c == '-';
  }
  return initials;
}

}  // namespace verbale
