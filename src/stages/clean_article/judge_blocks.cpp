// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/judge_blocks.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/utf8.h"
#include "stages/clean_article/byline.h"
#include "stages/clean_article/date_line.h"
#include "stages/clean_article/line_shape.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

using Zone = FurnitureRule::Zone;

// Reasons by which data/en/furniture/lines.rec calls the lines that tell of the article.
constexpr std::string_view kByline = "byline";
constexpr std::string_view kDateLine = "date line";
constexpr std::string_view kPageHead = "page head";
constexpr std::string_view kSectionLabel = "section label";
constexpr std::size_t kTitleWordsMax = 40;

// No letter at all: rules of stars or dashes, lone numbers, clock times of live blogs. Of a given
// text the numbers stay: they may be a table's.
bool has_no_words(std::string_view text, bool keeps_numbers) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (is_letter(c.value) || c.value >= 0x2E80) return false;
    if (keeps_numbers && is_digit(text[at])) return false;
    at += c.bytes;
  }
  return true;
}

// "World > Europe > Karsk", "Home / News"
bool is_breadcrumb(std::string_view text) {
  constexpr std::string_view kArrows[] = {" > ", " › ", " » ", " → ", " / ", " | ", " • ", " · "};
  constexpr std::size_t kWordsPerStepMax = 4;
  for (std::string_view arrow : kArrows) {
    std::size_t steps = 1;
    for (std::size_t at = text.find(arrow); at != std::string_view::npos;
         at = text.find(arrow, at + arrow.size())) {
      ++steps;
    }
    const bool may_be_two = arrow == kArrows[0] || arrow == kArrows[1] || arrow == kArrows[2];
    if (steps >= (may_be_two ? 2u : 3u) && count_words(text) <= steps * kWordsPerStepMax &&
        !ends_sentence(text)) {
      return true;
    }
  }
  return false;
}

// A headline or label: words, but no sentence.
bool is_titleish(std::string_view text) {
  constexpr std::size_t kWordsMax = 25;
  return count_words(text) <= kWordsMax && (!ends_sentence(text) || text.ends_with('?'));
}

// The last step of "World > Europe".
std::string section_in(std::string_view text) {
  const std::size_t at = text.find_last_of(">/|");
  return one_line(at == std::string_view::npos ? text : text.substr(at + 1));
}

class Judge {
 public:
  Judge(Page& page, const JudgeOptions& options, const Furniture& furniture)
      : page_(page), options_(options), furniture_(furniture) {}

  void run() {
    mend_drop_caps();
    if (options_.title_in_blocks) find_title();
    bare_title_ = bare_words(page_.title);
    bare_shown_ = bare_words(page_.shown_title);
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) judge(i);
    take_date_of_page_head();
    drop_ending();
    drop_next_article();
    drop_trailing_labels();
    drop_repeats();
    drop_trailing_titles();
    find_headings();
  }

 private:
  // The title of a pasted text: its first line that is neither furniture nor a sentence. A text of
  // one paragraph has none.
  void find_title() {
    if (page_.blocks.size() < 2) return;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      Block& block = page_.blocks[i];
      if (!block.reason.empty()) continue;
      const FurnitureRule* rule =
          find_furniture(furniture_, block.text, Zone::kTitle, options_.is_given);
      if (rule != nullptr) {
        take_facts(*rule, block.text);
        block.reason = rule->reason;
        continue;
      }
      if (has_no_words(block.text, options_.is_given) || is_breadcrumb(block.text)) continue;
      const bool has_dateline = block.text.find(") -") != std::string::npos ||
                                block.text.find(") —") != std::string::npos ||
                                block.text.find(") –") != std::string::npos;
      const bool is_sentence = is_prose(block.text) && !block.text.ends_with('?');
      if (is_sentence || has_dateline || count_words(block.text) > kTitleWordsMax) return;
      page_.title = block.text;
      block.reason = "title";
      return;
    }
  }

  void take_facts(const FurnitureRule& rule, std::string_view text) {
    if (rule.reason == kByline && page_.byline.empty()) {
      page_.byline = tidy_byline(names_in(text, furniture_), furniture_);
    }
    if (rule.reason == kSectionLabel && page_.section.empty()) page_.section = section_in(text);
    if (may_date(rule) && page_.published.empty()) {
      page_.published = read_date_line(text, furniture_);
    }
  }

  static bool may_date(const FurnitureRule& rule) {
    return rule.reason == kDateLine || rule.reason == kByline;
  }

  // No day between headline and text: the nearest one that stands above both.
  void take_date_of_page_head() {
    for (auto block = page_.blocks.rbegin(); block != page_.blocks.rend(); ++block) {
      if (!page_.published.empty()) return;
      if (block->reason != kPageHead) continue;
      const FurnitureRule* rule =
          find_furniture(furniture_, block->text, Zone::kHead, options_.is_given);
      if (rule != nullptr && may_date(*rule)) {
        page_.published = read_date_line(block->text, furniture_);
      }
    }
  }

  Zone zone() const { return body_began_ ? Zone::kBody : Zone::kHead; }

  // In a whole page bylines, dates and biographies of other articles stand anywhere.
  const FurnitureRule* rule_for(std::string_view text) const {
    const FurnitureRule* rule = find_furniture(furniture_, text, zone(), options_.is_given);
    if (rule != nullptr || !page_.is_whole) return rule;
    rule = find_furniture(furniture_, text, Zone::kEnd, false);
    return rule != nullptr ? rule : find_furniture(furniture_, text, Zone::kHead, false);
  }

  // A large first letter that a copy gives a line of its own: part of the next word, or there
  // twice.
  void mend_drop_caps() {
    for (std::size_t i = 0; i + 1 < page_.blocks.size(); ++i) {
      Block& letter = page_.blocks[i];
      Block& next = page_.blocks[i + 1];
      const CodePoint first = decode_at(letter.text, 0);
      if (first.bytes != letter.text.size() || !is_upper(first.value)) continue;
      const CodePoint follows = decode_at(next.text, 0);
      const bool goes_on = is_letter(follows.value) && !is_upper(follows.value);
      if (!is_prose(next.text) || (!goes_on && !next.text.starts_with(letter.text))) continue;
      if (goes_on) next.text.insert(0, letter.text);
      letter.reason = "drop cap";
    }
  }

  // The title itself, or a heading that only puts a kicker before it.
  bool repeats_title(const Block& block) const {
    constexpr std::size_t kKickerMax = 100;
    if (bare_title_.empty() || block.text.size() > 2 * page_.title.size() + kKickerMax)
      return false;
    const std::string bare = bare_words(block.text);
    return bare == bare_title_ || bare == bare_shown_ ||
           (block.kind == Block::Kind::kHeading && !body_began_ &&
            bare.ends_with(" " + bare_title_));
  }

  // A name alone between headline and text.
  bool may_be_author(const Block& block) const {
    return !body_began_ && !options_.is_given && block.kind != Block::Kind::kHeading &&
           is_names_only(block.text, furniture_);
  }

  void judge(std::size_t i) {
    Block& block = page_.blocks[i];
    if (!block.reason.empty()) return;
    if (has_no_words(block.text, options_.is_given)) {
      block.reason = "rule or number";
      return;
    }
    if (repeats_title(block)) {
      block.reason = "repeated title";
      return;
    }
    if (!options_.is_given && is_clock_line(block.text)) {
      block.reason = kDateLine;
      return;
    }
    const FurnitureRule* rule = rule_for(block.text);
    // "By A B | Lima | 2 March 2026" has the marks of a trail, and a day.
    const bool may_be_trail =
        rule == nullptr || !may_date(*rule) || read_date_line(block.text, furniture_).empty();
    if (!body_began_ && !options_.is_given && may_be_trail && is_breadcrumb(block.text)) {
      block.reason = "breadcrumb";
      if (page_.section.empty()) page_.section = section_in(block.text);
      return;
    }
    if (rule == nullptr && may_be_author(block)) {
      if (page_.byline.empty()) page_.byline = tidy_byline(block.text, furniture_);
      block.reason = kByline;
      return;
    }
    if (rule == nullptr && page_.is_whole) block.reason = reason_of_shape(block.text, furniture_);
    if (block.reason == kDateLine && !body_began_ && page_.published.empty()) {
      page_.published = read_date_line(block.text, furniture_);
    }
    if (rule == nullptr) {
      if (block.reason.empty() && is_prose(block.text)) body_began_ = true;
      return;
    }
    take_facts(*rule, block.text);
    block.reason = rule->reason;
    if (rule->then == FurnitureRule::Then::kTitles && !options_.is_given) drop_titles(i);
  }

  // The headlines below a box such as "Most read". A short line right above a paragraph of prose
  // is that paragraph's heading when the headlines before it are longer.
  void drop_titles(std::size_t box) {
    std::size_t end = box + 1;
    while (end < page_.blocks.size() && page_.blocks[end].kind != Block::Kind::kHeading &&
           is_titleish(page_.blocks[end].text)) {
      ++end;
    }
    const bool prose_follows = end < page_.blocks.size();
    if (prose_follows && end > box + 1) {
      constexpr std::size_t kHeadingWordsMax = 7;
      const bool is_alone = end == box + 2;
      const bool is_short = count_words(page_.blocks[end - 1].text) <= kHeadingWordsMax;
      const bool before_is_long =
          !is_alone && count_words(page_.blocks[end - 2].text) > kHeadingWordsMax;
      if (body_began_ && is_short && (is_alone || before_is_long)) --end;
    }
    for (std::size_t i = box + 1; i < end; ++i) {
      Block& block = page_.blocks[i];
      const FurnitureRule* rule = find_furniture(furniture_, block.text, zone(), options_.is_given);
      if (rule != nullptr) take_facts(*rule, block.text);
      block.reason = rule != nullptr ? rule->reason : page_.blocks[box].reason;
    }
  }

  // From the last line upwards: what is furniture where nothing but furniture follows.
  void drop_ending() {
    for (auto block = page_.blocks.rbegin(); block != page_.blocks.rend(); ++block) {
      if (!block->reason.empty()) continue;
      const FurnitureRule* rule =
          find_furniture(furniture_, block->text, Zone::kEnd, options_.is_given);
      if (rule == nullptr) return;
      block->reason = rule->reason;
    }
  }

  // After the last paragraph of prose.
  std::size_t end_of_prose() const {
    std::size_t last = page_.blocks.size();
    while (last > 0 &&
           (!page_.blocks[last - 1].reason.empty() || !is_prose(page_.blocks[last - 1].text))) {
      --last;
    }
    return last;
  }

  // The headline of another article with its byline or date, below the last paragraph.
  void drop_next_article() {
    if (options_.is_given) return;
    const std::size_t last = end_of_prose();
    if (last == 0) return;
    for (std::size_t i = last + 1; i < page_.blocks.size(); ++i) {
      const FurnitureRule* rule =
          find_furniture(furniture_, page_.blocks[i].text, Zone::kHead, false);
      if (rule == nullptr || (rule->reason != kByline && rule->reason != kDateLine)) continue;
      if (!is_titleish(page_.blocks[i - 1].text)) continue;
      for (std::size_t next = i - 1; next < page_.blocks.size(); ++next) {
        if (page_.blocks[next].reason.empty()) page_.blocks[next].reason = "next article";
      }
      return;
    }
  }

  // Names of topics below the last paragraph: several lines of few words.
  void drop_trailing_labels() {
    if (options_.is_given) return;
    constexpr std::size_t kLabelsMin = 3;
    constexpr std::size_t kWordsMax = 3;
    const std::size_t last = end_of_prose();
    std::vector<Block*> labels;
    for (std::size_t i = last; last > 0 && i < page_.blocks.size(); ++i) {
      Block& block = page_.blocks[i];
      if (!block.reason.empty()) continue;
      const bool is_label = count_words(block.text) <= kWordsMax && !ends_sentence(block.text) &&
                            block.kind != Block::Kind::kListItem;
      if (!is_label) return;
      labels.push_back(&block);
    }
    if (labels.size() < kLabelsMin) return;
    for (Block* block : labels) block->reason = "topic list";
  }

  // Pull quotes, captions and credits that stand twice.
  void drop_repeats() {
    if (options_.is_given) return;
    constexpr std::size_t kWordsMin = 3;
    std::unordered_set<std::string_view> seen;
    for (Block& block : page_.blocks) {
      if (!block.reason.empty() || count_words(block.text) < kWordsMin) continue;
      if (!seen.insert(block.text).second) block.reason = "repeated line";
    }
  }

  // Headlines of other articles that follow furniture after the last paragraph.
  void drop_trailing_titles() {
    if (options_.is_given) return;
    const std::size_t last = end_of_prose();
    if (last == 0) return;
    bool after_furniture = false;
    for (std::size_t i = last; i < page_.blocks.size(); ++i) {
      Block& block = page_.blocks[i];
      if (!block.reason.empty()) {
        after_furniture = true;
      } else if (after_furniture && block.kind != Block::Kind::kListItem &&
                 is_titleish(block.text)) {
        block.reason = "related link";
      }
    }
  }

  // A short line without the end of a sentence, with text below it, is a heading.
  void find_headings() {
    constexpr std::size_t kWordsMax = 14;
    Block* above = nullptr;
    for (Block& block : page_.blocks) {
      if (!block.reason.empty()) continue;
      if (above != nullptr && above->kind == Block::Kind::kParagraph &&
          count_words(above->text) <= kWordsMax && !ends_sentence(above->text) &&
          !above->text.ends_with(',') && !above->text.ends_with(':') &&
          !above->text.ends_with(';') && page_.blocks.size() > 1) {
        above->kind = Block::Kind::kHeading;
      }
      above = &block;
    }
  }

  Page& page_;
  const JudgeOptions& options_;
  const Furniture& furniture_;
  std::string bare_title_;
  std::string bare_shown_;
  bool body_began_ = false;
};

}  // namespace

void judge_blocks(Page& page, const JudgeOptions& options, const Furniture& furniture) {
  Judge(page, options, furniture).run();
}

}  // namespace verbale
