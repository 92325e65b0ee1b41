// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_paste.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "formats/records.h"
#include "stages/clean_article/line_shape.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

// A half-open range of blocks.
struct BlockRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// What a line is to the search for the article.
enum class LineKind : std::uint8_t {
  kShort,      // A label, a headline, a name.
  kFurniture,  // Known to be none of the article's, a sentence or not.
  kProse,
};

std::vector<LineKind> kinds_of(const std::vector<Block>& blocks, const Furniture& furniture) {
  std::vector<LineKind> kinds;
  for (const Block& block : blocks) {
    const bool is_furniture =
        find_furniture(furniture, block.text, FurnitureRule::Zone::kBody, false) != nullptr ||
        find_furniture(furniture, block.text, FurnitureRule::Zone::kEnd, false) != nullptr ||
        !reason_of_shape(block.text, furniture).empty();
    kinds.push_back(is_furniture           ? LineKind::kFurniture
                    : is_prose(block.text) ? LineKind::kProse
                                           : LineKind::kShort);
  }
  return kinds;
}

// Whether the lines are those of a page: many short ones, and some that only pages have.
bool is_whole_page(const std::vector<LineKind>& kinds) {
  constexpr std::size_t kShortLinesMin = 15;
  constexpr std::size_t kFurnitureMin = 3;
  const auto count = [&kinds](LineKind kind) {
    return static_cast<std::size_t>(std::count(kinds.begin(), kinds.end(), kind));
  };
  const std::size_t furniture = count(LineKind::kFurniture);
  const std::size_t short_lines = count(LineKind::kShort) + furniture;
  return short_lines >= kShortLinesMin && short_lines * 5 > kinds.size() * 2 &&
         furniture >= kFurnitureMin;
}

// The stretch with most prose and fewest other lines: its paragraphs count by their words, and each
// line between them takes some away. A single sentence alone among short lines is a teaser more
// often than not and counts little.
BlockRange densest_stretch(const std::vector<Block>& blocks, const std::vector<LineKind>& kinds) {
  constexpr long kShortLineCost = 8;
  constexpr long kWordsMax = 60;
  constexpr long kTeaserWordsMax = 30;
  constexpr long kTeaserWords = 12;
  BlockRange best;
  long most = 0;
  long sum = 0;
  std::size_t begin = 0;
  const auto is_prose_at = [&](std::size_t i) {
    return i < kinds.size() && kinds[i] == LineKind::kProse;
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool is_alone = !is_prose_at(i + 1) && (i == 0 || !is_prose_at(i - 1));
    const auto words = static_cast<long>(count_words(blocks[i].text));
    const bool is_teaser = is_alone && words < kTeaserWordsMax;
    sum += is_prose_at(i) ? std::min(words, is_teaser ? kTeaserWords : kWordsMax) : -kShortLineCost;
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

// Whether a byline or a date follows within a few lines, as they do below headlines.
bool has_byline_below(const std::vector<Block>& blocks, std::size_t line, std::size_t end,
                      const Furniture& furniture) {
  constexpr std::size_t kLinesMax = 4;
  for (std::size_t i = line + 1; i < std::min(end, line + 1 + kLinesMax); ++i) {
    const FurnitureRule* rule =
        find_furniture(furniture, blocks[i].text, FurnitureRule::Zone::kHead, false);
    if (rule != nullptr && (rule->reason == "byline" || rule->reason == "date line")) return true;
  }
  return false;
}

// The line above the article that the article repeats most; the nearest of equals. The end of
// `blocks` when none may be a headline.
std::size_t find_headline(const std::vector<Block>& blocks, BlockRange article,
                          const Furniture& furniture) {
  constexpr std::size_t kLinesAboveMax = 60;
  constexpr std::size_t kLinesWithin = 2;
  constexpr std::size_t kWordsMin = 4;
  constexpr std::size_t kWordsMax = 30;
  constexpr std::size_t kParagraphs = 8;
  constexpr double kEchoMin = 0.2;
  constexpr double kSentenceCost = 0.3;  // Headlines seldom end like sentences; deks do.
  constexpr double kFarCost = 0.01;      // For each line between it and the text.
  constexpr double kBylineGain = 0.3;    // A byline or date stands right below.
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
    if (i >= article.begin && !has_byline_below(blocks, i, article.end, furniture)) return 0.0;
    const bool has_byline = has_byline_below(blocks, i, article.begin, furniture);
    const std::size_t far = article.begin - std::min(i, article.begin);
    return echo_of(blocks[i].text, repeated) + (has_byline ? kBylineGain : 0) -
           (ends_sentence(blocks[i].text) ? kSentenceCost : 0) -
           static_cast<double>(far) * kFarCost;
  };
  std::size_t best = blocks.size();
  double most = kEchoMin;
  // A headline that ends like a sentence may be taken for the first line of the text.
  for (std::size_t i = std::min(article.begin + kLinesWithin, article.end); i-- > stop;) {
    const double score = score_of(i);
    if (score > most) {
      most = score;
      best = i;
    }
  }
  // The line below the headline repeats the article even more: then the headline is right above.
  constexpr double kAboveMin = 0.3;
  const bool may_be_dek = best < blocks.size() && best > stop && score_of(best - 1) > 0;
  if (may_be_dek && echo_of(blocks[best - 1].text, repeated) >= kAboveMin) --best;
  return best;
}

// "World / The headline", "The headline by A B", "The headline | Outlet" where the headline stands
// alone in another line: that line. `stop` is where the article begins.
std::size_t bare_headline(const std::vector<Block>& blocks, std::size_t headline,
                          std::size_t stop) {
  constexpr std::size_t kWordsMin = 4;
  const std::string& whole = blocks[headline].text;
  for (std::size_t i = 0; i < stop; ++i) {
    const std::string& line = blocks[i].text;
    if (line.size() >= whole.size() || line.size() * 2 < whole.size()) continue;
    if (count_words(line) < kWordsMin) continue;
    if (whole.starts_with(line) || whole.ends_with(line)) return i;
  }
  return headline;
}

void mark(std::vector<Block>& blocks, BlockRange range, std::string_view reason) {
  for (std::size_t i = range.begin; i < range.end; ++i) blocks[i].reason = reason;
}

// Between headline and text only what reads like a line below a headline stays: right below it, and
// no more than two of them. The rest is left to the rules that know bylines and dates.
void mark_below_headline(std::vector<Block>& blocks, BlockRange between,
                         const Furniture& furniture) {
  constexpr std::size_t kDekWordsMin = 6;
  constexpr std::size_t kDeksMax = 2;
  std::vector<std::size_t> deks;
  for (std::size_t i = between.begin; i < between.end; ++i) {
    const bool is_furniture =
        find_furniture(furniture, blocks[i].text, FurnitureRule::Zone::kHead, false) != nullptr ||
        !reason_of_shape(blocks[i].text, furniture).empty();
    if (is_furniture) continue;
    if (count_words(blocks[i].text) < kDekWordsMin) {
      blocks[i].reason = "page head";
    } else {
      deks.push_back(i);
    }
  }
  if (deks.size() <= kDeksMax) return;
  for (std::size_t i : deks) {
    if (!ends_sentence(blocks[i].text)) blocks[i].reason = "related link";
  }
}

// Headlines, labels and credits that a page shows in several places.
void mark_repeats(Page& page, const std::vector<LineKind>& kinds) {
  std::unordered_map<std::string_view, std::size_t> times;
  for (const Block& block : page.blocks) ++times[block.text];
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    Block& block = page.blocks[i];
    const bool may_go =
        block.reason.empty() && kinds[i] == LineKind::kShort && block.text != page.title;
    if (may_go && times[block.text] > 1) block.reason = "repeated line";
  }
}

}  // namespace

void trim_page_paste(Page& page, const Furniture& furniture) {
  std::vector<Block>& blocks = page.blocks;
  const std::vector<LineKind> kinds = kinds_of(blocks, furniture);
  if (!is_whole_page(kinds)) return;
  page.is_whole = true;
  const BlockRange article = densest_stretch(blocks, kinds);
  if (article.begin == article.end) return;
  std::size_t begin = article.begin;
  const std::size_t headline = find_headline(blocks, article, furniture);
  if (headline < blocks.size()) {
    page.shown_title = blocks[headline].text;
    page.title =
        blocks[bare_headline(blocks, headline, std::max(headline, article.begin) + 1)].text;
    begin = headline;
    mark_below_headline(blocks, {headline + 1, article.begin}, furniture);
  }
  mark(blocks, {0, begin}, "page head");
  mark(blocks, {article.end, blocks.size()}, "page foot");
  mark_repeats(page, kinds);
}

}  // namespace verbale
