// SPDX-License-Identifier: Apache-2.0
#include "evaluate/places.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include "core/utf8.h"
#include "formats/json_reader.h"

namespace verbale {
namespace {

constexpr double kNearKm = 161;

// A number, or a number written as a string.
std::optional<double> number_in(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is(JsonValue::Kind::kNumber)) return value->number;
  if (!value->is(JsonValue::Kind::kString)) return std::nullopt;
  double number = 0;
  const std::string_view text = value->string;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (trouble != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The byte where each code point begins, and the end.
std::vector<std::uint32_t> code_point_starts(std::string_view text) {
  std::vector<std::uint32_t> starts;
  for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).bytes) {
    starts.push_back(static_cast<std::uint32_t>(at));
  }
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

// The country of the city next to a point; empty when none is near.
std::string_view country_at(const Places& places, double latitude, double longitude) {
  constexpr double kFarKm = 300;
  constexpr double kDegrees = 4;
  double best = kFarKm;
  std::string_view country;
  for (const GazetteerEntry& entry : places.entries) {
    if (entry.kind != PlaceKind::kCity || std::abs(entry.latitude - latitude) > kDegrees) continue;
    const double away = distance_km(latitude, longitude, entry.latitude, entry.longitude);
    if (away < best) {
      best = away;
      country = entry.country;
    }
  }
  return country;
}

// The point of an answer. Countries and regions have none of their own: the gazetteer's middle.
std::optional<std::pair<double, double>> point_of(const Place& place, const Places& places) {
  if (place.latitude && place.longitude) return std::pair(*place.latitude, *place.longitude);
  if (place.kind == PlaceKind::kCountry) {
    const GazetteerEntry* entry = places.country(place.country);
    if (entry == nullptr || !entry->is_located) return std::nullopt;
    return std::pair<double, double>(entry->latitude, entry->longitude);
  }
  for (const PlaceName& name : places.find(fold_place_name(place.name))) {
    const GazetteerEntry& entry = places.entry(name.entry);
    if (entry.kind == place.kind && entry.country == place.country) {
      return std::pair<double, double>(entry.latitude, entry.longitude);
    }
  }
  return std::nullopt;
}

std::string around(std::string_view text, ByteSpan span) {
  constexpr std::uint32_t kBytes = 40;
  const std::uint32_t begin = span.begin - std::min(span.begin, kBytes);
  return std::string(text.substr(begin, span.end - begin + kBytes));
}

}  // namespace

double distance_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  constexpr double kEarthKm = 6371.0;
  const double radians = std::numbers::pi / 180;
  const double dx = (latitude_b - latitude_a) * radians, dy = (longitude_b - longitude_a) * radians;
  const double half = std::sin(dx / 2) * std::sin(dx / 2) + std::cos(latitude_a * radians) *
                                                                std::cos(latitude_b * radians) *
                                                                std::sin(dy / 2) * std::sin(dy / 2);
  return 2 * kEarthKm * std::asin(std::min(1.0, std::sqrt(half)));
}

ToponymDocument read_toponyms(std::string_view json_line) {
  ToponymDocument document;
  const auto parsed = parse_json(json_line);
  if (!parsed.ok()) return document;
  const JsonValue& row = parsed.value();
  document.corpus = row.text_of("corpus");
  document.article.text = row.text_of("text");
  const std::vector<std::uint32_t> starts = code_point_starts(document.article.text);
  const JsonValue* marks = row.find("toponyms");
  if (marks == nullptr) return document;
  for (const JsonValue& value : marks->items) {
    const auto start = number_in(value, "start"), end = number_in(value, "end");
    const auto latitude = number_in(value, "lat"), longitude = number_in(value, "lon");
    if (!start || !end || !latitude || !longitude) continue;
    const auto last = static_cast<double>(starts.size() - 1);
    if (*start < 0 || *end > last || *start >= *end) continue;
    document.marks.push_back(
        {{starts[static_cast<std::size_t>(*start)], starts[static_cast<std::size_t>(*end)]},
         *latitude,
         *longitude});
  }
  return document;
}

double PlaceScores::found_f1() const {
  const double precision = answers == 0 ? 0 : static_cast<double>(answers_right) / answers;
  const double recall = marks == 0 ? 0 : static_cast<double>(marks_found) / marks;
  return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

void PlaceScores::add(const PlaceScores& other) {
  marks += other.marks;
  answers += other.answers;
  marks_found += other.marks_found;
  answers_right += other.answers_right;
  countries_known += other.countries_known;
  countries_right += other.countries_right;
  near += other.near;
  misses.insert(misses.end(), other.misses.begin(), other.misses.end());
}

namespace {

void score_found(const ToponymMark& mark, const Place& place, const std::string& shown,
                 const Places& places, PlaceScores& scores) {
  const std::string_view country = country_at(places, mark.latitude, mark.longitude);
  if (!country.empty() && !place.country.empty()) {
    ++scores.countries_known;
    if (country == place.country)
      ++scores.countries_right;
    else
      scores.misses.push_back("country: " + place.country + " for " + std::string(country) + ": " +
                              shown);
  }
  const auto point = point_of(place, places);
  const double away = point
                          ? distance_km(mark.latitude, mark.longitude, point->first, point->second)
                          : std::numeric_limits<double>::infinity();
  if (away <= kNearKm) {
    ++scores.near;
  } else {
    scores.misses.push_back("far: " + place.name + " " + place.country + " " +
                            std::to_string(static_cast<int>(std::min(away, 99999.0))) +
                            " km: " + shown);
  }
}

}  // namespace

PlaceScores score_places(const ToponymDocument& document, const Syntax& syntax,
                         const References& references, const Places& places) {
  PlaceScores scores;
  const std::string& text = document.article.text;
  scores.marks = static_cast<int>(document.marks.size());
  std::vector<bool> matched(document.marks.size(), false);
  for (const Mention& mention : references.mentions) {
    if (!mention.place) continue;
    ++scores.answers;
    const ByteSpan span{syntax.tokens[mention.tokens.begin].span.begin,
                        syntax.tokens[mention.tokens.end - 1].span.end};
    bool right = false;
    for (std::size_t i = 0; i < document.marks.size(); ++i) {
      const ToponymMark& mark = document.marks[i];
      if (!mark.span.touches(span)) continue;
      right = true;
      if (matched[i]) continue;
      matched[i] = true;
      ++scores.marks_found;
      score_found(mark, *mention.place, around(text, span), places, scores);
      break;
    }
    if (right)
      ++scores.answers_right;
    else
      scores.misses.push_back("extra: " + std::string(span.of(text)) + " → " + mention.place->name +
                              " " + mention.place->country + ": " + around(text, span));
  }
  for (std::size_t i = 0; i < document.marks.size(); ++i) {
    if (!matched[i]) {
      scores.misses.push_back("missed: " + std::string(document.marks[i].span.of(text)) + ": " +
                              around(text, document.marks[i].span));
    }
  }
  return scores;
}

}  // namespace verbale
