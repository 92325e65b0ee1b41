// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_paste.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "formats/records.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

// A half-open range of blocks.
struct BlockRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Whether the lines are those of a page: mostly short ones, no prose near the top, and some that
// only pages have.
bool is_whole_page(const std::vector<Block>& blocks, const Furniture& furniture) {
  constexpr std::size_t kShortLinesMin = 15;
  constexpr std::size_t kTopLines = 5;
  constexpr std::size_t kFurnitureMin = 4;
  const auto is_short = [](const Block& block) { return !is_prose(block.text); };
  const auto short_lines =
      static_cast<std::size_t>(std::count_if(blocks.begin(), blocks.end(), is_short));
  if (short_lines < kShortLinesMin || short_lines * 2 <= blocks.size()) return false;
  if (!std::all_of(blocks.begin(), blocks.begin() + kTopLines, is_short)) return false;
  const auto furniture_lines = std::count_if(blocks.begin(), blocks.end(), [&](const Block& block) {
    return find_furniture(furniture, block.text, FurnitureRule::Zone::kTitle, false) != nullptr;
  });
  return static_cast<std::size_t>(furniture_lines) >= kFurnitureMin;
}

// The stretch with most prose and fewest short lines: its paragraphs count by their words, and each
// line between them takes some away.
BlockRange densest_stretch(const std::vector<Block>& blocks) {
  constexpr long kShortLineCost = 8;
  constexpr long kWordsMax = 60;
  BlockRange best;
  long most = 0;
  long sum = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto words = static_cast<long>(count_words(blocks[i].text));
    sum += is_prose(blocks[i].text) ? std::min(words, kWordsMax) : -kShortLineCost;
    if (sum > most) {
      most = sum;
      best = {begin, i + 1};
    }
    if (sum <= 0) {
      sum = 0;
      begin = i + 1;
    }
  }
  return best;
}

// Words that tell what a text is about: the longer ones.
std::unordered_set<std::string> telling_words(std::string_view text) {
  constexpr std::size_t kBytesMin = 4;
  std::unordered_set<std::string> words;
  const std::string bare = bare_words(text);
  for (std::string_view word : split_list(bare, ' ')) {
    if (word.size() >= kBytesMin) words.emplace(word);
  }
  return words;
}

// How much of a line the article repeats, 0..1.
double echo_of(const std::string& line, const std::unordered_set<std::string>& article) {
  const auto words = telling_words(line);
  if (words.empty()) return 0;
  const auto known = std::count_if(words.begin(), words.end(),
                                   [&](const std::string& word) { return article.contains(word); });
  return static_cast<double>(known) / static_cast<double>(words.size());
}

// The line above the article that the article repeats most; the nearest of equals. The end of
// `blocks` when none may be a headline.
std::size_t find_headline(const std::vector<Block>& blocks, BlockRange article,
                          const Furniture& furniture) {
  constexpr std::size_t kLinesAboveMax = 60;
  constexpr std::size_t kWordsMin = 4;
  constexpr std::size_t kWordsMax = 30;
  constexpr std::size_t kParagraphs = 8;
  constexpr double kEchoMin = 0.2;
  constexpr double kSentenceCost = 0.3;  // Headlines seldom end like sentences; deks do.
  constexpr double kFarCost = 0.01;      // For each line between it and the text.
  std::string opening;
  for (std::size_t i = article.begin; i < std::min(article.end, article.begin + kParagraphs); ++i) {
    opening += blocks[i].text + "\n";
  }
  const auto repeated = telling_words(opening);
  const std::size_t stop = article.begin > kLinesAboveMax ? article.begin - kLinesAboveMax : 0;
  const auto score_of = [&](std::size_t i) {
    const std::size_t words = count_words(blocks[i].text);
    if (words < kWordsMin || words > kWordsMax) return 0.0;
    if (find_furniture(furniture, blocks[i].text, FurnitureRule::Zone::kHead, false)) return 0.0;
    return echo_of(blocks[i].text, repeated) - (ends_sentence(blocks[i].text) ? kSentenceCost : 0) -
           static_cast<double>(article.begin - i) * kFarCost;
  };
  std::size_t best = blocks.size();
  double most = kEchoMin;
  for (std::size_t i = article.begin; i-- > stop;) {
    const double score = score_of(i);
    if (score > most) {
      most = score;
      best = i;
    }
  }
  // The line below the headline repeats the article even more: then the headline is right above.
  constexpr double kAboveMin = 0.3;
  if (best < blocks.size() && best > stop && score_of(best - 1) >= kAboveMin) --best;
  return best;
}

void mark(std::vector<Block>& blocks, BlockRange range, std::string_view reason) {
  for (std::size_t i = range.begin; i < range.end; ++i) blocks[i].reason = reason;
}

}  // namespace

void trim_page_paste(Page& page, const Furniture& furniture) {
  std::vector<Block>& blocks = page.blocks;
  if (!is_whole_page(blocks, furniture)) return;
  const BlockRange article = densest_stretch(blocks);
  if (article.begin == article.end) return;
  std::size_t begin = article.begin;
  const std::size_t headline = find_headline(blocks, article, furniture);
  if (headline < blocks.size()) {
    page.title = blocks[headline].text;
    begin = headline;
    // Between headline and text only what reads like a line below a headline stays; the rest is
    // left to the rules that know bylines and dates.
    constexpr std::size_t kDekWordsMin = 6;
    for (std::size_t i = headline + 1; i < article.begin; ++i) {
      const bool is_furniture =
          find_furniture(furniture, blocks[i].text, FurnitureRule::Zone::kHead, false) != nullptr;
      if (!is_furniture && count_words(blocks[i].text) < kDekWordsMin) {
        blocks[i].reason = "page head";
      }
    }
  }
  mark(blocks, {0, begin}, "page head");
  mark(blocks, {article.end, blocks.size()}, "page foot");
}

}  // namespace verbale
