// SPDX-License-Identifier: Apache-2.0
#include "evaluate/reading.h"

#include <algorithm>
#include <unordered_map>

#include "core/calendar.h"
#include "core/file.h"
#include "core/hash.h"
#include "core/utf8.h"
#include "formats/charset.h"
#include "formats/json_reader.h"
#include "formats/records.h"
#include "stages/clean_article/clean_article.h"

namespace verbale {
namespace {

constexpr std::size_t kShingleWords = 4;

// Lower case is kept as it is: the field's metric compares words as they stand.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at <= text.size();) {
    const bool ended = at == text.size();
    const CodePoint c = ended ? CodePoint{U' ', 1} : decode_at(text, at);
    const bool is_word = is_letter(c.value) || c.value == U'_' ||
                         (c.value < 0x80 && is_digit(static_cast<char>(c.value))) ||
                         (c.value >= 0x3040 && c.value < 0xD800);
    if (is_word) append_utf8(word, c.value);
    if (!is_word && !word.empty()) words.push_back(std::move(word)), word.clear();
    at += c.bytes;
  }
  return words;
}

using Shingles = std::unordered_map<std::uint64_t, std::size_t>;

Shingles shingles_of(std::string_view text, std::size_t& count) {
  const std::vector<std::string> words = words_of(text);
  Shingles shingles;
  count = 0;
  for (std::size_t i = 0; i + 1 <= words.size(); ++i) {
    const std::size_t end = std::min(i + kShingleWords, words.size());
    if (end - i < kShingleWords && i > 0) break;
    std::uint64_t hash = 0;
    for (std::size_t w = i; w < end; ++w) hash = hash64(words[w], hash + w - i + 1);
    ++shingles[hash];
    ++count;
  }
  return shingles;
}

std::string bare_title(std::string_view title) {
  std::string bare;
  for (const std::string& word : words_of(title)) bare += lower_case(word) + " ";
  return bare;
}

// The article without its title line: gold texts hold bodies only.
std::string_view body_of(const Article& article) {
  std::string_view body = article.text;
  if (!article.title_span.empty()) body.remove_prefix(article.title_span.end);
  return trim(body);
}

std::vector<std::string_view> strings_of(const JsonValue* list) {
  std::vector<std::string_view> strings;
  if (list == nullptr) return strings;
  for (const JsonValue& item : list->items) strings.push_back(item.string);
  return strings;
}

// Sums over the pages of one set.
struct Sums {
  ReadingScore score;
  std::size_t titles_right = 0;
  std::size_t days_right = 0;
  std::size_t segments_right = 0;
  std::size_t bodies = 0;
  double precision = 0;
  double recall = 0;

  void add(const JsonValue& gold, Article article) {
    ++score.pages;
    PageReading reading{std::string(gold.text_of("id")), false, {}, std::move(article)};
    const Article& read = reading.article;
    if (!gold.text_of("text").empty()) {
      reading.has_body = true;
      reading.body = score_shingles(body_of(read), gold.text_of("text"));
      ++bodies;
      precision += reading.body.precision;
      recall += reading.body.recall;
    }
    if (!gold.text_of("title").empty()) {
      ++score.titles;
      titles_right += bare_title(read.title) == bare_title(gold.text_of("title"));
    }
    if (const auto day = parse_iso_day(gold.text_of("date"))) {
      ++score.days;
      days_right += read.published_day == day;
    }
    for (std::string_view segment : strings_of(gold.find("with"))) {
      ++score.segments;
      segments_right += read.text.find(segment) != std::string::npos;
    }
    for (std::string_view segment : strings_of(gold.find("without"))) {
      ++score.segments;
      segments_right += read.text.find(segment) == std::string::npos;
    }
    score.readings.push_back(std::move(reading));
  }

  ReadingScore take() {
    const auto share = [](double part, std::size_t whole) {
      return whole == 0 ? 0.0 : part / static_cast<double>(whole);
    };
    score.precision = share(precision, bodies);
    score.recall = share(recall, bodies);
    const double sum = score.precision + score.recall;
    score.f1 = sum == 0 ? 0 : 2 * score.precision * score.recall / sum;
    score.title_accuracy = share(static_cast<double>(titles_right), score.titles);
    score.day_accuracy = share(static_cast<double>(days_right), score.days);
    score.segment_accuracy = share(static_cast<double>(segments_right), score.segments);
    return std::move(score);
  }
};

}  // namespace

ShingleScore score_shingles(std::string_view found, std::string_view gold) {
  std::size_t found_count = 0;
  std::size_t gold_count = 0;
  const Shingles found_shingles = shingles_of(found, found_count);
  const Shingles gold_shingles = shingles_of(gold, gold_count);
  std::size_t both = 0;
  for (const auto& [shingle, count] : gold_shingles) {
    const auto match = found_shingles.find(shingle);
    if (match != found_shingles.end()) both += std::min(count, match->second);
  }
  ShingleScore score;
  if (found_count > 0)
    score.precision = static_cast<double>(both) / static_cast<double>(found_count);
  if (gold_count > 0) score.recall = static_cast<double>(both) / static_cast<double>(gold_count);
  return score;
}

Result<std::vector<ReadingScore>> measure_reading(const std::string& gold_file,
                                                  const std::string& pages_folder,
                                                  const Furniture& furniture) {
  const auto gold = read_file(gold_file);
  if (!gold.ok()) return gold.error();
  std::vector<Sums> sets;
  int line_number = 0;
  for (std::string_view line : split_list(gold.value(), '\n')) {
    ++line_number;
    const auto value = parse_json(line);
    if (!value.ok()) {
      Error error = value.error();
      error.where = gold_file + ":" + std::to_string(line_number);
      return error;
    }
    const std::string name(value.value().text_of("set"));
    auto set = std::find_if(sets.begin(), sets.end(),
                            [&](const Sums& known) { return known.score.set == name; });
    if (set == sets.end()) {
      sets.emplace_back();
      set = sets.end() - 1;
      set->score.set = name;
    }
    const auto page = read_file(pages_folder + "/" + std::string(value.value().text_of("html")));
    if (!page.ok()) return page.error();
    RawArticle raw;
    raw.form = RawArticle::Form::kHtml;
    raw.url = value.value().text_of("url");
    raw.text = decode_text(page.value(), charset_declared_in(page.value())).text;
    set->add(value.value(), clean_article(raw, furniture));
  }
  std::vector<ReadingScore> scores;
  for (Sums& set : sets) scores.push_back(set.take());
  return scores;
}

SuiteReport evaluate_reading(const std::string& gold_directory, const std::string& pages_directory,
                             const Furniture& furniture) {
  SuiteReport report;
  report.name = "reading";
  const auto sets = measure_reading(gold_directory + "/gold.jsonl", pages_directory, furniture);
  if (!sets.ok()) {
    report.skipped = sets.error().message();
    return report;
  }
  for (const ReadingScore& set : sets.value()) {
    std::vector<ShingleScore> bodies;
    for (const PageReading& reading : set.readings) {
      if (reading.has_body) bodies.push_back(reading.body);
    }
    const auto f1_of = [&bodies](const std::vector<std::size_t>& cases) {
      double precision = 0;
      double recall = 0;
      for (std::size_t i : cases) {
        precision += bodies[i].precision;
        recall += bodies[i].recall;
      }
      const double sum = (precision + recall) * static_cast<double>(cases.size());
      return sum == 0 ? 0.0 : 2 * precision * recall / sum;
    };
    if (!bodies.empty()) {
      report.figures.push_back(figure_with_interval(set.set + " shingle F1", bodies.size(), f1_of));
    }
    const auto add = [&report, &set](std::string_view name, double value, std::size_t count) {
      if (count == 0) return;
      report.figures.push_back({set.set + " " + std::string(name), value, value, value, count});
    };
    add("titles", set.title_accuracy, set.titles);
    add("days", set.day_accuracy, set.days);
    add("segments", set.segment_accuracy, set.segments);
  }
  return report;
}

}  // namespace verbale
