// SPDX-License-Identifier: Apache-2.0
#include "evaluate/when_where.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "core/file.h"
#include "core/utf8.h"
#include "evaluate/places.h"
#include "formats/json_reader.h"
#include "journey/code_article.h"

namespace verbale {
namespace {

constexpr const char* kDateFiles[] = {"DateParser", "DatePeriodParser", "DurationParser",
                                      "HolidayParser"};

// "PT1H30M" in seconds; months of 30 days and years of 365, as the cases count. Nothing when
// unknown.
std::optional<std::int64_t> seconds_of(std::string_view timex) {
  if (!timex.starts_with('P')) return std::nullopt;
  std::int64_t seconds = 0;
  bool in_time = false;
  for (std::size_t at = 1; at < timex.size();) {
    if (timex[at] == 'T') {
      in_time = true;
      ++at;
      continue;
    }
    std::int64_t number = 0;
    const std::size_t begin = at;
    while (at < timex.size() && is_digit(timex[at]) && number < 1000000) {
      number = number * 10 + (timex[at++] - '0');
    }
    if (at == begin || at == timex.size()) return std::nullopt;
    constexpr std::int64_t kHour = 3600, kDay = 24 * kHour;
    const std::string_view unit = timex.substr(at);
    std::int64_t size = 0;
    if (unit.starts_with("DE"))
      size = 3650 * kDay, ++at;
    else if (unit.starts_with('S'))
      size = 1;
    else if (unit.starts_with('M'))
      size = in_time ? 60 : 30 * kDay;
    else if (unit.starts_with('H'))
      size = kHour;
    else if (unit.starts_with('D'))
      size = kDay;
    else if (unit.starts_with('W'))
      size = 7 * kDay;
    else if (unit.starts_with('Y'))
      size = 365 * kDay;
    else
      return std::nullopt;
    seconds += number * size;
    ++at;
  }
  return seconds;
}

bool fits_reading(const DateValue& value, const JsonValue& reading) {
  const std::string_view duration = reading.text_of("duration");
  if (!duration.empty()) {
    std::int64_t wanted = 0;
    std::from_chars(duration.data(), duration.data() + duration.size(), wanted);
    return seconds_of(value.timex) == wanted;
  }
  if (!value.range) return false;
  if (const auto day = parse_iso_day(reading.text_of("date"))) {
    return value.range->start == *day && value.range->end == *day;
  }
  const auto start = parse_iso_day(reading.text_of("startDate"));
  const auto end = parse_iso_day(reading.text_of("endDate"));
  // Their end is the day after the last.
  return start && end && value.range->start == *start &&
         value.range->end == *end - std::chrono::days(1);
}

bool is_case_right(const JsonValue& row, const std::vector<Mention>& mentions) {
  const JsonValue* results = row.find("Results");
  std::vector<const DateValue*> dates;
  for (const Mention& mention : mentions) {
    if (mention.date && !mention.date->is_vague) dates.push_back(&*mention.date);
  }
  if (results == nullptr || results->items.empty()) return dates.empty();
  const JsonValue* value = results->items.front().find("Value");
  if (value == nullptr) return false;
  for (const char* name : {"PastResolution", "FutureResolution"}) {
    const JsonValue* reading = value->find(name);
    if (reading == nullptr) continue;
    for (const DateValue* date : dates) {
      if (fits_reading(*date, *reading)) return true;
    }
  }
  return false;
}

Figure plain_figure(std::string name, double value, std::size_t count) {
  return {std::move(name), value, value, value, count};
}

double share(int part, int whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

}  // namespace

SuiteReport evaluate_dates(const std::string& dates_directory, const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "dates";
  for (const char* file : kDateFiles) {
    const auto text = read_file(dates_directory + "/" + file + ".json");
    if (!text.ok()) {
      report.skipped = text.error().message();
      return report;
    }
    const auto rows = parse_json(text.value().starts_with("\xEF\xBB\xBF") ? text.value().substr(3)
                                                                          : text.value());
    if (!rows.ok()) {
      report.skipped = rows.error().message();
      return report;
    }
    std::vector<bool> right;
    for (const JsonValue& row : rows.value().items) {
      Article article;
      article.text = row.text_of("Input");
      if (const JsonValue* context = row.find("Context")) {
        article.published_day = parse_iso_day(context->text_of("ReferenceDateTime"));
      }
      const Document document = code_clean_article(std::move(article), knowledge);
      right.push_back(is_case_right(row, document.references.mentions));
    }
    report.figures.push_back(
        figure_with_interval(file, right.size(), [&](const std::vector<std::size_t>& cases) {
          const auto count =
              std::count_if(cases.begin(), cases.end(), [&](std::size_t i) { return right[i]; });
          return static_cast<double>(count) /
                 static_cast<double>(std::max<std::size_t>(1, cases.size()));
        }));
  }
  return report;
}

SuiteReport evaluate_places(const std::string& places_directory, const Knowledge& knowledge) {
  SuiteReport report;
  report.name = "places";
  const auto text = read_file(places_directory + "/geovirus-lgl.jsonl");
  if (!text.ok()) {
    report.skipped = text.error().message();
    return report;
  }
  std::map<std::string, PlaceScores> corpora;
  const std::string_view lines = text.value();
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    ToponymDocument toponyms = read_toponyms(lines.substr(at, end - at));
    at = end + 1;
    if (toponyms.article.text.empty()) continue;
    const Document document = code_clean_article(toponyms.article, knowledge);
    PlaceScores scores =
        score_places(toponyms, document.syntax, document.references, knowledge.places);
    scores.misses.clear();
    corpora[toponyms.corpus].add(scores);
  }
  for (const auto& [corpus, scores] : corpora) {
    const auto found = static_cast<std::size_t>(scores.marks_found);
    report.figures.push_back(plain_figure(corpus + " found F1", scores.found_f1(),
                                          static_cast<std::size_t>(scores.marks)));
    report.figures.push_back(plain_figure(corpus + " country",
                                          share(scores.countries_right, scores.countries_known),
                                          static_cast<std::size_t>(scores.countries_known)));
    report.figures.push_back(
        plain_figure(corpus + " within 161 km", share(scores.near, scores.marks_found), found));
  }
  return report;
}

}  // namespace verbale
