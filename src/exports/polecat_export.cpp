// SPDX-License-Identifier: Apache-2.0
#include "exports/dyads.h"
#include "exports/layouts.h"

namespace verbale {
namespace {

constexpr const char* kNames[] = {
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province",
    "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version"};

constexpr std::string_view kNone = "None";
constexpr std::string_view kQuads[] = {"VERBAL COOPERATION", "MATERIAL COOPERATION",
                                       "VERBAL CONFLICT", "MATERIAL CONFLICT"};

std::string_view or_none(std::string_view text) { return text.empty() ? kNone : text; }

class PolecatExporter : public Exporter {
 public:
  explicit PolecatExporter(const ExportFacts& facts) : facts_(facts) {}

  void begin(std::string& out) override {
    TabRow row(out);
    for (const char* name : kNames) row.cell(name);
    row.end();
  }

  bool add(std::string& out, const Claim& claim, std::string_view) override {
    const auto day = single_day_of(claim);
    if (!day) return false;
    TabRow row(out);
    row.cell(claim.id).cell(iso_day(*day)).cell(name_of(claim.type)).cell(or_none(claim.mode));
    row.cell(claim.plover);
    row.cell(claim.quad >= 1 && claim.quad <= 4 ? kQuads[claim.quad - 1] : kNone);
    row.cell(or_none(joined(claim.contexts)));
    side(row, claim.actors);
    side(row, claim.recipients);
    place(row, claim);
    row.cell(or_none(claim.document.outlet));
    row.cell(claim.document.day ? iso_day(*claim.document.day) : std::string(kNone));
    row.cell(kNone).cell(kNone).cell(kNone);  // People, organisations and places of the whole story.
    row.cell("English").cell("verbale-" + facts_.version);
    row.end();
    return true;
  }

 private:
  static std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& each : parts) text += (text.empty() ? "" : ";") + each;
    return text;
  }

  template <typename Field>
  static std::string of_all(const std::vector<ClaimParty>& sides, Field field) {
    std::vector<std::string> parts;
    for (const ClaimParty& side : sides) {
      const std::string_view text = field(side);
      parts.emplace_back(or_none(text));
    }
    return parts.empty() ? std::string(kNone) : joined(parts);
  }

  std::string_view country_name(const Party& party) const {
    const auto found = facts_.countries->find(party.country);
    return found == facts_.countries->end() ? std::string_view(party.country) : found->second.name;
  }

  std::string_view cow(const Party& party) const {
    const auto found = facts_.countries->find(party.country);
    return found == facts_.countries->end() ? std::string_view() : found->second.cow;
  }

  void side(TabRow& row, const std::vector<ClaimParty>& sides) const {
    row.cell(of_all(sides, [](const ClaimParty& each) { return std::string_view(each.party.name); }));
    row.cell(of_all(sides, [&](const ClaimParty& each) { return country_name(each.party); }));
    row.cell(of_all(sides, [&](const ClaimParty& each) { return cow(each.party); }));
    row.cell(sides.empty() ? kNone : or_none(sides[0].party.sector));
    row.cell(of_all(sides, [](const ClaimParty& each) { return std::string_view(each.party.sector); }));
    row.cell(of_all(sides, [](const ClaimParty& each) { return std::string_view(each.party.role); }));
    row.cell(of_all(sides, [](const ClaimParty& each) { return std::string_view(each.words.text); }));
    row.cell(kNone);  // Wikipedia: no such link is made.
  }

  void place(TabRow& row, const Claim& claim) const {
    constexpr std::size_t kPlaceCells = 10;
    if (!claim.place) {
      for (std::size_t i = 0; i < kPlaceCells; ++i) row.cell(kNone);
      return;
    }
    const Place& place = *claim.place;
    const bool is_point = place.latitude && place.longitude;
    const auto country = facts_.countries->find(place.country);
    row.cell(or_none(place.name)).cell(is_point ? std::string_view(place.name) : kNone);
    row.cell(kNone).cell(kNone);
    row.cell(country == facts_.countries->end() ? kNone : country->second.name);
    if (is_point) row.cell(*place.latitude).cell(*place.longitude);
    else row.cell(kNone).cell(kNone);
    if (place.geonames) row.cell(*place.geonames);
    else row.cell(kNone);
    row.cell(or_none(place.name)).cell(kNone);
  }

  const ExportFacts& facts_;
};

constexpr const char* kIcewsNames[] = {
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude"};

class IcewsExporter : public Exporter {
 public:
  explicit IcewsExporter(const ExportFacts& facts) : facts_(facts) {}

  void begin(std::string& out) override {
    TabRow row(out);
    for (const char* name : kIcewsNames) row.cell(name);
    row.end();
  }

  bool add(std::string& out, const Claim& claim, std::string_view) override {
    const auto day = single_day_of(claim);
    const std::vector<Dyad> dyads = dyads_of(claim);
    const auto code = facts_.ontology->cameo.find(claim.cameo);
    if (!day || dyads.empty() || code == facts_.ontology->cameo.end()) return false;
    for (std::size_t i = 0; i < dyads.size(); ++i) {
      TabRow row(out);
      row.cell(static_cast<std::int64_t>(number_of(claim.id, i))).cell(iso_day(*day));
      party(row, dyads[i].source);
      row.cell(code->second.name).cell(claim.cameo);
      if (code->second.goldstein_icews) row.cell(*code->second.goldstein_icews);
      else row.empty();
      party(row, dyads[i].target);
      row.cell(static_cast<std::int64_t>(number_of(claim.document.id)));
      row.empty();  // Sentence Number: the row tells the sentence by its place in the text.
      row.cell(claim.document.outlet);
      place(row, claim);
      row.end();
    }
    return true;
  }

 private:
  std::string_view country_name(const std::string& code) const {
    const auto found = facts_.countries->find(code);
    return found == facts_.countries->end() ? std::string_view() : found->second.name;
  }

  void party(TabRow& row, const Party* party) const {
    if (party == nullptr) row.empty(3);
    else row.cell(party->name).cell(party->sector).cell(country_name(party->country));
  }

  void place(TabRow& row, const Claim& claim) const {
    constexpr std::size_t kPlaceCells = 6;
    if (!claim.place) {
      row.empty(kPlaceCells);
      return;
    }
    const Place& place = *claim.place;
    const bool is_point = place.latitude && place.longitude;
    row.cell(is_point ? std::string_view(place.name) : std::string_view()).empty(2);
    row.cell(country_name(place.country));
    if (is_point) row.cell(*place.latitude).cell(*place.longitude);
    else row.empty(2);
  }

  const ExportFacts& facts_;
};

}  // namespace

std::unique_ptr<Exporter> make_polecat_exporter(const ExportFacts& facts) {
  return std::make_unique<PolecatExporter>(facts);
}

std::unique_ptr<Exporter> make_icews_exporter(const ExportFacts& facts) {
  return std::make_unique<IcewsExporter>(facts);
}

}  // namespace verbale
