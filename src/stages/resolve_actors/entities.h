// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/references.h"
#include "lexicon/actor_roles.h"

namespace verbale {

// Somebody an article speaks of, by all its mentions.
struct Entity {
  std::optional<Party> party;
  std::string name;        // The fullest name seen; empty for "the minister".
  std::string role_words;  // Told with the name, or the only description.
  MentionKind kind = MentionKind::kPerson;
  Gender gender = Gender::kUnknown;
  bool is_plural = false;
  std::vector<std::uint32_t> members;
};

// The entities of one article. Numbers run from 1.
class EntityTable {
 public:
  std::uint32_t add(Entity entity);
  Entity& at(std::uint32_t number) { return entities_[number - 1]; }
  const Entity& at(std::uint32_t number) const { return entities_[number - 1]; }
  std::uint32_t count() const { return static_cast<std::uint32_t>(entities_.size()); }

  // Makes the entity known by a key: an id, a name in full. The first one keeps the key.
  void know(std::string key, std::uint32_t number) { by_key_.emplace(std::move(key), number); }
  std::uint32_t find(const std::string& key) const;  // 0 for none.

  // Makes the entity known by the last word of its name, or by an acronym.
  void know_short(std::string_view name, std::uint32_t number);
  // The entity that a short name speaks of; 0 when none or several do.
  std::uint32_t find_short(std::string_view name) const;

 private:
  std::vector<Entity> entities_;
  std::map<std::string, std::uint32_t> by_key_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_short_name_;
};

// The key of a name: lower case, no accents.
std::string name_key(std::string_view name);

// The initials of the capitalised words of a name: "National Salvation Front" → "NSF".
std::string initials_of(std::string_view name);

}  // namespace verbale
