// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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
  bool is_located = true;    // false: latitude and longitude mean nothing.
  float latitude = 0;        // Degrees. Of countries, regions and waters their middle, good enough
  float longitude = 0;       // to measure distances, never to be shown.
  std::uint32_t weight = 0;  // People who live there, or how well known it is in people.
  std::uint32_t geonames = 0;  // 0 where unknown.
};

using PlaceIndex = std::uint32_t;

// A name and one of the places it means.
struct PlaceName {
  std::string_view folded;
  PlaceIndex entry = 0;
};

// A short form of a division: "Va.".
struct DivisionForm {
  std::string_view name;     // "Virginia"
  std::string_view country;  // "USA"
};

// Names of places, and what they may mean. Read-only after loading: threads may share it.
struct Places {
  const GazetteerEntry& entry(PlaceIndex index) const { return entries[index]; }

  // Every place of that name; `folded` as fold_place_name() makes it. Countries first, then by
  // weight. Empty for none.
  std::span<const PlaceName> find(std::string_view folded) const;

  // True when some name starts with `folded` and a further word.
  bool continues(std::string_view folded) const;

  // The country that an adjective or a name of its people means: "syrian" → "SYR". Empty for none.
  std::string_view country_of_adjective(std::string_view folded) const;

  // The entry of a country, by ISO 3166 alpha-3; null for none.
  const GazetteerEntry* country(std::string_view iso3) const;

  std::vector<GazetteerEntry> entries;
  std::vector<PlaceName> names;  // Sorted by folded name, then as find() says.
  std::unordered_map<std::string_view, std::string_view> adjectives;
  std::unordered_map<std::string_view, PlaceIndex> countries;
  std::unordered_map<std::string_view, DivisionForm> divisions;  // By the form as written.
  // Words around names, lower case: what kind of place a name is ("city"), what stands before
  // places
  // ("in"), what part of one is meant ("northern").
  std::unordered_set<std::string_view> place_nouns, place_signs, part_words;
  // Those of the nouns that make no other place of a name: "Homs province", unlike "Homs airport".
  std::unordered_set<std::string_view> same_nouns;
  // Nouns after a name that is no place there ("the Marburg virus", "the Minsk accords"), and
  // before one, with "of" ("the University of Texas"); lower case.
  std::unordered_set<std::string_view> named_nouns, owner_nouns;
  // Folded names that are more often something else: places only where the words around say so.
  std::unordered_set<std::string_view> careful;
  // Folded names of the gazetteer that are never taken for places: "march".
  std::unordered_set<std::string_view> never;

  std::deque<std::string> kept;  // What the views point into; a deque, so that they stay good.
};

// A name as the gazetteer looks it up: lower case, without accents, apostrophes and stops, other
// signs as one space; "st", "ste", "mt" and "ft" before another word in full.
std::string fold_place_name(std::string_view name);

// Loads data/places and the names of countries (data/en/actors/countries.rec); every mistake goes
// to `files`, wrong lines are left out. The texts of `files` must outlive it.
Places load_places(DataFiles& files);

}  // namespace verbale
