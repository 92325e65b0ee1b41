// SPDX-License-Identifier: Apache-2.0
#include "stages/resolve_places/choose_meaning.h"

#include <algorithm>
#include <cmath>

#include "core/utf8.h"

namespace verbale {
namespace {

// How far apart two steps of evidence lie, in powers of ten of people.
constexpr double kCountryPull = 1.6;    // Of a country that the article speaks of most.
constexpr double kRegionPull = 1.2;     // Of a division that the article names.
constexpr double kAdjectivePull = 4.0;  // "the Syrian city of Homs"
constexpr double kCountryRank = 7.8;
constexpr std::uint32_t kAdjectiveReach = 6;

// A city smaller than this is taken for a place only when the words around say so.
constexpr std::uint32_t kKnownCity = 300000;

}  // namespace

MeaningChooser::MeaningChooser(const References& references, const std::vector<FoundName>& names,
                               const Article& article, const Syntax& syntax, const Places& places)
    : references_(references), names_(names), article_(article), syntax_(syntax), places_(places) {
  count_countries();
}

// Countries, their people and the cities that can mean only one country.
void MeaningChooser::count_countries() {
  std::map<std::string_view, double> counts;
  double sum = 0;
  const auto count = [&](std::string_view country, double weight) {
    if (country.empty()) return;
    counts[country] += weight;
    sum += weight;
  };
  for (const FoundName& name : names_) {
    if (name.follows_name) surnames_.insert(name.folded);
    if (name.meanings.empty() || name.is_part_of_name) continue;
    const GazetteerEntry& first = places_.entry(name.meanings.front().entry);
    if (name.has_place_sign) signed_.insert(name.folded);
    if (first.kind == PlaceKind::kRegion && !first.country.empty()) regions_.insert(first.name);
    if (places_.careful.contains(name.folded) && !name.has_place_sign) continue;
    // Names that mean one country, or one so well known that the others hardly count.
    constexpr std::uint32_t kOutshines = 20;
    const bool alone = std::all_of(
        name.meanings.begin(), name.meanings.end(),
        [&](const auto& other) { return places_.entry(other.entry).country == first.country; });
    const bool outshines =
        std::all_of(name.meanings.begin() + 1, name.meanings.end(), [&](const auto& other) {
          return places_.entry(other.entry).weight < first.weight / kOutshines;
        });
    const double sure = first.kind == PlaceKind::kCountry ? 1.0 : 0.5;
    constexpr double kUnsure = 0.1;
    // Whether "Georgia" is the country is what the others are asked.
    const bool asks = !alone && first.kind == PlaceKind::kCountry;
    count(first.country, alone || (outshines && !asks) ? sure : kUnsure);
    if (name.is_dateline && alone) count(first.country, 1.0);
  }
  for (const Token& token : syntax_.tokens) {
    const std::string_view text = token.span.of(article_.text);
    if (text.size() < 4 || !is_upper(decode_at(text, 0).value)) continue;
    count(places_.country_of_adjective(lower_case(text)), 0.7);
  }
  constexpr double kDoubt = 2.0;
  for (const auto& [country, weight] : counts) countries_[country] = weight / (sum + kDoubt);
}

// The country or division after a comma, or in a bracket.
std::optional<MeaningChooser::Whereabouts> MeaningChooser::qualifier_after(std::size_t i) const {
  const FoundName& name = names_[i];
  const std::uint32_t end = name.tokens.end;
  const std::uint32_t sentence_end = syntax_.sentences[name.sentence].tokens.end;
  if (end + 1 >= sentence_end) return std::nullopt;
  const std::string_view sign = text_of(end);
  if (sign != "," && sign != "(") return std::nullopt;
  if (const DivisionForm* form = division_at(end + 1, article_, syntax_, places_)) {
    return Whereabouts{form->country, form->name};
  }
  if (i + 1 >= names_.size() || names_[i + 1].tokens.begin > end + 2) return std::nullopt;
  const FoundName& next = names_[i + 1];
  for (const PlaceName& meaning : next.meanings) {
    const GazetteerEntry& entry = places_.entry(meaning.entry);
    if (entry.kind == PlaceKind::kCountry) return Whereabouts{entry.country, {}};
    if (entry.kind == PlaceKind::kRegion && !entry.country.empty()) {
      return Whereabouts{entry.country, entry.name};
    }
  }
  return std::nullopt;
}

bool MeaningChooser::fits(const GazetteerEntry& entry, const Whereabouts& qualifier) const {
  if (entry.country != qualifier.country || entry.kind == PlaceKind::kCountry) return false;
  if (qualifier.region.empty()) return true;
  return fold_place_name(entry.region) == fold_place_name(qualifier.region);
}

std::string_view MeaningChooser::adjective_near(const FoundName& name) const {
  const std::uint32_t first = syntax_.sentences[name.sentence].tokens.begin;
  std::uint32_t at = name.tokens.begin;
  for (std::uint32_t i = 0; i < kAdjectiveReach && at > first; ++i) {
    const std::string_view text = text_of(--at);
    if (text == "," || text == ";" || text == "and") break;
    if (!is_upper(decode_at(text, 0).value)) continue;
    const std::string_view country = places_.country_of_adjective(lower_case(text));
    if (!country.empty()) return country;
  }
  return {};
}

double MeaningChooser::score(const GazetteerEntry& entry, std::string_view folded,
                             std::string_view near) const {
  double points = entry.kind == PlaceKind::kCountry
                      ? kCountryRank
                      : std::log10(static_cast<double>(entry.weight) + 1);
  // "Niger" is Niger State only where nothing else fits.
  constexpr double kShortened = 1.5;
  if (entry.kind == PlaceKind::kRegion && fold_place_name(entry.name) != folded)
    points -= kShortened;
  const auto spoken_of = countries_.find(entry.country);
  if (spoken_of != countries_.end()) points += kCountryPull * 2 * std::sqrt(spoken_of->second);
  if (entry.kind != PlaceKind::kRegion && regions_.contains(entry.region)) points += kRegionPull;
  if (!near.empty() && near == entry.country) points += kAdjectivePull;
  return points;
}

// A mention of a person is no place; of an organisation only where it stands for a country.
bool MeaningChooser::may_be_place(const Mention& mention, const GazetteerEntry& best) const {
  if (mention.kind == MentionKind::kPlace) return true;
  if (mention.kind == MentionKind::kPerson) return false;
  return best.kind == PlaceKind::kCountry ||
         (mention.party && mention.party->id.starts_with("country:"));
}

bool MeaningChooser::is_place(const FoundName& name, const GazetteerEntry& best,
                              bool qualified) const {
  if (name.mention != FoundName::kNoMention) {
    return may_be_place(references_.mentions[name.mention], best) &&
           (!name.is_part_of_name || name.is_dateline);
  }
  if (name.is_dateline || qualified) return true;
  if (name.is_part_of_name) return false;
  if (surnames_.contains(name.folded) && best.kind != PlaceKind::kCountry)
    return name.has_place_sign;
  if (places_.careful.contains(name.folded)) return signed_.contains(name.folded);
  if (best.kind == PlaceKind::kCity && best.weight < kKnownCity) {
    const auto spoken_of = countries_.find(best.country);
    constexpr double kMuch = 0.3;
    return signed_.contains(name.folded) ||
           (spoken_of != countries_.end() && spoken_of->second > kMuch);
  }
  return true;
}

std::optional<MeaningChooser::Whereabouts> MeaningChooser::whereabouts(std::size_t i) const {
  const FoundName& name = names_[i];
  if (name.is_part_of_name) return std::nullopt;
  if (const auto qualifier = qualifier_after(i)) return qualifier;
  const std::string_view near = adjective_near(name);
  if (near.empty() || !name.has_place_sign) return std::nullopt;
  return Whereabouts{near, {}};
}

std::optional<PlaceIndex> MeaningChooser::choose(std::size_t i) {
  const FoundName& name = names_[i];
  if (name.meanings.empty()) return std::nullopt;
  const auto qualifier = qualifier_after(i);
  if (qualifier) {
    for (const PlaceName& meaning : name.meanings) {
      if (!fits(places_.entry(meaning.entry), *qualifier)) continue;
      meant_.insert_or_assign(name.folded, meaning.entry);
      return meaning.entry;
    }
    // Of the right country, where the division is unknown or written another way.
    for (const PlaceName& meaning : name.meanings) {
      const GazetteerEntry& entry = places_.entry(meaning.entry);
      if (entry.country != qualifier->country || entry.kind == PlaceKind::kCountry) continue;
      if (!regions_.contains(qualifier->region)) {
        meant_.insert_or_assign(name.folded, meaning.entry);
        return meaning.entry;
      }
    }
    // A place of that name that nobody told the gazetteer of.
    const GazetteerEntry& first = places_.entry(name.meanings.front().entry);
    if (first.kind == PlaceKind::kCity) return std::nullopt;
  }
  const auto meant = meant_.find(name.folded);
  if (meant != meant_.end()) {
    if (!is_place(name, places_.entry(meant->second), true)) return std::nullopt;
    return meant->second;
  }
  const std::string_view near = adjective_near(name);
  std::optional<PlaceIndex> best;
  double best_score = 0;
  for (const PlaceName& meaning : name.meanings) {
    const double points = score(places_.entry(meaning.entry), name.folded, near);
    if (!best || points > best_score) {
      best = meaning.entry;
      best_score = points;
    }
  }
  if (!is_place(name, places_.entry(*best), false)) return std::nullopt;
  if (!near.empty() && places_.entry(*best).country == near)
    meant_.insert_or_assign(name.folded, *best);
  return best;
}

}  // namespace verbale
