// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lexicon/actor_roles.h"

namespace verbale {

// Small closed sets of words by which the stages tell who is spoken of: data/en/actor_words.rec.
enum class ActorWordSet : std::uint8_t {
  kMaleTitles,         // mr, sir: before a name
  kFemaleTitles,       // mrs, ms
  kTitles,             // dr, prof
  kMalePronouns,       // he, his
  kFemalePronouns,     // she, her
  kPluralPronouns,     // they
  kThingPronouns,      // it, its
  kSpeakerPronouns,    // we, us: who is quoted, and theirs
  kCounterparts,       // counterpart, opposite number: the office is the one named before
  kSides,              // side, country, leader: "both sides", "the two countries"
  kSideMarks,          // both, two, neither, either
  kPlacePrepositions,  // in, at, near: a capital after them is a place
  kComplements,        // of, for, from, in: after a noun of office they name whose it is
  kSportStrong,        // quarterback, playoff: the sentence is about sport
  kSportWeak,          // score, match, coach: two of them do
  kSportFaint,         // win, title, race: one of them and a weak one do
  kSportNot,           // bomb, police, treaty: it is about more than sport
  kNameParticles,      // al, de, van, bin: within a person's name
  kCommonWords,        // us, who: acronyms that are ordinary words in headlines
  kDefinites,          // the, this: the one already spoken of
  kOwnerPrepositions,  // of, for: whose the noun before is
  kGoalPrepositions,   // to, with: never whose it is
  kRegions,            // Western, Arab: before states or leaders, many at once
  kOwningParticiples,  // based, born: "Kenya-based" is Kenyan, "Kenya-backed" is not
  kJourneys,           // visit, trip: "to Paris" after them is a place
  kAgeWords,           // year, old: "the 54-year-old"
  kFamilyFirst,        // chn, kor: countries whose people are called by the first part of the name
  kLeaders,            // leader, ruler: with a country, whoever governs it
  kPastCopulas,        // was: what somebody was is no office now
  kServants,           // adviser, aide: "to" after them names whose they are
  kTrioMarks,          // three: "the three countries"
  kHeadingVerbs,       // head, lead: who does it to a body belongs to it
  kCountryNouns,       // country, nation: "the country" is the one at hand
  kCalendarWords,      // monday, march: before a name they are a date
  kGroupNouns,         // group, movement: "the group" is one named before
  kSmallWords,         // and, of: in small letters within a name
};
inline constexpr std::size_t kActorWordSetCount = 36;

class ActorWords {
 public:
  // `word` in lower case.
  bool has(ActorWordSet set, std::string_view word) const;
  // Of a given name in lower case; unknown for names that are both or not listed.
  Gender gender_of(std::string_view given_name) const;
  bool is_given_name(std::string_view name) const { return given_names_.contains(name); }

  friend ActorWords load_actor_words(DataFiles& files);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  std::array<std::unordered_set<std::string, Hash, std::equal_to<>>, kActorWordSetCount> sets_;
  std::unordered_map<std::string, Gender, Hash, std::equal_to<>> given_names_;
};

// Reads data/en/actor_words.rec and data/en/given_names.tsv; errors go to `files`.
ActorWords load_actor_words(DataFiles& files);

}  // namespace verbale
