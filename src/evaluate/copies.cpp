// SPDX-License-Identifier: Apache-2.0
#include "evaluate/copies.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/hash.h"
#include "core/words.h"
#include "corpus/find_copies/find_copies.h"
#include "evaluate/gold_rows.h"
#include "evaluate/page_archive.h"
#include "evaluate/reading.h"
#include "formats/records.h"

namespace verbale {
namespace {

// Shorter texts have no copies that could be known.
constexpr std::size_t kWordsMin = 80;
// Furniture before a text and after it: at most so many words, and this part of its own.
constexpr std::size_t kFurnitureWords = 60;
constexpr std::size_t kTextToFurniture = 5;
constexpr std::uint64_t kWordsToAChange = 16;
constexpr std::size_t kCutPercent = 60;
// Of runs of eight words of the shorter text: two texts by different hands share fewer than this,
// quotations included. Whatever lies between this and a copy is left open.
constexpr std::size_t kRunWords = 8;
constexpr double kStrangerShare = 0.2;

// Its pages hold placeholder text, the same in most of them.
constexpr std::string_view kPlaceholderSet = "readability";

struct PageText {
  std::string text;
  std::string furniture;  // What was taken away around it.
};

// A text handed to find_copies, and the one it was made of.
struct Reading {
  std::string text;
  std::size_t original = 0;  // Into the originals.
};

std::string joined(const std::vector<std::string_view>& lines) {
  std::string text;
  for (std::string_view line : lines) (text += line) += '\n';
  return text;
}

std::string first_words(std::string_view text, std::size_t count) {
  std::string found;
  for (const std::string& word : words_of(text)) {
    if (count-- == 0) break;
    (found += word) += ' ';
  }
  return found;
}

// The first part of the text's lines, with two neighbours exchanged.
std::string cut_and_reordered(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t bytes = 0;
  for (std::string_view line : split_list(text, '\n')) {
    if (trim(line).empty()) continue;
    if (bytes * 100 > text.size() * kCutPercent) break;
    bytes += line.size();
    lines.push_back(line);
  }
  if (lines.size() > 2) std::swap(lines[1], lines[2]);
  return joined(lines);
}

// Every so many words one gives way to a word of the other text.
std::string with_changed_words(std::string_view text, const std::vector<std::string>& others) {
  std::string changed;
  for (const std::string& word : words_of(text)) {
    const std::uint64_t hash = hash64(word, changed.size());
    const bool is_changed = hash % kWordsToAChange == 0 && !others.empty();
    (changed += is_changed ? others[hash / kWordsToAChange % others.size()] : word) += ' ';
  }
  return changed;
}

std::unordered_set<std::uint64_t> runs_of(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  std::unordered_set<std::uint64_t> runs;
  for (std::size_t i = 0; i + kRunWords <= words.size(); ++i) {
    std::string run;
    for (std::size_t w = i; w < i + kRunWords; ++w) (run += words[w]) += ' ';
    runs.insert(hash64(run));
  }
  return runs;
}

bool are_strangers(std::string_view first, std::string_view second) {
  auto few = runs_of(first), many = runs_of(second);
  if (few.size() > many.size()) std::swap(few, many);
  std::size_t shared = 0;
  for (std::uint64_t run : few) shared += many.contains(run);
  return static_cast<double>(shared) < kStrangerShare * static_cast<double>(few.size());
}

std::vector<PageText> read_pages(const std::string& directory, const Furniture& furniture,
                                 std::string& skipped) {
  std::vector<PageText> pages;
  std::vector<std::pair<std::string, std::string>> texts;  // Gold, by page.
  for (const JsonValue& row : read_gold_rows(directory + "/gold.jsonl", skipped)) {
    if (!row.text_of("text").empty()) texts.emplace_back(row.text_of("id"), row.text_of("text"));
  }
  if (!skipped.empty()) return pages;
  std::sort(texts.begin(), texts.end());
  const auto sets = measure_reading(directory, PageForm::kHtml, furniture);
  if (!sets.ok()) {
    skipped = sets.error().message();
    return pages;
  }
  for (const ReadingScore& set : sets.value()) {
    if (set.set == kPlaceholderSet) continue;
    for (const PageReading& reading : set.readings) {
      const auto gold =
          std::lower_bound(texts.begin(), texts.end(), std::pair(reading.id, std::string()));
      const bool has_gold = gold != texts.end() && gold->first == reading.id;
      const std::string& text = has_gold ? gold->second : reading.article.text;
      if (words_of(text).size() < kWordsMin) continue;
      std::string around;
      for (const RemovedText& removed : reading.article.removed) around += removed.text + "\n";
      pages.push_back({text, std::move(around)});
    }
  }
  return pages;
}

std::vector<Reading> readings_of(const std::vector<PageText>& pages) {
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const PageText& second = pages[(i + 1) % pages.size()];
    const PageText& third = pages[(i + 2) % pages.size()];
    const std::size_t words = words_of(pages[i].text).size();
    const std::size_t around = std::min(kFurnitureWords, words / kTextToFurniture);
    const std::string one = first_words(second.furniture, around);
    const std::string other = first_words(third.furniture, around);
    readings.push_back({one + pages[i].text + "\n" + one, i});
    readings.push_back(
        {other + with_changed_words(cut_and_reordered(pages[i].text), words_of(second.text)) +
             "\n" + other,
         i});
  }
  return readings;
}

struct PairCount {
  std::vector<char> is_found;  // By page.
  std::size_t right = 0, open = 0, wrong = 0;
};

PairCount count_pairs(const std::vector<Origin>& origins, const std::vector<Reading>& readings,
                      const std::vector<std::string>& originals, std::size_t pages) {
  PairCount count;
  count.is_found.assign(pages, 0);
  for (const Origin& origin : origins) {
    for (std::size_t a = 0; a < origin.texts.size(); ++a) {
      for (std::size_t b = a + 1; b < origin.texts.size(); ++b) {
        const std::size_t first = readings[origin.texts[a]].original;
        const std::size_t second = readings[origin.texts[b]].original;
        if (first == second) {
          count.is_found[first] = 1;
          ++count.right;
        } else if (are_strangers(originals[first], originals[second])) {
          ++count.wrong;
        } else {
          ++count.open;
        }
      }
    }
  }
  return count;
}

}  // namespace

SuiteReport evaluate_copies(const std::string& pages_directory,
                            const std::string& stories_directory, const Furniture& furniture) {
  SuiteReport report;
  report.name = "copies";
  const std::vector<PageText> pages = read_pages(pages_directory, furniture, report.skipped);
  const auto articles = read_gold_rows(stories_directory + "/articles.jsonl", report.skipped);
  if (!report.skipped.empty()) return report;
  std::vector<Reading> readings = readings_of(pages);
  std::vector<std::string> originals;
  for (const PageText& page : pages) originals.push_back(page.text);
  for (const JsonValue& article : articles) {
    const std::string text =
        std::string(article.text_of("title")) + "\n" + std::string(article.text_of("text"));
    readings.push_back({text, originals.size()});
    originals.push_back(text);
  }
  std::vector<CopyText> texts;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    texts.push_back({std::to_string(i), std::nullopt, sketch_text(readings[i].text)});
  }
  const PairCount count = count_pairs(find_copies(texts), readings, originals, pages.size());
  report.figures.push_back(
      figure_with_interval("recall", pages.size(), [&](const std::vector<std::size_t>& cases) {
        double found = 0;
        for (std::size_t i : cases) found += count.is_found[i];
        return cases.empty() ? 0.0 : found / static_cast<double>(cases.size());
      }));
  const std::size_t judged = count.right + count.wrong;
  const double precision = judged == 0 ? 0.0 : static_cast<double>(count.right) / judged;
  report.figures.push_back({"precision", precision, precision, precision, judged});
  report.tables.push_back(
      {"pairs of one origin",
       {"right", "wrong", "left open"},
       {{std::to_string(count.right), std::to_string(count.wrong), std::to_string(count.open)}}});
  return report;
}

}  // namespace verbale
