// SPDX-License-Identifier: Apache-2.0
#include "lexicon/places.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "formats/records.h"
#include "lexicon/data_files.h"

namespace verbale {
namespace {

// A country outranks what shares its name; a division's people are those of its cities.
constexpr std::uint32_t kCountryWeight = 100000000;
constexpr std::uint32_t kDivisionShare = 5;
// What a city gains in weight that articles name without its country.
constexpr std::uint32_t kWellKnown = 3000000;

template <typename Number>
bool parse_number(std::string_view text, Number& number) {
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
  return trouble == std::errc() && end == text.data() + text.size();
}

// Decimal degrees such as "-12.3456"; std::from_chars for floats is slow on tens of thousands.
bool parse_degrees(std::string_view text, float& degrees) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  unsigned whole = 0, part = 0;
  if (!parse_number(text.substr(0, dot), whole) || whole > 180) return false;
  double value = whole;
  if (dot != std::string_view::npos) {
    const std::string_view digits = text.substr(dot + 1);
    if (digits.size() > 6 || !parse_number(digits, part)) return false;
    double scale = 1;
    for (std::size_t i = 0; i < digits.size(); ++i) scale *= 10;
    value += part / scale;
  }
  degrees = static_cast<float>(negative ? -value : value);
  return true;
}

std::optional<PlaceKind> kind_of(std::string_view name) {
  for (const PlaceKind kind : {PlaceKind::kWorldRegion, PlaceKind::kCountry, PlaceKind::kRegion,
                               PlaceKind::kWater, PlaceKind::kCity, PlaceKind::kSite}) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

class PlacesLoader {
 public:
  PlacesLoader(DataFiles& files, Places& places) : files_(files), places_(places) {}

  void load() {
    load_gazetteer();
    gazetteer_size_ = places_.names.size();
    const std::size_t sorted = gazetteer_size_;
    load_by_hand();
    load_middles();
    load_region_middles();
    load_countries();
    load_alternatives(sorted);
    load_words();
    sort_names(sorted);
    know_well();
  }

 private:
  // A name that lives as long as the places.
  std::string_view keep(std::string text) {
    places_.kept.push_back(std::move(text));
    return places_.kept.back();
  }

  void add_name(std::string_view name, PlaceIndex entry) {
    std::string folded = fold_place_name(name);
    if (!folded.empty()) places_.names.push_back({keep(std::move(folded)), entry});
  }

  // Nearly all of the places, sorted by key: read without a table.
  void load_gazetteer() {
    const std::string_view name = "places/gazetteer.tsv";
    const std::string_view text = files_.text(name);
    constexpr std::size_t kBytesALine = 60;
    places_.entries.reserve(text.size() / kBytesALine);
    places_.names.reserve(text.size() / kBytesALine);
    int line = 0;
    bool header_seen = false;
    std::string_view last;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view row = text.substr(at, end - at);
      at = end + 1;
      ++line;
      if (row.empty() || row[0] == '#') continue;
      if (!header_seen) {
        header_seen = true;
        continue;
      }
      if (!add_row(row, last)) {
        files_.add_error(files_.shown_name(name), line,
                         "is no row of the gazetteer, or out of order",
                         "write the file anew with scripts/make_gazetteer");
      }
    }
  }

  bool add_row(std::string_view row, std::string_view& last) {
    constexpr std::size_t kCells = 9;
    std::array<std::string_view, kCells> cells;
    for (std::size_t i = 0; i < kCells; ++i) {
      const std::size_t tab = row.find('\t');
      if ((tab == std::string_view::npos) != (i + 1 == kCells)) return false;
      cells[i] = row.substr(0, tab);
      row.remove_prefix(tab == std::string_view::npos ? row.size() : tab + 1);
    }
    GazetteerEntry entry;
    entry.name = cells[2];
    entry.country = cells[3];
    entry.region = cells[4];
    entry.kind = cells[1] == "r" ? PlaceKind::kRegion : PlaceKind::kCity;
    if (!parse_degrees(cells[5], entry.latitude) || !parse_degrees(cells[6], entry.longitude) ||
        !parse_number(cells[7], entry.weight) || !parse_number(cells[8], entry.geonames) ||
        cells[0] < last) {
      return false;
    }
    last = cells[0];
    if (entry.kind == PlaceKind::kRegion) entry.weight /= kDivisionShare;
    places_.names.push_back({cells[0], static_cast<PlaceIndex>(places_.entries.size())});
    places_.entries.push_back(entry);
    return true;
  }

  void load_by_hand() {
    Table table =
        parse_table(files_.text("places/places.tsv"), files_.shown_name("places/places.tsv"));
    const std::size_t name = table.column("name"), kind = table.column("kind"),
                      country = table.column("country"), region = table.column("region"),
                      latitude = table.column("latitude"), longitude = table.column("longitude"),
                      weight = table.column("weight"), names = table.column("names");
    for (const TableRow& row : table.rows) {
      GazetteerEntry entry;
      const auto known = kind_of(row.cells[kind]);
      entry.name = row.cells[name];
      entry.country = row.cells[country];
      entry.region = row.cells[region];
      if (!known || entry.name.empty() || !parse_degrees(row.cells[latitude], entry.latitude) ||
          !parse_degrees(row.cells[longitude], entry.longitude) ||
          !parse_number(row.cells[weight], entry.weight)) {
        files_.add_error(table.file, row.line, "kind, degrees or weight cannot be read",
                         "kind is world region, region, water, city or site");
        continue;
      }
      entry.kind = *known;
      const auto index = static_cast<PlaceIndex>(places_.entries.size());
      places_.entries.push_back(entry);
      add_name(entry.name, index);
      for (const std::string_view other : split_list(row.cells[names], ';')) add_name(other, index);
    }
    files_.add_errors(table.errors);
  }

  void load_middles() {
    Table table = parse_table(files_.text("places/country_middles.tsv"),
                              files_.shown_name("places/country_middles.tsv"));
    const std::size_t iso3 = table.column("iso3"), latitude = table.column("latitude"),
                      longitude = table.column("longitude");
    for (const TableRow& row : table.rows) {
      GazetteerEntry entry;
      entry.kind = PlaceKind::kCountry;
      entry.country = row.cells[iso3];
      entry.weight = kCountryWeight;
      if (!parse_degrees(row.cells[latitude], entry.latitude) ||
          !parse_degrees(row.cells[longitude], entry.longitude)) {
        files_.add_error(table.file, row.line, "degrees cannot be read", "write them as -12.5");
        continue;
      }
      places_.countries.emplace(entry.country, static_cast<PlaceIndex>(places_.entries.size()));
      places_.entries.push_back(entry);
    }
    files_.add_errors(table.errors);
  }

  void load_region_middles() {
    Table table = parse_table(files_.text("places/region_middles.tsv"),
                              files_.shown_name("places/region_middles.tsv"));
    const std::size_t country = table.column("country"), region = table.column("region"),
                      latitude = table.column("latitude"), longitude = table.column("longitude");
    const std::size_t gazetteer = gazetteer_size_;
    for (const TableRow& row : table.rows) {
      const std::string folded = fold_place_name(row.cells[region]);
      float north = 0, east = 0;
      bool known = false;
      const std::span<const PlaceName> names(places_.names.data(), gazetteer);
      auto at =
          std::lower_bound(names.begin(), names.end(), folded,
                           [](const PlaceName& a, std::string_view b) { return a.folded < b; });
      if (parse_degrees(row.cells[latitude], north) && parse_degrees(row.cells[longitude], east)) {
        for (; at != names.end() && at->folded == folded; ++at) {
          GazetteerEntry& entry = places_.entries[at->entry];
          if (entry.kind != PlaceKind::kRegion || entry.country != row.cells[country]) continue;
          entry.latitude = north;
          entry.longitude = east;
          known = true;
        }
      }
      if (!known) {
        files_.add_error(table.file, row.line, "no such division, or its degrees cannot be read",
                         "see gazetteer.tsv");
      }
    }
    files_.add_errors(table.errors);
  }

  PlaceIndex country_index(std::string_view iso3) {
    const auto found = places_.countries.find(iso3);
    if (found != places_.countries.end()) return found->second;
    GazetteerEntry entry;
    entry.kind = PlaceKind::kCountry;
    entry.country = iso3;
    entry.weight = kCountryWeight;
    entry.is_located = false;
    const auto index = static_cast<PlaceIndex>(places_.entries.size());
    places_.countries.emplace(iso3, index);
    places_.entries.push_back(entry);
    return index;
  }

  void load_countries() {
    const std::string_view name = "en/actors/countries.rec";
    const RecordFile records = parse_records(files_.text(name), files_.shown_name(name));
    for (const Record& record : records.records) {
      const std::string_view iso3 = keep(std::string(record.get("country")));
      if (iso3.empty()) continue;
      const PlaceIndex country = country_index(iso3);
      places_.entries[country].name = keep(std::string(record.get("name")));
      for (const RecordField& field : record.fields) load_country_field(field, iso3, country);
    }
  }

  void load_country_field(const RecordField& field, std::string_view iso3, PlaceIndex country) {
    for (const std::string_view part : split_list(field.value, ';')) {
      if (field.name == "name" || field.name == "names") {
        add_name(part, country);
      } else if (field.name == "adjectives" || field.name == "demonyms") {
        places_.adjectives.emplace(keep(fold_place_name(part)), iso3);
      } else if (field.name == "capital" || field.name == "cities") {
        well_known_.push_back({keep(fold_place_name(part)), iso3});
      } else if (field.name == "regions") {
        regions_.push_back({keep(std::string(part)), iso3});
      }
    }
  }

  // Names for cities of the gazetteer, and regions of countries that nothing else names.
  void load_alternatives(std::size_t sorted) {
    Table table = parse_table(files_.text("places/alternative_names.tsv"),
                              files_.shown_name("places/alternative_names.tsv"));
    const std::size_t name = table.column("name"), place = table.column("place"),
                      country = table.column("country");
    const std::span<const PlaceName> gazetteer(places_.names.data(), sorted);
    for (const TableRow& row : table.rows) {
      if (row.cells[place].empty()) {  // Another name of the country itself.
        alternatives_.push_back(
            {keep(fold_place_name(row.cells[name])), country_index(row.cells[country])});
        continue;
      }
      const auto found = find_in(gazetteer, fold_place_name(row.cells[place]), row.cells[country]);
      if (!found) {
        files_.add_error(table.file, row.line,
                         "gazetteer.tsv has no '" + std::string(row.cells[place]) + "' in " +
                             std::string(row.cells[country]),
                         "add the place to places.tsv");
        continue;
      }
      alternatives_.push_back({keep(fold_place_name(row.cells[name])), *found});
    }
    files_.add_errors(table.errors);
    places_.names.insert(places_.names.end(), alternatives_.begin(), alternatives_.end());
  }

  std::optional<PlaceIndex> find_in(std::span<const PlaceName> names, std::string_view folded,
                                    std::string_view country) const {
    auto at = std::lower_bound(names.begin(), names.end(), folded,
                               [](const PlaceName& a, std::string_view b) { return a.folded < b; });
    std::optional<PlaceIndex> best;
    for (; at != names.end() && at->folded == folded; ++at) {
      const GazetteerEntry& entry = places_.entries[at->entry];
      if (entry.country != country || entry.kind != PlaceKind::kCity) continue;
      if (!best || entry.weight > places_.entries[*best].weight) best = at->entry;
    }
    return best;
  }

  void load_words() {
    Table table = parse_table(files_.text("places/place_words.tsv"),
                              files_.shown_name("places/place_words.tsv"));
    const std::size_t word = table.column("word"), kind = table.column("class"),
                      value = table.column("value"), country = table.column("country");
    for (const TableRow& row : table.rows) {
      const std::string_view text = row.cells[word], name = row.cells[kind];
      if (name == "noun") {
        places_.place_nouns.insert(text);
        if (row.cells[value] == "same") places_.same_nouns.insert(text);
      } else if (name == "place")
        places_.place_signs.insert(text);
      else if (name == "part")
        places_.part_words.insert(text);
      else if (name == "named")
        places_.named_nouns.insert(text);
      else if (name == "owner")
        places_.owner_nouns.insert(text);
      else if (name == "never")
        places_.never.insert(keep(fold_place_name(text)));
      else if (name == "careful")
        places_.careful.insert(keep(fold_place_name(text)));
      else if (name == "division")
        places_.divisions[text] = {row.cells[value], row.cells[country]};
      else
        files_.add_error(table.file, row.line,
                         "no class of words is called '" + std::string(name) + "'");
    }
    files_.add_errors(table.errors);
  }

  // The gazetteer comes sorted by name; what was added after it is sorted and merged in.
  void sort_names(std::size_t sorted) {
    const auto before = [&](const PlaceName& a, const PlaceName& b) { return comes_before(a, b); };
    const auto middle = places_.names.begin() + static_cast<std::ptrdiff_t>(sorted);
    for (auto at = places_.names.begin(); at != middle;) {
      auto end = at + 1;
      while (end != middle && end->folded == at->folded) ++end;
      if (end - at > 1) std::sort(at, end, before);
      at = end;
    }
    merge_from(sorted);
    const std::size_t known = places_.names.size();
    std::vector<PlaceName> regions;
    for (const auto& [name, iso3] : regions_) add_region(name, iso3, regions);
    places_.names.insert(places_.names.end(), regions.begin(), regions.end());
    merge_from(known);
  }

  bool comes_before(const PlaceName& a, const PlaceName& b) const {
    if (a.folded != b.folded) return a.folded < b.folded;
    const GazetteerEntry &x = places_.entries[a.entry], &y = places_.entries[b.entry];
    return x.weight != y.weight ? x.weight > y.weight : a.entry < b.entry;
  }

  void merge_from(std::size_t sorted) {
    const auto before = [&](const PlaceName& a, const PlaceName& b) { return comes_before(a, b); };
    const auto middle = places_.names.begin() + static_cast<std::ptrdiff_t>(sorted);
    std::sort(middle, places_.names.end(), before);
    std::inplace_merge(places_.names.begin(), middle, places_.names.end(), before);
  }

  // A part of a country that the lists above do not know lies somewhere in it.
  void add_region(std::string_view name, std::string_view iso3, std::vector<PlaceName>& regions) {
    constexpr std::uint32_t kWeight = 100000;
    const std::string folded = fold_place_name(name);
    for (const PlaceName& known : places_.find(folded)) {
      if (places_.entries[known.entry].country == iso3) return;
    }
    GazetteerEntry entry = places_.entries[country_index(iso3)];
    entry.kind = PlaceKind::kRegion;
    entry.name = name;
    entry.region = {};
    entry.weight = kWeight;
    const auto index = static_cast<PlaceIndex>(places_.entries.size());
    places_.entries.push_back(entry);
    regions.push_back({keep(folded), index});
  }

  void know_well() {
    const auto before = [&](const PlaceName& a, const PlaceName& b) { return comes_before(a, b); };
    for (const auto& [folded, iso3] : well_known_) {
      const auto found = places_.find(folded);
      for (const PlaceName& name : found) {
        GazetteerEntry& entry = places_.entries[name.entry];
        if (entry.country != iso3 || entry.kind != PlaceKind::kCity) continue;
        if (entry.weight < kWellKnown) entry.weight += kWellKnown;
        const auto begin = places_.names.begin() + (found.data() - places_.names.data());
        std::sort(begin, begin + static_cast<std::ptrdiff_t>(found.size()), before);
        break;
      }
    }
  }

  DataFiles& files_;
  Places& places_;
  std::size_t gazetteer_size_ = 0;  // Names; they come sorted.
  std::vector<PlaceName> alternatives_;
  std::vector<std::pair<std::string_view, std::string_view>> well_known_;  // Folded name, country.
  std::vector<std::pair<std::string_view, std::string_view>> regions_;     // Name, country.
};

auto first_not_before(const std::vector<PlaceName>& names, std::string_view folded) {
  return std::lower_bound(names.begin(), names.end(), folded,
                          [](const PlaceName& a, std::string_view b) { return a.folded < b; });
}

}  // namespace

std::span<const PlaceName> Places::find(std::string_view folded) const {
  const auto begin = first_not_before(names, folded);
  auto end = begin;
  while (end != names.end() && end->folded == folded) ++end;
  return {begin, end};
}

bool Places::continues(std::string_view folded) const {
  std::string next(folded);
  next += ' ';
  const auto at = first_not_before(names, next);
  return at != names.end() && at->folded.starts_with(next);
}

std::string_view Places::country_of_adjective(std::string_view folded) const {
  const auto found = adjectives.find(folded);
  return found == adjectives.end() ? std::string_view() : found->second;
}

const GazetteerEntry* Places::country(std::string_view iso3) const {
  const auto found = countries.find(iso3);
  return found == countries.end() ? nullptr : &entries[found->second];
}

Places load_places(DataFiles& files) {
  Places places;
  PlacesLoader(files, places).load();
  return places;
}

}  // namespace verbale
