// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <chrono>
#include <cstdio>

#include "exports/dyads.h"
#include "exports/layouts.h"

namespace verbale {
namespace {

// GDELT's classes of places.
constexpr int kGeoNone = 0, kGeoCountry = 1, kGeoUsCity = 3, kGeoWorldCity = 4;
constexpr std::size_t kPlaceCells = 8;  // Type FullName CountryCode ADM1 ADM2 Lat Long FeatureID.

// "20250402"
std::string compact(Day day) {
  std::string text;
  for (char c : iso_day(day)) {
    if (c != '-') text += c;
  }
  return text;
}

// The number of two digits at `at`; nothing when there is none.
std::optional<int> two_digits(const std::string& text, std::size_t at) {
  int value = 0;
  if (at + 2 > text.size()) return std::nullopt;
  const auto end = std::from_chars(text.data() + at, text.data() + at + 2, value);
  return end.ptr == text.data() + at + 2 ? std::optional(value) : std::nullopt;
}

// Minutes that the zone at the end of an ISO 8601 instant lies ahead of UTC.
int zone_of(const std::string& published, std::size_t after) {
  const std::size_t at = published.find_first_of("+-", after);
  if (at == std::string::npos) return 0;
  const int minutes = two_digits(published, at + 1).value_or(0) * 60 +
                      two_digits(published, at + 4).value_or(0);
  return published[at] == '-' ? -minutes : minutes;
}

// "20250402091000" of an ISO 8601 instant; midnight when only the day is told. In UTC.
std::string compact_instant(const std::string& published, Day day) {
  constexpr std::size_t kHourAt = 11, kMinuteAt = 14, kSecondAt = 17;  // "2025-04-02T09:10:00+02:00"
  const auto hour = two_digits(published, kHourAt), minute = two_digits(published, kMinuteAt);
  if (!hour || !minute) return compact(day) + "000000";
  using namespace std::chrono;
  const auto instant = sys_seconds(day) + hours(*hour) +
                       minutes(*minute - zone_of(published, kMinuteAt)) +
                       seconds(two_digits(published, kSecondAt).value_or(0));
  const Day utc_day = floor<days>(instant);
  const auto rest = hh_mm_ss(instant - utc_day);
  char clock[16];
  std::snprintf(clock, sizeof clock, "%02d%02d%02d", static_cast<int>(rest.hours().count()),
                static_cast<int>(rest.minutes().count()), static_cast<int>(rest.seconds().count()));
  return compact(utc_day) + clock;
}

class GdeltExporter : public Exporter {
 public:
  explicit GdeltExporter(const ExportFacts& facts) : facts_(facts) {}

  bool add(std::string& out, const Claim& claim, std::string_view) override {
    const auto day = single_day_of(claim);
    const std::vector<Dyad> dyads = dyads_of(claim);
    if (!day || dyads.empty() || claim.cameo.empty()) return false;
    for (std::size_t i = 0; i < dyads.size(); ++i) add_row(out, claim, dyads[i], i, *day);
    return true;
  }

 private:
  void add_row(std::string& out, const Claim& claim, const Dyad& dyad, std::size_t index, Day day) {
    TabRow row(out);
    row.cell(static_cast<std::int64_t>(number_of(claim.id, index)));
    dates(row, day);
    party(row, dyad.source);
    party(row, dyad.target);
    codes(row, claim);
    row.cell(std::int64_t{1}).cell(std::int64_t{1}).cell(std::int64_t{1});  // Mentions, sources, articles.
    row.empty();  // AvgTone: not measured.
    row.cell(std::int64_t{kGeoNone}).empty(kPlaceCells - 1);  // Places of the parties: not told.
    row.cell(std::int64_t{kGeoNone}).empty(kPlaceCells - 1);
    place(row, claim);
    const Day published = claim.document.day.value_or(day);
    row.cell(compact_instant(claim.document.published, published));
    row.cell(claim.document.url.empty() ? claim.document.id : claim.document.url);
    row.end();
  }

  static void dates(TabRow& row, Day day) {
    const std::chrono::year_month_day date(day);
    const int year = static_cast<int>(date.year());
    const int month = static_cast<int>(static_cast<unsigned>(date.month()));
    const int of_month = static_cast<int>(static_cast<unsigned>(date.day()));
    const std::string digits = compact(day);
    char fraction[16];
    // The codebook's own approximation, kept as it is.
    std::snprintf(fraction, sizeof fraction, "%.4f", year + (month * 30 + of_month) / 365.0);
    row.cell(digits).cell(digits.substr(0, 6)).cell(digits.substr(0, 4)).cell(fraction);
  }

  static void party(TabRow& row, const Party* party) {
    constexpr std::size_t kPartyCells = 10, kCellsBeforeTypes = 7, kTypes = 3;
    if (party == nullptr) {
      row.empty(kPartyCells);
      return;
    }
    const ActorCodeParts parts = parts_of_code(*party);
    row.cell(party->code);
    std::string name;
    for (char c : party->name) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    row.cell(name).cell(parts.country).cell(parts.group);
    row.empty(kCellsBeforeTypes - 4);  // Ethnic group and religions: never guessed.
    for (std::size_t i = 0; i < kTypes; ++i) {
      row.cell(i < parts.types.size() ? parts.types[i] : std::string());
    }
  }

  void codes(TabRow& row, const Claim& claim) const {
    row.cell(std::int64_t{1});  // IsRootEvent is GDELT's guess at importance; every row counts here.
    row.cell(claim.cameo).cell(claim.cameo.substr(0, 3)).cell(claim.cameo.substr(0, 2));
    row.cell(std::int64_t{quad_of(claim.cameo)});
    const auto found = facts_.ontology->cameo.find(claim.cameo);
    if (found != facts_.ontology->cameo.end() && found->second.goldstein_gdelt) {
      row.cell(*found->second.goldstein_gdelt);
    } else {
      row.empty();
    }
  }

  // GDELT's quad classes go by the root of the CAMEO code.
  static int quad_of(const std::string& cameo) {
    const int root = (cameo[0] - '0') * 10 + (cameo[1] - '0');
    if (root <= 5) return 1;
    if (root <= 8) return 2;
    return root <= 13 ? 3 : 4;
  }

  void place(TabRow& row, const Claim& claim) const {
    if (!claim.place) {
      row.cell(std::int64_t{kGeoNone}).empty(kPlaceCells - 1);
      return;
    }
    const Place& place = *claim.place;
    const auto country = facts_.countries->find(place.country);
    const bool is_known = country != facts_.countries->end();
    const std::string_view country_name = is_known ? country->second.name : "";
    const std::string_view fips = is_known ? country->second.fips : "";
    if (!place.latitude || !place.longitude) {
      row.cell(std::int64_t{is_known ? kGeoCountry : kGeoNone});
      row.cell(is_known ? country_name : std::string_view(place.name)).cell(fips).cell(fips);
      row.empty(4);
      return;
    }
    row.cell(std::int64_t{fips == "US" ? kGeoUsCity : kGeoWorldCity});
    row.cell(place.name + (is_known ? ", " + std::string(country_name) : "")).cell(fips).cell(fips);
    row.empty().cell(*place.latitude).cell(*place.longitude);
    row.empty();  // FeatureID is of the GNS gazetteer, which ours is not.
  }

  const ExportFacts& facts_;
};

class MentionsExporter : public Exporter {
 public:
  bool add(std::string& out, const Claim& claim, std::string_view) override {
    const auto day = single_day_of(claim);
    const std::vector<Dyad> dyads = dyads_of(claim);
    if (!day || dyads.empty() || claim.cameo.empty()) return false;
    const Day published = claim.document.day.value_or(*day);
    const std::string seen = compact_instant(claim.document.published, published);
    for (std::size_t i = 0; i < dyads.size(); ++i) {
      constexpr std::int64_t kFromTheWeb = 1;
      constexpr double kPercent = 100;
      TabRow row(out);
      row.cell(static_cast<std::int64_t>(number_of(claim.id, i))).cell(seen).cell(seen);
      row.cell(kFromTheWeb).cell(claim.document.outlet);
      row.cell(claim.document.url.empty() ? claim.document.id : claim.document.url);
      row.empty();  // SentenceID: the row tells the sentence by its place, not by its number.
      offset(row, side_of(claim, dyads[i].source)).offset(row, side_of(claim, dyads[i].target));
      row.cell(std::int64_t{claim.trigger.start});
      row.cell(std::int64_t{1});  // InRawText: nothing was rewritten to find it.
      row.cell(static_cast<std::int64_t>(claim.confidence * kPercent + 0.5));
      row.empty(4);  // Length and tone of the article, translation, extras.
      row.end();
    }
    return true;
  }

 private:
  static const ClaimParty* side_of(const Claim& claim, const Party* party) {
    for (const auto* sides : {&claim.actors, &claim.recipients}) {
      for (const ClaimParty& side : *sides) {
        if (&side.party == party) return &side;
      }
    }
    return nullptr;
  }

  const MentionsExporter& offset(TabRow& row, const ClaimParty* side) const {
    row.cell(side == nullptr ? std::int64_t{-1} : std::int64_t{side->words.start});
    return *this;
  }
};

}  // namespace

std::unique_ptr<Exporter> make_gdelt_exporter(const ExportFacts& facts) {
  return std::make_unique<GdeltExporter>(facts);
}

std::unique_ptr<Exporter> make_gdelt_mentions_exporter(const ExportFacts&) {
  return std::make_unique<MentionsExporter>();
}

}  // namespace verbale
