// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_places/resolve_places.h"

#include <gtest/gtest.h>

#include "grammar/rough_syntax.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

const Places& places() {
  static DataFiles files(std::string(VERBALE_ROOT) + "/data");
  static const Places loaded = load_places(files);
  return loaded;
}

References resolve(const std::string& text, References given = {}) {
  Article article;
  article.text = text;
  const Syntax syntax = rough_syntax(article.text);
  return resolve_places(std::move(given), article, syntax, places());
}

// "Homs SYR; Russia RUS"
std::string places_in(const std::string& text) {
  std::string all;
  for (const Mention& mention : resolve(text).mentions) {
    if (!mention.place) continue;
    all += (all.empty() ? "" : "; ") + mention.place->name + " " + mention.place->country;
  }
  return all;
}

struct Case {
  const char* text;
  const char* wanted;
};

const Case kCases[] = {
    {"Troops entered the city of Homs.", "Homs SYR"},
    {"Shells hit Kiev and Kharkov.", "Kyiv UKR; Kharkiv UKR"},
    {"They met in Bombay.", "Mumbai IND"},
    {"They met in St. Petersburg and Saint Petersburg.",
     "Saint Petersburg RUS; Saint Petersburg RUS"},
    {"They met in Paris.", "Paris FRA"},
    {"They met in Paris, Texas.", "Paris USA; Texas USA"},
    {"A man from Alexandria, Va., was held.", "Alexandria USA"},
    {"Police in Alexandria, Egypt, fired.", "Alexandria EGY; Egypt EGY"},
    {"The United States counted: Americans voted in Ohio, Alabama and Texas before Georgia did. "
     "American judges looked on.",
     "United States USA; Ohio USA; Alabama USA; Texas USA; Georgia USA"},
    {"Nigeria and Niger closed the Nigerian border.", "Nigeria NGA; Niger NER"},
    {"Russia, Armenia and Georgia signed.", "Russia RUS; Armenia ARM; Georgia GEO"},
    {"The Lebanese city of Tripoli was calm.", "Tripoli LBN"},
    {"Libya said its capital Tripoli was calm.", "Libya LBY; Tripoli LBY"},
    {"Tankers crossed the Strait of Hormuz.", "Strait of Hormuz "},
    {"They shelled Gaza City and the West Bank.", "Gaza PSE; West Bank PSE"},
    {"Fighting spread in Donbas.", "Donbas UKR"},
    {"The People's Republic of China objected.", "China CHN"},
    {"Fighting spread in the Democratic Republic of Congo.",
     "Democratic Republic of the Congo COD"},
    {"They met in Washington, D.C., on Monday.", "Washington, D.C. USA"},
    {"Floods hit São Paulo and Sana'a.", "São Paulo BRA; Sanaa YEM"},
};

TEST(ResolvePlaces, SaysWhichPlaceIsMeant) {
  for (const Case& wanted : kCases) EXPECT_EQ(places_in(wanted.text), wanted.wanted) << wanted.text;
}

constexpr const char* kNoPlaces[] = {
    "Jim Jackson said nothing, and Jackson left.",
    "The Marburg virus spread.",
    "The University of Texas agreed.",
    "They will march in March or May.",
    "Reading is good, a nice split.",
    "Paris Hilton spoke.",
    "The West and the South agreed.",
    "A car was us.",
};

TEST(ResolvePlaces, WhatOnlyLooksLikeAPlaceIsNone) {
  for (const char* text : kNoPlaces) EXPECT_EQ(places_in(text), "") << text;
}

TEST(ResolvePlaces, NamesNothingMorePreciselyThanTheWords) {
  const References seen = resolve("Troops from Russia entered Donetsk Oblast near Bakhmut.");
  ASSERT_EQ(seen.mentions.size(), 3u);
  EXPECT_FALSE(seen.mentions[0].place->latitude);
  EXPECT_FALSE(seen.mentions[1].place->latitude);
  EXPECT_EQ(seen.mentions[1].place->kind, PlaceKind::kRegion);
  ASSERT_TRUE(seen.mentions[2].place->latitude);
  EXPECT_NEAR(*seen.mentions[2].place->latitude, 48.59, 0.1);
  EXPECT_NEAR(*seen.mentions[2].place->longitude, 38.0, 0.1);
  EXPECT_TRUE(seen.mentions[2].place->geonames);
}

TEST(ResolvePlaces, KnowsTheDateline) {
  const References seen = resolve("KYIV, Ukraine (Wire) - Drones hit Odesa.");
  ASSERT_EQ(seen.mentions.size(), 3u);
  EXPECT_TRUE(seen.mentions[0].is_dateline);
  EXPECT_TRUE(seen.mentions[1].is_dateline);
  EXPECT_FALSE(seen.mentions[2].is_dateline);
}

TEST(ResolvePlaces, AnUnknownPlaceKeepsWhatIsToldOfIt) {
  References given;
  Mention marked;
  marked.tokens = {5, 6};
  marked.kind = MentionKind::kPlace;
  given.mentions.push_back(marked);
  const References seen = resolve("He left the Syrian town Quxabad again.", given);
  ASSERT_EQ(seen.mentions.size(), 1u);
  ASSERT_TRUE(seen.mentions[0].place);
  EXPECT_EQ(seen.mentions[0].place->country, "SYR");
  EXPECT_EQ(seen.mentions[0].place->name, "Quxabad");
  EXPECT_FALSE(seen.mentions[0].place->latitude);
}

TEST(ResolvePlaces, NamesOfPeopleAndOrganisationsHoldNoPlaces) {
  References given;
  Mention name;
  name.tokens = {1, 5};
  name.kind = MentionKind::kOrganisation;
  given.mentions.push_back(name);
  const References seen = resolve("The Bank of Kyiv Group met in Warsaw.", given);
  ASSERT_EQ(seen.mentions.size(), 2u);
  EXPECT_FALSE(seen.mentions[0].place);
  EXPECT_EQ(seen.mentions[1].place->name, "Warsaw");
}

TEST(ResolvePlaces, AMentionOfACountryAsPartyGetsItsPlaceToo) {
  References given;
  Mention party;
  party.tokens = {0, 1};
  party.kind = MentionKind::kOrganisation;
  given.mentions.push_back(party);
  const References seen = resolve("Russia said so.", given);
  ASSERT_EQ(seen.mentions.size(), 1u);
  EXPECT_EQ(seen.mentions[0].kind, MentionKind::kOrganisation);
  EXPECT_EQ(seen.mentions[0].place->country, "RUS");
}

TEST(ResolvePlaces, AnyBytesAreRead) {
  for (const std::string& text :
       {std::string(), std::string("\xC3"), std::string("Aa\xFF, Bb"),
        std::string("St. St. St. St."), std::string("- . , 's Paris's")}) {
    resolve(text);
  }
}

TEST(PlaceNames, AreFolded) {
  EXPECT_EQ(fold_place_name("São Paulo"), "sao paulo");
  EXPECT_EQ(fold_place_name("Sana'a"), "sanaa");
  EXPECT_EQ(fold_place_name("St. Louis"), "saint louis");
  EXPECT_EQ(fold_place_name("St."), "st");
  EXPECT_EQ(fold_place_name("U.S."), "us");
  EXPECT_EQ(fold_place_name("Łódź–Ørsta"), "lodz orsta");
  EXPECT_EQ(fold_place_name("Washington, D.C."), "washington dc");
}

TEST(Places, TheDataHasNoMistakes) {
  DataFiles files(std::string(VERBALE_ROOT) + "/data");
  load_places(files);
  for (const Error& error : files.errors()) ADD_FAILURE() << error.message();
}

}  // namespace
}  // namespace verbale
