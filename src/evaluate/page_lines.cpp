// SPDX-License-Identifier: Apache-2.0
#include "evaluate/page_lines.h"

#include <unordered_set>

#include "core/utf8.h"
#include "formats/html.h"
#include "formats/records.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

bool is_shown(const HtmlPage& page, const HtmlNode& node) {
  switch (node.tag) {
    case HtmlTag::kHead:
    case HtmlTag::kScript:
    case HtmlTag::kStyle:
    case HtmlTag::kTemplate:
    case HtmlTag::kNoscript:
    case HtmlTag::kSvg:
    case HtmlTag::kIframe:
    case HtmlTag::kObject:
    case HtmlTag::kSelect:
    case HtmlTag::kTextarea:
    case HtmlTag::kCanvas:
    case HtmlTag::kAudio:
    case HtmlTag::kVideo:
      return false;
    default:
      break;
  }
  std::string style = lower_case(page.attribute(node, "style"));
  std::erase(style, ' ');
  return !page.has_attribute(node, "hidden") && style.find("display:none") == std::string::npos;
}

// Whether an element stands within the line of its neighbours.
bool is_inline(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kA:
    case HtmlTag::kAbbr:
    case HtmlTag::kB:
    case HtmlTag::kCite:
    case HtmlTag::kEm:
    case HtmlTag::kFont:
    case HtmlTag::kI:
    case HtmlTag::kImg:
    case HtmlTag::kInput:
    case HtmlTag::kLabel:
    case HtmlTag::kOther:
    case HtmlTag::kPicture:
    case HtmlTag::kQ:
    case HtmlTag::kSmall:
    case HtmlTag::kSource:
    case HtmlTag::kSpan:
    case HtmlTag::kStrong:
    case HtmlTag::kSub:
    case HtmlTag::kSup:
    case HtmlTag::kText:
    case HtmlTag::kTime:
    case HtmlTag::kU:
      return true;
    default:
      return false;
  }
}

class LineGatherer {
 public:
  explicit LineGatherer(const HtmlPage& page) : page_(page) {}

  std::vector<std::string> take() {
    if (!page_.nodes().empty()) visit(0);
    end_line();
    return std::move(lines_);
  }

 private:
  // REQUIRES: depth bounded, as parse_html ensures.
  void visit(std::uint32_t index) {
    const HtmlNode& node = page_.nodes()[index];
    if (!is_shown(page_, node)) return;
    if (!is_inline(node.tag)) end_line();
    line_ += node.text;
    for (std::uint32_t i = index + 1; i < node.end; i = page_.nodes()[i].end) visit(i);
    if (!is_inline(node.tag)) end_line();
  }

  void end_line() {
    std::string line = one_line(visible_text(line_));
    if (!line.empty()) lines_.push_back(std::move(line));
    line_.clear();
  }

  const HtmlPage& page_;
  std::vector<std::string> lines_;
  std::string line_;
};

// A text in which lines are looked up: long ones anywhere, short ones as whole paragraphs only, for
// their few words may stand in any sentence.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text) {
    const std::string shown = visible_text(text);
    for (std::string_view line : split_list(shown, '\n')) paragraphs_.insert(bare_words(line));
    words_ = " " + bare_words(shown) + " ";
  }
  bool holds(const std::string& words) const {
    constexpr std::size_t kWordsMin = 5;
    if (count_words(words) < kWordsMin) return paragraphs_.contains(words);
    return words_.find(" " + words + " ") != std::string::npos;
  }

 private:
  std::unordered_set<std::string> paragraphs_;
  std::string words_;
};

}  // namespace

std::vector<std::string> visible_lines(std::string_view html) {
  const HtmlPage page = parse_html(html);
  return LineGatherer(page).take();
}

ShingleScore score_lines(const std::vector<std::string>& lines, std::string_view kept,
                         std::string_view gold) {
  const LineIndex kept_lines(kept);
  const LineIndex gold_lines(gold);
  std::size_t both = 0, in_kept = 0, in_gold = 0;
  for (const std::string& line : lines) {
    const std::string words = bare_words(line);
    if (words.empty()) continue;
    const bool is_kept = kept_lines.holds(words);
    const bool is_gold = gold_lines.holds(words);
    in_kept += is_kept;
    in_gold += is_gold;
    both += is_kept && is_gold;
  }
  ShingleScore score;
  if (in_kept > 0) score.precision = static_cast<double>(both) / static_cast<double>(in_kept);
  if (in_gold > 0) score.recall = static_cast<double>(both) / static_cast<double>(in_gold);
  return score;
}

}  // namespace verbale
