// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_body.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/utf8.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

// What a page shows is no text in these, whatever they hold.
std::string_view reason_of_tag(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kHead:
    case HtmlTag::kScript:
    case HtmlTag::kStyle:
    case HtmlTag::kTemplate:
    case HtmlTag::kNoscript:
    case HtmlTag::kSvg:
    case HtmlTag::kCanvas:
    case HtmlTag::kIframe:
    case HtmlTag::kObject:
      return "no text";
    case HtmlTag::kNav:
      return "menu";
    case HtmlTag::kFooter:
      return "footer";
    case HtmlTag::kAside:
      return "side column";
    case HtmlTag::kButton:
    case HtmlTag::kSelect:
    case HtmlTag::kOption:
    case HtmlTag::kInput:
    case HtmlTag::kTextarea:
    case HtmlTag::kLabel:
      return "page controls";
    case HtmlTag::kAudio:
    case HtmlTag::kVideo:
      return "video player";
    case HtmlTag::kFigcaption:
      return "caption";
    case HtmlTag::kFigure:
      return "caption";
    default:
      return {};
  }
}

// Words of an attribute: "Article-shareBar x" → "article", "share", "bar", "x", and the whole name
// "article-share-bar" in small letters.
void append_marks(std::string_view attribute, std::vector<std::string>& names,
                  std::vector<std::string>& words) {
  std::string name;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  char before = ' ';
  for (std::size_t i = 0; i <= attribute.size(); ++i) {
    const char c = i < attribute.size() ? attribute[i] : ' ';
    if (is_space(c)) {
      end_word();
      if (!name.empty()) names.push_back(name);
      name.clear();
    } else if (c == '-' || c == '_' || c == ':' || c == '.' || c == '/') {
      end_word();
      if (!name.empty() && name.back() != '-') name += '-';
    } else {
      if (is_ascii_upper(c) && is_ascii_lower(before)) {
        end_word();
        name += '-';
      }
      const char lowered = is_ascii_upper(c) ? static_cast<char>(c + 32) : c;
      word += lowered;
      name += lowered;
    }
    before = c;
  }
}

struct Marks {
  std::vector<std::string> names;
  std::vector<std::string> words;
};

constexpr std::array<std::string_view, 8> kMarkedBy = {
    "class", "id",          "data-component", "data-testid", "data-component-name",
    "role",  "data-module", "data-type"};

Marks marks_of(const HtmlPage& page, const HtmlNode& node) {
  Marks marks;
  for (std::string_view key : kMarkedBy) {
    append_marks(page.attribute(node, key), marks.names, marks.words);
  }
  return marks;
}

// Whether `name` ends with the mark as a whole part: "c-article-body" ends with "article-body".
bool ends_with_mark(std::string_view name, std::string_view mark) {
  if (!name.ends_with(mark)) return false;
  return name.size() == mark.size() || name[name.size() - mark.size() - 1] == '-';
}

bool is_hidden(const HtmlPage& page, const HtmlNode& node) {
  if (page.has_attribute(node, "hidden")) return true;
  std::string style = lower_case(page.attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

std::string_view reason_of_marks(const Marks& marks, const Furniture& furniture) {
  for (const std::string& name : marks.names) {
    const auto found = furniture.furniture_marks.find(name);
    if (found != furniture.furniture_marks.end()) return found->second;
  }
  for (const std::string& word : marks.words) {
    const auto found = furniture.furniture_marks.find(word);
    if (found != furniture.furniture_marks.end()) return found->second;
  }
  // Two words side by side: "most-read" within "module-most-read-list".
  for (std::size_t i = 0; i + 1 < marks.words.size(); ++i) {
    const auto found = furniture.furniture_marks.find(marks.words[i] + "-" + marks.words[i + 1]);
    if (found != furniture.furniture_marks.end()) return found->second;
  }
  return {};
}

bool has_mark(const Marks& marks, const std::vector<std::string>& wanted) {
  for (const std::string& name : marks.names) {
    for (const std::string& mark : wanted) {
      if (ends_with_mark(name, mark)) return true;
    }
  }
  return false;
}

// What the marks of a node say.
struct MarkSigns {
  std::string_view reason;
  bool is_body = false;
  bool is_dek = false;
  bool is_date = false;
};

// Reads the marks of nodes; those of one page repeat, so each kind is read once. What it refers to
// must outlive it.
class MarkReader {
 public:
  MarkReader(const HtmlPage& page, const Furniture& furniture)
      : page_(page), furniture_(furniture) {}

  const MarkSigns& signs_of(const HtmlNode& node) {
    key_.clear();
    for (std::string_view name : kMarkedBy) {
      key_ += page_.attribute(node, name);
      key_ += '\n';
    }
    const auto [known, is_new] = known_.try_emplace(key_);
    if (is_new) known->second = read(marks_of(page_, node));
    return known->second;
  }

 private:
  MarkSigns read(const Marks& marks) const {
    MarkSigns signs;
    signs.is_body = has_mark(marks, furniture_.body_marks);
    signs.is_dek = has_mark(marks, furniture_.dek_marks);
    signs.is_date = std::any_of(
        marks.words.begin(), marks.words.end(),
        [this](const std::string& word) { return furniture_.date_marks.contains(word); });
    signs.reason = reason_of_marks(marks, furniture_);
    return signs;
  }

  const HtmlPage& page_;
  const Furniture& furniture_;
  std::unordered_map<std::string, MarkSigns> known_;
  std::string key_;
};

bool may_be_marked(HtmlTag tag) {
  return tag != HtmlTag::kText && tag != HtmlTag::kHtml && tag != HtmlTag::kBody &&
         tag != HtmlTag::kMeta && tag != HtmlTag::kLink;
}

std::uint32_t letters_in(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_space(c); }));
}

// A paragraph element, or one that holds text of its own as paragraphs do.
bool may_be_paragraph(const HtmlPage& page, std::uint32_t index) {
  const HtmlNode& node = page.nodes()[index];
  switch (node.tag) {
    case HtmlTag::kP:
    case HtmlTag::kPre:
    case HtmlTag::kBlockquote:
      return true;
    case HtmlTag::kDiv:
    case HtmlTag::kSection:
    case HtmlTag::kTd:
    case HtmlTag::kArticle:
    case HtmlTag::kSpan:
    case HtmlTag::kFont:
    case HtmlTag::kCenter:
      break;
    default:
      return false;
  }
  constexpr std::uint32_t kOwnTextMin = 80;
  std::uint32_t own = 0;
  for (std::uint32_t i = index + 1; i < node.end; i = page.nodes()[i].end) {
    if (page.nodes()[i].tag == HtmlTag::kText) own += letters_in(page.nodes()[i].text);
  }
  return own >= kOwnTextMin;
}

// Bytes of prose that make an article.
constexpr std::uint32_t kArticleProseMin = 400;

}  // namespace

NodeSigns read_signs(const HtmlPage& page, const Furniture& furniture) {
  const auto& nodes = page.nodes();
  NodeSigns signs;
  signs.reason.resize(nodes.size());
  signs.is_body_mark.resize(nodes.size());
  signs.is_date_mark.resize(nodes.size());
  signs.is_dek_mark.resize(nodes.size());
  signs.letters.resize(nodes.size());
  signs.link_letters.resize(nodes.size());
  signs.prose.resize(nodes.size());
  MarkReader marks(page, furniture);
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    signs.reason[i] = reason_of_tag(nodes[i].tag);
    if (!signs.reason[i].empty() || !may_be_marked(nodes[i].tag)) continue;
    if (nodes[i].attribute_count == 0) continue;
    const MarkSigns& marked = marks.signs_of(nodes[i]);
    signs.is_body_mark[i] = marked.is_body || page.attribute(nodes[i], "itemprop") == "articleBody";
    signs.is_dek_mark[i] = marked.is_dek;
    signs.is_date_mark[i] = marked.is_date;
    if (is_hidden(page, nodes[i])) {
      signs.reason[i] = "hidden text";
    } else if (!signs.is_body_mark[i]) {
      signs.reason[i] = marked.reason;
    }
  }
  // Whether a node holds the headline or what is marked as the article's text.
  std::vector<bool> holds_article(nodes.size());
  // From the last node to the first, children come before their parents.
  for (std::uint32_t i = static_cast<std::uint32_t>(nodes.size()); i-- > 0;) {
    const HtmlNode& node = nodes[i];
    holds_article[i] = holds_article[i] || node.tag == HtmlTag::kH1 ||
                       (signs.is_body_mark[i] && signs.prose[i] >= kArticleProseMin);
    // "article-with-sidebar" marks no side column but what is around one.
    const bool is_wrapper = holds_article[i] && signs.prose[i] >= kArticleProseMin &&
                            reason_of_tag(node.tag).empty() && signs.reason[i] != "hidden text";
    if (is_wrapper) signs.reason[i] = {};
    if (i > 0 && holds_article[i]) holds_article[node.parent] = true;
    if (signs.reason[i] == "no text") {
      signs.letters[i] = signs.link_letters[i] = signs.prose[i] = 0;
      continue;
    }
    if (node.tag == HtmlTag::kText) signs.letters[i] = letters_in(node.text);
    if (node.tag == HtmlTag::kA) signs.link_letters[i] = signs.letters[i];
    const bool is_linked = signs.link_letters[i] * 2 > signs.letters[i];
    constexpr std::uint32_t kParagraphMin = 25;
    if (signs.letters[i] >= kParagraphMin && !is_linked && may_be_paragraph(page, i)) {
      signs.prose[i] = std::max(signs.prose[i], signs.letters[i] - signs.link_letters[i]);
    }
    if (i == 0) break;
    signs.letters[node.parent] += signs.letters[i];
    signs.link_letters[node.parent] += signs.link_letters[i];
    if (signs.reason[i].empty()) signs.prose[node.parent] += signs.prose[i];
  }
  return signs;
}

namespace {

// How much of the page's prose stands right below a node: its paragraphs count whole for it, half
// for its parent, and so on up.
std::vector<double> score_nodes(const HtmlPage& page, const NodeSigns& signs) {
  const auto& nodes = page.nodes();
  std::vector<double> scores(nodes.size(), 0);
  std::vector<bool> is_furniture(nodes.size(), false);
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    is_furniture[i] = is_furniture[nodes[i].parent] || !signs.reason[i].empty();
    if (!may_be_paragraph(page, i) || signs.letters[i] < 25) continue;
    if (signs.link_letters[i] * 2 > signs.letters[i]) continue;
    const double own = std::min(1.0 + signs.letters[i] / 60.0, 8.0) * (is_furniture[i] ? 0.1 : 1);
    double share = 1;
    std::uint32_t up = nodes[i].tag == HtmlTag::kP || nodes[i].tag == HtmlTag::kPre ||
                               nodes[i].tag == HtmlTag::kBlockquote
                           ? nodes[i].parent
                           : i;
    for (int level = 0; level < 5; ++level) {
      scores[up] += own * share;
      if (up == 0) break;
      up = nodes[up].parent;
      share *= level == 0 ? 0.6 : 0.55;
    }
  }
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (signs.letters[i] > 0) {
      scores[i] *= 1 - static_cast<double>(signs.link_letters[i]) / signs.letters[i];
    }
    if (signs.is_body_mark[i]) scores[i] *= 1.4;
    if (nodes[i].tag == HtmlTag::kArticle) scores[i] *= 1.1;
    if (is_furniture[i]) scores[i] *= 0.5;
    if (nodes[i].tag == HtmlTag::kHtml || nodes[i].tag == HtmlTag::kHead) scores[i] = 0;
  }
  return scores;
}

// The lowest node that holds nearly all paragraphs which structured data gives as the article's
// text; nothing when it gives too few of them.
std::optional<std::uint32_t> node_of_given_body(const HtmlPage& page, const NodeSigns& signs,
                                                std::string_view given) {
  constexpr std::size_t kGivenMin = 200;
  constexpr std::uint32_t kParagraphMin = 30;
  constexpr std::uint32_t kParagraphsMin = 3;
  constexpr double kNearlyAll = 0.9;
  // No article is longer; pages made to cost time are.
  constexpr std::size_t kGivenMax = 300000;
  constexpr std::size_t kLooksMax = 4000;
  if (given.size() < kGivenMin) return std::nullopt;
  const auto& nodes = page.nodes();
  const std::string body = bare_words(visible_text(given.substr(0, kGivenMax)));
  std::vector<std::uint32_t> found(nodes.size(), 0);
  std::uint32_t paragraphs = 0;
  std::size_t looks = 0;
  for (std::uint32_t i = static_cast<std::uint32_t>(nodes.size()); i-- > 1;) {
    const bool may_match = nodes[i].tag == HtmlTag::kText && signs.letters[i] >= kParagraphMin;
    if (may_match && looks < kLooksMax) {
      ++looks;
      const std::string text = bare_words(visible_text(nodes[i].text));
      if (text.size() >= kParagraphMin && body.find(text) != std::string::npos) {
        found[i] = signs.letters[i];
        ++paragraphs;
      }
    }
    if (signs.reason[i] != "no text") found[nodes[i].parent] += found[i];
  }
  if (paragraphs < kParagraphsMin || found[0] < body.size() * 0.4) return std::nullopt;
  std::uint32_t lowest = 0;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    // Nodes come parents first, so the last that still holds enough is the lowest.
    if (found[i] >= found[0] * kNearlyAll && nodes[i].tag != HtmlTag::kText) lowest = i;
  }
  return lowest;
}

// When several articles follow one another on the page, the one that holds the title's heading.
std::uint32_t first_of_several(const HtmlPage& page, const NodeSigns& signs, std::uint32_t body,
                               std::string_view title) {
  constexpr std::uint32_t kProseMin = 400;
  const auto& nodes = page.nodes();
  const std::string bare = bare_words(title);
  std::size_t articles = 0;
  std::optional<std::uint32_t> titled;
  for (std::uint32_t i = body + 1; i < nodes[body].end; ++i) {
    if (nodes[i].tag != HtmlTag::kArticle || signs.prose[i] < kProseMin) continue;
    ++articles;
    for (std::uint32_t j = i + 1; j < nodes[i].end && !titled; ++j) {
      if (nodes[j].tag != HtmlTag::kH1 && nodes[j].tag != HtmlTag::kH2) continue;
      if (bare_words(visible_text(page.text_of(nodes[j]))) == bare) titled = i;
    }
    i = nodes[i].end - 1;
  }
  return articles >= 2 && titled ? *titled : body;
}

// Whether a node holds more text than links to elsewhere.
bool is_mostly_text(const NodeSigns& signs, std::uint32_t index) {
  constexpr double kLinksMax = 0.4;
  return signs.link_letters[index] < signs.letters[index] * kLinksMax;
}

// The node whose paragraphs make it the likeliest.
std::uint32_t scored_body(const HtmlPage& page, const NodeSigns& signs, std::string_view title) {
  const auto& nodes = page.nodes();
  const std::vector<double> scores = score_nodes(page, signs);
  std::uint32_t best = 0;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (scores[i] > scores[best]) best = i;
  }
  // Up while a parent holds much more prose: the article may stand in several parts.
  constexpr double kMuchMore = 1.2;
  std::uint32_t body = best;
  for (std::uint32_t up = best; up != 0;) {
    up = nodes[up].parent;
    if (nodes[up].tag == HtmlTag::kHtml) break;
    if (signs.prose[up] > signs.prose[body] * kMuchMore && is_mostly_text(signs, up)) body = up;
  }
  body = first_of_several(page, signs, body, title);
  // A node that the page itself calls the article's text, when it holds most of that prose.
  constexpr double kMost = 0.7;
  for (std::uint32_t i = body; i < nodes[body].end; ++i) {
    if (signs.is_body_mark[i] && signs.prose[i] >= signs.prose[body] * kMost) return i;
  }
  return body;
}

}  // namespace

std::uint32_t find_body(const HtmlPage& page, const NodeSigns& signs, std::string_view title,
                        std::string_view article_body) {
  const auto& nodes = page.nodes();
  if (nodes.empty()) return 0;
  const auto given = node_of_given_body(page, signs, article_body);
  const std::uint32_t scored = scored_body(page, signs, title);
  if (!given) return scored;
  // What structured data give is often only the start of the article.
  constexpr double kMost = 0.6;
  const bool is_within = scored <= *given && *given < nodes[scored].end;
  if (is_within && signs.prose[*given] < signs.prose[scored] * kMost) return scored;
  return first_of_several(page, signs, *given, title);
}

}  // namespace verbale
