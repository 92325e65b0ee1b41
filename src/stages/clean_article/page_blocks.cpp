// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_blocks.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "formats/html.h"
#include "stages/clean_article/normal_text.h"
#include "stages/clean_article/page_body.h"
#include "stages/clean_article/page_facts.h"

namespace verbale {
namespace {

bool breaks_line(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kAddress:
    case HtmlTag::kArticle:
    case HtmlTag::kAside:
    case HtmlTag::kBlockquote:
    case HtmlTag::kBody:
    case HtmlTag::kCaption:
    case HtmlTag::kCenter:
    case HtmlTag::kDd:
    case HtmlTag::kDetails:
    case HtmlTag::kDiv:
    case HtmlTag::kDl:
    case HtmlTag::kDt:
    case HtmlTag::kFieldset:
    case HtmlTag::kFigcaption:
    case HtmlTag::kFigure:
    case HtmlTag::kFooter:
    case HtmlTag::kForm:
    case HtmlTag::kH1:
    case HtmlTag::kH2:
    case HtmlTag::kH3:
    case HtmlTag::kH4:
    case HtmlTag::kH5:
    case HtmlTag::kH6:
    case HtmlTag::kHeader:
    case HtmlTag::kHr:
    case HtmlTag::kIframe:
    case HtmlTag::kLi:
    case HtmlTag::kMain:
    case HtmlTag::kNav:
    case HtmlTag::kOl:
    case HtmlTag::kP:
    case HtmlTag::kPre:
    case HtmlTag::kSection:
    case HtmlTag::kSummary:
    case HtmlTag::kTable:
    case HtmlTag::kTbody:
    case HtmlTag::kTd:
    case HtmlTag::kTfoot:
    case HtmlTag::kTh:
    case HtmlTag::kThead:
    case HtmlTag::kTr:
    case HtmlTag::kUl:
      return true;
    default:
      return false;
  }
}

bool is_heading(HtmlTag tag) {
  return tag >= HtmlTag::kH1 && tag <= HtmlTag::kH6;
}

Block::Kind kind_of(HtmlTag tag, Block::Kind outer) {
  if (is_heading(tag)) return Block::Kind::kHeading;
  if (tag == HtmlTag::kLi || tag == HtmlTag::kDd || tag == HtmlTag::kDt) {
    return Block::Kind::kListItem;
  }
  if (tag == HtmlTag::kBlockquote) return Block::Kind::kQuote;
  if (tag == HtmlTag::kFigcaption || tag == HtmlTag::kCaption) return Block::Kind::kCaption;
  return outer;
}

// Walks the article's part of a page and gathers its text block by block.
class BlockGatherer {
 public:
  BlockGatherer(const HtmlPage& page, const NodeSigns& signs, std::uint32_t body)
      : page_(page), signs_(signs), body_(body) {}

  std::vector<Block> take() {
    if (!page_.nodes().empty()) visit(body_, {});
    end_block();
    return std::move(blocks_);
  }

 private:
  struct Around {
    Block::Kind kind = Block::Kind::kParagraph;
    std::string_view reason;
    bool in_link = false;
  };

  // A part that its marks call furniture, unless it holds most of the article.
  std::string_view reason_of(std::uint32_t index) const {
    const std::string_view reason = signs_.reason[index];
    if (reason.empty() || index == body_) return {};
    constexpr double kMostOfIt = 0.5;
    if (reason != "no text" && reason != "caption" && signs_.prose[body_] > 0 &&
        signs_.prose[index] > signs_.prose[body_] * kMostOfIt) {
      return {};
    }
    return reason;
  }

  // REQUIRES: depth bounded, as parse_html ensures.
  void visit(std::uint32_t index, Around around) {
    const HtmlNode& node = page_.nodes()[index];
    if (node.tag == HtmlTag::kText) {
      add_text(node.text, around);
      return;
    }
    if (signs_.reason[index] == "no text") return;
    if (node.tag == HtmlTag::kTime) dated_ = page_.attribute(node, "datetime");
    if (node.tag == HtmlTag::kBr) {
      ++breaks_;
      if (breaks_ >= 2) end_block();
      text_ += ' ';
      return;
    }
    if (around.reason.empty()) around.reason = reason_of(index);
    around.kind = kind_of(node.tag, around.kind);
    around.in_link = around.in_link || node.tag == HtmlTag::kA;
    const bool breaks = breaks_line(node.tag);
    if (breaks || around.reason != around_.reason) end_block();
    for (std::uint32_t child = index + 1; child < node.end; child = page_.nodes()[child].end) {
      visit(child, around);
    }
    if (breaks || !around.reason.empty()) end_block();
  }

  void add_text(std::string_view text, const Around& around) {
    if (around.reason != around_.reason) end_block();
    const std::size_t before = letters_;
    for (char c : text) letters_ += !(c == ' ' || (c >= '\t' && c <= '\r'));
    if (letters_ > before) breaks_ = 0;
    if (around.in_link) link_letters_ += letters_ - before;
    text_ += text;
    around_ = around;
  }

  void end_block() {
    breaks_ = 0;
    Block block;
    block.text = one_line(visible_text(text_));
    block.kind = around_.kind;
    block.reason = around_.reason;
    if (letters_ > 0) {
      block.link_share = static_cast<double>(link_letters_) / static_cast<double>(letters_);
    }
    if (!block.text.empty()) {
      block.dated = std::exchange(dated_, {});
      blocks_.push_back(std::move(block));
    }
    text_.clear();
    letters_ = link_letters_ = 0;
    around_ = {};
  }

  const HtmlPage& page_;
  const NodeSigns& signs_;
  std::uint32_t body_;
  std::vector<Block> blocks_;
  std::string text_;
  std::string dated_;  // Of a date that no block has taken yet.
  Around around_;
  std::size_t letters_ = 0;
  std::size_t link_letters_ = 0;
  int breaks_ = 0;
};

bool may_be_dek(HtmlTag tag) {
  return tag == HtmlTag::kP || tag == HtmlTag::kH2 || tag == HtmlTag::kH3 || tag == HtmlTag::kDiv ||
         tag == HtmlTag::kSpan || tag == HtmlTag::kLi || tag == HtmlTag::kSection;
}

// The lines between the headline and the article's text, where these stand outside of it: marked
// so, or what the head of the page gives as its description.
std::vector<Block> dek_blocks(const HtmlPage& page, const NodeSigns& signs, std::uint32_t body,
                              const PageFacts& facts) {
  constexpr std::size_t kWordsMin = 4;
  constexpr std::size_t kWordsMax = 100;
  constexpr std::size_t kDescribedWordsMin = 6;
  constexpr std::uint32_t kLettersMax = 1500;
  const auto& nodes = page.nodes();
  const std::string title = bare_words(facts.shown_title);
  const std::string description = bare_words(facts.description);
  std::vector<Block> blocks;
  std::uint32_t heading = 0;
  for (std::uint32_t i = 1; i < body; ++i) {
    if (nodes[i].tag != HtmlTag::kH1 && nodes[i].tag != HtmlTag::kH2) continue;
    if (bare_words(visible_text(page.text_of(nodes[i]))) == title) heading = i;
  }
  if (heading == 0) return blocks;
  for (std::uint32_t i = nodes[heading].end; i < body && i < nodes.size(); ++i) {
    if (body < nodes[i].end) continue;  // Holds the article's text.
    const std::uint32_t end = nodes[i].end;
    if (!signs.reason[i].empty()) {
      i = end - 1;
      continue;
    }
    if (!may_be_dek(nodes[i].tag) || signs.letters[i] > kLettersMax) continue;
    if (signs.link_letters[i] * 2 > signs.letters[i]) continue;
    const std::string text = one_line(visible_text(page.text_of(nodes[i])));
    const std::size_t words = count_words(text);
    if (words < kWordsMin || words > kWordsMax) continue;
    const std::string bare = bare_words(text);
    const bool is_described = words >= kDescribedWordsMin && !description.empty() &&
                              (description.find(bare) != std::string::npos ||
                               bare.find(description) != std::string::npos);
    if (!is_described && !signs.is_dek_mark[i]) continue;
    Block block;
    block.text = text;
    blocks.push_back(std::move(block));
    i = end - 1;
  }
  return blocks;
}

// Blocks that are mostly links are ways to other articles.
void drop_links(std::vector<Block>& blocks) {
  constexpr double kMostly = 0.6;
  constexpr std::size_t kWordsMax = 30;
  for (Block& block : blocks) {
    if (!block.reason.empty()) continue;
    if (block.kind == Block::Kind::kCaption) block.reason = "caption";
    const bool is_short = count_words(block.text) <= kWordsMax;
    if (block.link_share > kMostly && is_short && !is_prose(block.text))
      block.reason = "related link";
    if (block.link_share > 0.9) block.reason = "related link";
  }
}

// When nearly all prose of the article's part is called one kind of furniture by its marks, the
// page is of that kind, and the marks say nothing: a gallery told in words.
void keep_what_marks_take(std::vector<Block>& blocks) {
  constexpr std::size_t kMuchMore = 4;
  constexpr std::size_t kWordsMin = 80;
  std::size_t kept = 0;
  std::map<std::string, std::size_t> taken;  // Words of prose by reason.
  for (const Block& block : blocks) {
    if (!is_prose(block.text)) continue;
    (block.reason.empty() ? kept : taken[block.reason]) += count_words(block.text);
  }
  const auto most = std::max_element(
      taken.begin(), taken.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == taken.end() || most->second < kWordsMin || most->second < kept * kMuchMore) return;
  const std::string reason = most->first;
  if (reason == "hidden text" || reason == "cookie notice" || reason == "comments") return;
  for (Block& block : blocks) {
    if (block.reason == reason) block.reason.clear();
  }
}

// What stands above the title, when the title stands among the blocks.
void drop_above_title(std::vector<Block>& blocks, const std::string& title) {
  const std::string bare = bare_words(title);
  for (std::size_t i = 0; i < blocks.size() && !bare.empty(); ++i) {
    if (blocks[i].kind != Block::Kind::kHeading || bare_words(blocks[i].text) != bare) continue;
    for (std::size_t above = 0; above < i; ++above) {
      if (blocks[above].reason.empty()) blocks[above].reason = "above the title";
    }
    return;
  }
}

// Headings with no text below them before the next heading of the page's end.
void drop_bare_headings(std::vector<Block>& blocks) {
  bool has_text = false;
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    if (!block->reason.empty()) continue;
    if (block->kind != Block::Kind::kHeading) {
      has_text = true;
    } else if (!has_text) {
      block->reason = "heading without text";
    }
  }
}

}  // namespace

Page page_blocks(std::string_view html, std::string_view url, const Furniture& furniture) {
  const HtmlPage parsed = parse_html(html);
  const NodeSigns signs = read_signs(parsed, furniture);
  PageFacts facts = page_facts(parsed, signs, url, furniture);
  Page page;
  const std::uint32_t body = find_body(parsed, signs, facts.shown_title, facts.article_body);
  page.blocks = BlockGatherer(parsed, signs, body).take();
  keep_what_marks_take(page.blocks);
  drop_links(page.blocks);
  drop_above_title(page.blocks, facts.shown_title);
  drop_bare_headings(page.blocks);
  std::vector<Block> dek = dek_blocks(parsed, signs, body, facts);
  page.blocks.insert(page.blocks.begin(), std::make_move_iterator(dek.begin()),
                     std::make_move_iterator(dek.end()));
  page.title = std::move(facts.title);
  page.shown_title = std::move(facts.shown_title);
  page.byline = std::move(facts.byline);
  page.outlet = std::move(facts.outlet);
  page.section = std::move(facts.section);
  page.published = std::move(facts.published);
  page.published_from = std::move(facts.published_from);
  page.modified = std::move(facts.modified);
  page.modified_from = std::move(facts.modified_from);
  page.language = std::move(facts.language);
  page.url = std::move(facts.url);
  page.is_paid = facts.is_paid;
  page.is_live = facts.is_live;
  return page;
}

}  // namespace verbale
