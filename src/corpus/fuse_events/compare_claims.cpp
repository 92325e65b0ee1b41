// SPDX-License-Identifier: Apache-2.0
#include "corpus/fuse_events/compare_claims.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/utf8.h"
#include "core/words.h"

namespace verbale {
namespace {

using std::chrono::days;

// What each agreement weighs; together they must reach kSameEvent.
constexpr double kSameParty = 2;
constexpr double kSameSide = 1.5;     // The same country, and nothing that tells them apart.
constexpr double kSameCountry = 0.5;  // The army and the opposition of one country.
constexpr double kSameUnnamed = 1;    // "schoolgirls", "200 schoolgirls"
constexpr double kOtherUnnamed = -0.5;
constexpr double kOtherDoer = -0.5;  // Reports differ in who did it.
constexpr double kSamePlace = 2;
constexpr double kPlaceInWords = 1;  // One sentence names the place of the other.
constexpr double kSameDay = 1;
constexpr double kSameStory = 1.5;
constexpr double kOtherStory = -1.5;
constexpr double kSameWords = 3;  // The same words of one article, or of copies.
constexpr double kSharedWord = 0.25;
constexpr double kSharedWordsMax = 1;

constexpr int kLongStretchDays = 31;  // Dates longer than this tell no day.
constexpr int kWindowDays = 1;        // Time zones, and nights.
constexpr int kVagueStretchDays = 5;  // "last week" is not meant to the day …
constexpr int kVagueWindowDays = 3;
constexpr int kNewsDays = 3;  // Without a date, news is of the days before.
constexpr int kSameNewsDays = 2;
constexpr int kStoryDays = 21;
constexpr double kNearKm = 10, kFarKm = 25;
constexpr std::size_t kStemLetters = 5;
constexpr std::size_t kStemWordMin = 4;
constexpr std::size_t kCompoundMin = 2 * kStemLetters;

enum class Endings : std::uint8_t { kPassed, kTaken };

// Words by their first letters; where endings are taken, long ones by their last, too:
// "schoolgirls" are girls.
std::vector<std::uint32_t> stems_of(std::string_view text, Endings endings) {
  std::vector<std::uint32_t> stems;
  for (const std::string& word : words_of(text)) {
    if (word.size() < kStemWordMin) continue;
    stems.push_back(word_key(std::string_view(word).substr(0, kStemLetters)));
    if (endings == Endings::kTaken && word.size() >= kCompoundMin) {
      stems.push_back(word_key(std::string_view(word).substr(word.size() - kStemLetters)));
    }
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

std::size_t shared_count(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

bool is_known(const ClaimParty& party) {
  return !party.party.code.empty() || !party.party.country.empty();
}

std::vector<std::uint32_t> unnamed_words(const std::vector<ClaimParty>& side) {
  std::string text;
  for (const ClaimParty& party : side) {
    if (!is_known(party)) (text += party.party.name) += ' ';
  }
  return stems_of(text, Endings::kTaken);
}

// Planned, happened or denied: one event told before, after and by the other side.
std::uint8_t kind_of(Factuality factuality) {
  switch (factuality) {
    case Factuality::kHappened:
    case Factuality::kPlanned:
    case Factuality::kNegated:
      return 0;
    case Factuality::kPossible:
      return 1;
    case Factuality::kDemanded:
      return 2;
    case Factuality::kThreatened:
      return 3;
  }
  return 0;
}

double party_likeness(const Party& a, const Party& b) {
  if (!a.id.empty() && a.id == b.id) return kSameParty;
  if (a.country.empty() || a.country != b.country) return 0;
  const bool is_open = a.sector.empty() || b.sector.empty() || a.sector == b.sector;
  return is_open ? kSameSide : kSameCountry;
}

struct SideLikeness {
  double value = 0;
  bool is_other = false;  // Both are known, and different.
};

SideLikeness compare_sides(const std::vector<ClaimParty>& a, const std::vector<ClaimParty>& b,
                           const std::vector<std::uint32_t>& a_words,
                           const std::vector<std::uint32_t>& b_words) {
  SideLikeness found;
  bool a_known = false, b_known = false;
  for (const ClaimParty& first : a) {
    a_known |= is_known(first);
    for (const ClaimParty& second : b) {
      if (is_known(first) && is_known(second)) {
        found.value = std::max(found.value, party_likeness(first.party, second.party));
      }
    }
  }
  for (const ClaimParty& second : b) b_known |= is_known(second);
  if (found.value > 0) return found;
  if (a_known && b_known) {
    found.is_other = true;
  } else if (!a_words.empty() && !b_words.empty()) {
    found.value = shared_count(a_words, b_words) > 0 ? kSameUnnamed : kOtherUnnamed;
  }
  return found;
}

bool are_same_count(const std::optional<ClaimAmount>& a, const std::optional<ClaimAmount>& b) {
  return a && b && a->low <= b->high && b->low <= a->high;
}

// Both sides of a war attack one town on one day; that different doers are named of one deed shows
// in those who suffered it.
bool are_same_victims(const Report& a, const Report& b) {
  const ClaimMagnitude& first = a.claim->magnitude;
  const ClaimMagnitude& second = b.claim->magnitude;
  return shared_count(a.recipient_words, b.recipient_words) > 0 ||
         are_same_count(first.killed, second.killed) ||
         are_same_count(first.injured, second.injured) ||
         are_same_count(first.arrested, second.arrested);
}

// In a meeting of equals all stand among the actors: then both sides are looked at as one.
std::optional<double> compare_parties(const Report& a, const Report& b) {
  const Claim& first = *a.claim;
  const Claim& second = *b.claim;
  if (first.recipients.empty() != second.recipients.empty()) {
    auto all = [](const Claim& claim) {
      std::vector<ClaimParty> parties = claim.actors;
      parties.insert(parties.end(), claim.recipients.begin(), claim.recipients.end());
      return parties;
    };
    const SideLikeness sides = compare_sides(all(first), all(second), a.actor_words, b.actor_words);
    if (sides.is_other) return std::nullopt;
    return sides.value;
  }
  const SideLikeness actors =
      compare_sides(first.actors, second.actors, a.actor_words, b.actor_words);
  SideLikeness recipients =
      compare_sides(first.recipients, second.recipients, a.recipient_words, b.recipient_words);
  if (first.recipients.empty() && first.actors.size() > 1 && second.actors.size() > 1) {
    // Two of the same at one table are as good as both sides.
    std::size_t same = 0;
    for (const ClaimParty& x : first.actors) {
      same += std::any_of(second.actors.begin(), second.actors.end(), [&](const ClaimParty& y) {
        return is_known(x) && is_known(y) && party_likeness(x.party, y.party) >= kSameSide;
      });
    }
    if (same < 2) return actors.is_other ? std::nullopt : std::optional(actors.value);
    recipients.value = kSameSide;
  }
  if (recipients.is_other) return std::nullopt;
  if (!actors.is_other) return actors.value + recipients.value;
  constexpr int kMaterialConflict = 4;
  const bool are_deeds = first.quad == kMaterialConflict && second.quad == kMaterialConflict;
  if (!are_deeds || !are_same_victims(a, b)) return std::nullopt;
  return recipients.value + kOtherDoer;
}

double distance_km(const Place& a, const Place& b) {
  constexpr double kDegree = std::numbers::pi / 180, kEarthKm = 6371;
  const double lat1 = *a.latitude * kDegree, lat2 = *b.latitude * kDegree;
  const double half_lat = std::sin((lat2 - lat1) / 2);
  const double half_lon = std::sin((*b.longitude - *a.longitude) * kDegree / 2);
  return 2 * kEarthKm *
         std::asin(std::sqrt(half_lat * half_lat +
                             std::cos(lat1) * std::cos(lat2) * half_lon * half_lon));
}

bool tells_place(const Report& told, const Report& of) {
  return !of.place.empty() && told.sentence.find(of.place) != std::string::npos;
}

std::optional<double> compare_places(const Report& a, const Report& b) {
  if (a.place.empty() || b.place.empty()) {
    const bool is_told =
        (!a.place_is_wide && tells_place(b, a)) || (!b.place_is_wide && tells_place(a, b));
    return is_told ? kPlaceInWords : 0;
  }
  const Place& first = *a.claim->place;
  const Place& second = *b.claim->place;
  if (!first.country.empty() && !second.country.empty() && first.country != second.country) {
    return std::nullopt;
  }
  if (a.place_is_wide || b.place_is_wide) return a.place == b.place ? kPlaceInWords / 2 : 0;
  if (a.place == b.place) return kSamePlace;
  if (tells_place(a, b) || tells_place(b, a)) return 0;
  if (!first.latitude || !second.latitude || !first.longitude || !second.longitude) {
    return std::nullopt;
  }
  const double km = distance_km(first, second);
  if (km > kFarKm) return std::nullopt;
  return km <= kNearKm ? kSamePlace : 0;
}

bool is_within(const DayRange& a, const DayRange& b, int window) {
  return a.start <= b.end + days(window) && b.start <= a.end + days(window);
}

int window_of(const DayRange& range) {
  return (range.end - range.start).count() >= kVagueStretchDays ? kVagueWindowDays : kWindowDays;
}

// A report that names no day beside one that does.
bool may_be_of(const Report& undated, const DayRange& range, bool is_same_story) {
  if (!undated.published) return is_same_story;
  const Day published = *undated.published;
  if (is_same_story) {
    return undated.claim->factuality == Factuality::kPlanned ||
           range.start <= published + days(kWindowDays);
  }
  if (undated.claim->background) return false;
  return is_within(range, {published - days(kNewsDays), published}, kWindowDays);
}

std::optional<double> compare_days(const Report& a, const Report& b, bool is_same_story) {
  if (a.when && b.when) {
    if (!is_within(*a.when, *b.when, std::max(window_of(*a.when), window_of(*b.when)))) {
      return std::nullopt;
    }
    const bool is_exact = a.when->end - a.when->start <= days(kWindowDays) &&
                          b.when->end - b.when->start <= days(kWindowDays);
    return is_exact ? kSameDay : 0;
  }
  if (a.when || b.when) {
    const bool may_be =
        a.when ? may_be_of(b, *a.when, is_same_story) : may_be_of(a, *b.when, is_same_story);
    return may_be ? std::optional(0.0) : std::nullopt;
  }
  if (!a.published || !b.published) return is_same_story ? std::optional(0.0) : std::nullopt;
  if (!is_same_story && (a.claim->background || b.claim->background)) return std::nullopt;
  const auto gap = std::abs((*a.published - *b.published).count());
  return gap <= (is_same_story ? kStoryDays : kSameNewsDays) ? std::optional(0.0) : std::nullopt;
}

bool are_same_words(const Report& a, const Report& b) {
  const bool is_one_text = a.claim->document.id == b.claim->document.id ||
                           (!a.given->origin.empty() && a.given->origin == b.given->origin);
  return is_one_text && a.claim->sentence.text == b.claim->sentence.text &&
         a.claim->trigger.text == b.claim->trigger.text;
}

}  // namespace

Report report_of(const FuseClaim& given, bool place_is_wide) {
  const Claim& claim = *given.claim;
  Report report;
  report.given = &given;
  report.claim = &claim;
  report.kind = kind_of(claim.factuality);
  report.published = claim.document.day;
  if (claim.date && claim.date->range.end - claim.date->range.start <= days(kLongStretchDays)) {
    report.when = claim.date->range;
  }
  if (claim.place) report.place = lower_case(claim.place->name);
  report.place_is_wide = place_is_wide;
  report.sentence = lower_case(claim.sentence.text);
  report.words = stems_of(claim.sentence.text, Endings::kPassed);
  report.actor_words = unnamed_words(claim.actors);
  report.recipient_words = unnamed_words(claim.recipients);
  return report;
}

std::optional<double> likeness(const Report& a, const Report& b) {
  if (a.kind != b.kind || a.claim->act != b.claim->act) return std::nullopt;
  const std::string& mode = a.claim->mode;
  if (!mode.empty() && !b.claim->mode.empty() && mode != b.claim->mode) return std::nullopt;
  const bool is_told = !a.given->story.empty() && !b.given->story.empty();
  const bool is_same_story = is_told && a.given->story == b.given->story;
  const auto when = compare_days(a, b, is_same_story);
  if (!when) return std::nullopt;
  const auto where = compare_places(a, b);
  if (!where) return std::nullopt;
  const auto who = compare_parties(a, b);
  if (!who) return std::nullopt;
  double sum = *when + *where + *who;
  if (is_told) sum += is_same_story ? kSameStory : kOtherStory;
  if (are_same_words(a, b)) sum += kSameWords;
  return sum + std::min(kSharedWordsMax,
                        kSharedWord * static_cast<double>(shared_count(a.words, b.words)));
}

}  // namespace verbale
