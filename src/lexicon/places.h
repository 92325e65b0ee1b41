// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/references.h"

namespace verbale {

class DataFiles;

// A place the gazetteer knows.
struct GazetteerEntry {
  std::string_view name;     // As written: "Homs".
  std::string_view country;  // ISO 3166 alpha-3; empty for seas and world regions.
  std::string_view region;   // First-level division, or empty.
  PlaceKind kind = PlaceKind::kCity;
  float latitude = 0;        // Degrees. Of countries, regions and waters their middle, good enough
  float longitude = 0;       // to measure distances, never to be shown.
  std::uint32_t population = 0;  // 0 where unknown.
  std::uint32_t geonames = 0;    // 0 where unknown.
};

// Names of places, and what they may mean. Read-only after loading: threads may share it.
class Places {
 public:
  using Index = std::uint32_t;

  const GazetteerEntry& entry(Index index) const { return entries_[index]; }
  std::size_t size() const { return entries_.size(); }

  // Every place of that name; `folded` as fold_place_name() makes it. Most populous first, but
  // countries before regions before cities. Empty for none.
  std::span<const Index> find(std::string_view folded) const;

  // True when some name is `folded` or starts with it and a further word.
  bool starts_name(std::string_view folded) const;

  // The country that an adjective or a name of its people means: "syrian" → "SYR". Empty for none.
  std::string_view country_of_adjective(std::string_view folded) const;

  // The entry of a country, by ISO 3166 alpha-3; null for none.
  const GazetteerEntry* country(std::string_view iso3) const;

  // True for a word that says what kind of place a name is: "city", "province", "river".
  bool is_place_noun(std::string_view lemma) const;
  // True for a name that is also a common word or a person's name, and a place only where the words
  // around say so: "Reading", "Nice", "Orange".
  bool needs_context(std::string_view folded) const;

 private:
  friend Places load_places(DataFiles& files);
  friend class PlacesLoader;

  struct Name {
    std::string_view folded;
    Index entry = 0;
  };
  std::vector<GazetteerEntry> entries_;
  std::vector<Name> names_;      // Sorted by folded name, then rank.
  std::vector<Index> by_name_;   // names_[i].entry, so that find() can answer with a span.
  std::unordered_map<std::string_view, std::string_view> adjectives_;
  std::unordered_map<std::string_view, Index> countries_;
  std::vector<std::string_view> place_nouns_;     // Sorted.
  std::vector<std::string_view> context_needed_;  // Sorted.
  std::vector<std::string> kept_;                 // What the views point into.
};

// A name as the gazetteer looks it up: lower case, without accents, punctuation as one space, "st"
// and "mt" before another word as "saint" and "mount".
std::string fold_place_name(std::string_view name);

// Loads data/places; every mistake goes to `files`, wrong lines are left out. The texts of `files`
// must outlive it.
Places load_places(DataFiles& files);

}  // namespace verbale
