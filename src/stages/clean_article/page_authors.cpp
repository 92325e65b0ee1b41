// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_authors.h"

#include <algorithm>

#include "stages/clean_article/byline.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

constexpr std::size_t kWordsMax = 10;

// Adds a name to "A B, C D" unless it stands there.
void add_name(std::string& names, const std::string& name) {
  if (name.empty() || names.find(name) != std::string::npos) return;
  if (!names.empty()) names += ", ";
  names += name;
}

// The text of an element, with a space wherever another element starts: "By<a>Ada Brandt</a>".
std::string line_at(const HtmlPage& page, std::uint32_t index) {
  std::string text;
  for (std::uint32_t i = index; i < page.nodes()[index].end; ++i) {
    if (page.nodes()[i].tag != HtmlTag::kText) continue;
    text += page.nodes()[i].text;
    text += ' ';
  }
  return one_line(visible_text(text));
}

// Names in elements made for them.
std::string marked_authors(const HtmlPage& page) {
  std::string names;
  for (std::uint32_t i = 0; i < page.nodes().size(); ++i) {
    const HtmlNode& node = page.nodes()[i];
    const bool is_author =
        page.attribute(node, "rel") == "author" || page.attribute(node, "itemprop") == "author";
    if (!is_author) continue;
    const std::string name = line_at(page, i);
    if (count_words(name) <= kWordsMax) add_name(names, name);
  }
  return names;
}

bool is_elsewhere(std::string_view reason) {
  constexpr std::string_view kElsewhere[] = {"comments",    "related links", "menu",   "footer",
                                             "side column", "trending box",  "no text"};
  return std::find(std::begin(kElsewhere), std::end(kElsewhere), reason) != std::end(kElsewhere);
}

// The names in the first line that the page marks as a byline, or that reads like one ("By A B"),
// from the heading on.
std::string shown_byline(const HtmlPage& page, const NodeSigns& signs, const Furniture& furniture) {
  constexpr std::uint32_t kLettersMax = 120;
  const auto& nodes = page.nodes();
  std::vector<bool> is_outside(nodes.size());
  bool has_heading = false;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    is_outside[i] = is_outside[nodes[i].parent] || is_elsewhere(signs.reason[i]);
    has_heading = has_heading || nodes[i].tag == HtmlTag::kH1;
    if (is_outside[i] || !has_heading) continue;
    const std::uint32_t letters = signs.letters[i];
    if (letters == 0 || letters > kLettersMax || nodes[i].tag == HtmlTag::kText) continue;
    const bool is_marked = signs.reason[i] == "byline";
    const bool may_be_line = nodes[i].tag == HtmlTag::kP || nodes[i].tag == HtmlTag::kDiv ||
                             nodes[i].tag == HtmlTag::kSpan;
    if (!is_marked && !may_be_line) continue;
    const std::string line = line_at(page, i);
    const FurnitureRule* rule = find_furniture(furniture, line, FurnitureRule::Zone::kHead, false);
    const bool reads_like_one = rule != nullptr && rule->reason == "byline";
    if (!is_marked && !reads_like_one) continue;
    const std::string names = tidy_byline(names_in(line, furniture), furniture);
    constexpr std::size_t kNameWordsMin = 2;
    if (count_words(names) >= kNameWordsMin) return names;
  }
  return {};
}

// "The Velden Herald" of velden-herald.example, "Velden Herald Staff" of the Velden Herald.
bool is_outlet(std::string_view byline, std::string_view outlet) {
  const std::string names = bare_words(byline);
  const std::string known = bare_words(outlet);
  if (names.empty() || known.empty()) return false;
  return names.find(known) != std::string::npos || known.find(names) != std::string::npos;
}

}  // namespace

std::string page_authors(const HtmlPage& page, const NodeSigns& signs,
                         std::vector<std::string> said, std::string_view outlet,
                         const Furniture& furniture) {
  std::string fallback;
  const auto is_good = [&](std::string& byline) {
    byline = tidy_byline(byline, furniture);
    if (byline.empty()) return false;
    if (!is_outlet(byline, outlet)) return true;
    if (fallback.empty()) fallback = byline;
    return false;
  };
  for (std::string& byline : said) {
    if (is_good(byline)) return byline;
  }
  std::string marked = marked_authors(page);
  if (is_good(marked)) return marked;
  std::string shown = shown_byline(page, signs, furniture);
  return is_good(shown) ? shown : fallback;
}

}  // namespace verbale
