// SPDX-License-Identifier: Apache-2.0
#include "evaluate/reading.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/calendar.h"
#include "core/hash.h"
#include "core/utf8.h"
#include "evaluate/gold_rows.h"
#include "evaluate/page_archive.h"
#include "evaluate/page_lines.h"
#include "evaluate/reading_facts.h"
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
  std::size_t bodies = 0;
  double precision = 0;
  double recall = 0;

  void add(const JsonValue& gold, PageReading reading, const Furniture& furniture) {
    ++score.pages;
    const Article& read = reading.article;
    if (!gold.text_of("text").empty()) {
      reading.has_body = true;
      reading.body = score_shingles(body_of(read), gold.text_of("text"));
      ++bodies;
      precision += reading.body.precision;
      recall += reading.body.recall;
    }
    add_facts(gold, read, furniture);
    for (std::string_view segment : strings_of(gold.find("with"))) {
      ++score.segments;
      score.segments_right += read.text.find(segment) != std::string::npos;
    }
    for (std::string_view segment : strings_of(gold.find("without"))) {
      ++score.segments;
      score.segments_right += read.text.find(segment) == std::string::npos;
    }
    score.readings.push_back(std::move(reading));
  }

  void add_facts(const JsonValue& gold, const Article& read, const Furniture& furniture) {
    if (!gold.text_of("title").empty()) {
      ++score.titles;
      score.titles_right += bare_title(read.title) == bare_title(gold.text_of("title"));
    }
    const std::string_view date = gold.text_of("date");
    if (const auto day = parse_iso_day(date)) {
      ++score.days;
      score.days_read += read.published_day.has_value();
      score.days_right += read.published_day == day;
      if (const auto is_same = is_same_instant(read.published, date, furniture)) {
        ++score.instants;
        score.instants_right += *is_same;
      }
    }
    const auto names = strings_of(gold.find("authors"));
    if (names.empty()) return;
    ++score.bylines;
    const Counts counts = score_authors(read.byline, names);
    score.authors.right += counts.right;
    score.authors.predicted += counts.predicted;
    score.authors.gold += counts.gold;
  }

  ReadingScore take() {
    const auto share = [](double part, std::size_t whole) {
      return whole == 0 ? 0.0 : part / static_cast<double>(whole);
    };
    score.precision = share(precision, bodies);
    score.recall = share(recall, bodies);
    const double sum = score.precision + score.recall;
    score.f1 = sum == 0 ? 0 : 2 * score.precision * score.recall / sum;
    return std::move(score);
  }
};

// F1 of mean precision and mean recall, over drawn pages.
double mean_f1(const std::vector<ShingleScore>& scores, const std::vector<std::size_t>& cases) {
  double precision = 0;
  double recall = 0;
  for (std::size_t i : cases) {
    precision += scores[i].precision;
    recall += scores[i].recall;
  }
  const double sum = (precision + recall) * static_cast<double>(cases.size());
  return sum == 0 ? 0.0 : 2 * precision * recall / sum;
}

void add_f1(SuiteReport& report, const std::string& name, const std::vector<ShingleScore>& scores) {
  if (scores.empty()) return;
  report.figures.push_back(figure_with_interval(
      name, scores.size(),
      [&scores](const std::vector<std::size_t>& cases) { return mean_f1(scores, cases); }));
}

void add_share(SuiteReport& report, const std::string& name, std::size_t right, std::size_t count) {
  if (count == 0) return;
  const double share = static_cast<double>(right) / static_cast<double>(count);
  report.figures.push_back({name, share, share, share, count});
}

void add_counts(SuiteReport& report, const std::string& name, const Counts& counts,
                std::size_t cases) {
  if (cases == 0) return;
  report.figures.push_back({name, counts.f1(), counts.f1(), counts.f1(), cases});
}

PageReading read_page(const JsonValue& gold, const std::string& bytes, PageForm form,
                      const Furniture& furniture) {
  RawArticle raw;
  raw.form = RawArticle::Form::kHtml;
  raw.url = gold.text_of("url");
  raw.text = decode_text(bytes, charset_declared_in(bytes)).text;
  PageReading reading;
  reading.id = gold.text_of("id");
  if (form == PageForm::kHtml) {
    reading.article = clean_article(raw, furniture);
    return reading;
  }
  const std::vector<std::string> lines = visible_lines(raw.text);
  raw.form = RawArticle::Form::kPlainText;
  raw.url.clear();
  raw.text.clear();
  for (const std::string& line : lines) raw.text += line + "\n";
  reading.article = clean_article(raw, furniture);
  if (!gold.text_of("text").empty()) {
    reading.lines = score_lines(lines, body_of(reading.article), gold.text_of("text"));
  }
  return reading;
}

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

Result<std::vector<ReadingScore>> measure_reading(const std::string& gold_directory, PageForm form,
                                                  const Furniture& furniture) {
  std::string skipped;
  std::unordered_map<std::string, JsonValue> gold;
  for (JsonValue& row : read_gold_rows(gold_directory + "/gold.jsonl", skipped)) {
    std::string page(row.text_of("html"));
    gold.emplace(std::move(page), std::move(row));
  }
  if (!skipped.empty()) return Error{gold_directory, skipped, ""};
  std::map<std::string, Sums> sets;
  const auto read = for_each_page(
      gold_directory + "/pages.tar.xz", [&](std::string_view name, std::string bytes) {
        const auto row = gold.find(std::string(name));
        if (row == gold.end()) return;
        Sums& set = sets[std::string(row->second.text_of("set"))];
        set.add(row->second, read_page(row->second, bytes, form, furniture), furniture);
      });
  if (!read.ok()) return read.error();
  std::vector<ReadingScore> scores;
  for (auto& [name, set] : sets) {
    set.score.set = name;
    scores.push_back(set.take());
  }
  return scores;
}

SuiteReport evaluate_reading(const std::string& gold_directory, const Furniture& furniture) {
  SuiteReport report;
  report.name = "reading";
  const auto sets = measure_reading(gold_directory, PageForm::kHtml, furniture);
  if (!sets.ok()) {
    report.skipped = sets.error().message();
    return report;
  }
  for (const ReadingScore& set : sets.value()) {
    std::vector<ShingleScore> bodies;
    for (const PageReading& reading : set.readings) {
      if (reading.has_body) bodies.push_back(reading.body);
    }
    add_f1(report, set.set + " body F1", bodies);
    add_share(report, set.set + " segments", set.segments_right, set.segments);
    add_share(report, set.set + " title", set.titles_right, set.titles);
    add_counts(report, set.set + " authors F1", set.authors, set.bylines);
    add_share(report, set.set + " day", set.days_right, set.days);
    const Counts days{static_cast<double>(set.days_right), static_cast<double>(set.days_read),
                      static_cast<double>(set.days)};
    add_counts(report, set.set + " day F1", days, set.days);
    add_share(report, set.set + " instant", set.instants_right, set.instants);
  }
  return report;
}

SuiteReport evaluate_reading_lines(const std::string& gold_directory, const Furniture& furniture) {
  SuiteReport report;
  report.name = "reading-lines";
  const auto sets = measure_reading(gold_directory, PageForm::kLines, furniture);
  if (!sets.ok()) {
    report.skipped = sets.error().message();
    return report;
  }
  for (const ReadingScore& set : sets.value()) {
    std::vector<ShingleScore> bodies;
    std::vector<ShingleScore> lines;
    for (const PageReading& reading : set.readings) {
      if (!reading.has_body) continue;
      bodies.push_back(reading.body);
      lines.push_back(reading.lines);
    }
    add_f1(report, set.set + " line F1", lines);
    add_f1(report, set.set + " body F1", bodies);
    add_share(report, set.set + " title", set.titles_right, set.titles);
    add_share(report, set.set + " day", set.days_right, set.days);
  }
  return report;
}

}  // namespace verbale
