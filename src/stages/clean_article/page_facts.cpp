// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_facts.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/calendar.h"
#include "core/utf8.h"
#include "formats/json_reader.h"
#include "formats/records.h"
#include "stages/clean_article/date_line.h"
#include "stages/clean_article/normal_text.h"
#include "stages/clean_article/page_authors.h"
#include "stages/clean_article/page_dates.h"
#include "stages/clean_article/page_meta.h"

namespace verbale {
namespace {

using Names = std::span<const std::string_view>;

std::string line_of(std::string_view text) {
  return one_line(visible_text(text));
}

// --- Structured data (JSON-LD) ---------------------------------------------------------------

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
}

bool is_article(const JsonValue& node) {
  const JsonValue* type = node.find("@type");
  if (type == nullptr) return false;
  if (is_article_type(type->string)) return true;
  return std::any_of(type->items.begin(), type->items.end(),
                     [](const JsonValue& item) { return is_article_type(item.string); });
}

// The first article in a piece of structured data; null when there is none. REQUIRES: bounded
// depth, as parse_json ensures.
const JsonValue* find_article(const JsonValue& node) {
  if (is_article(node)) return &node;
  for (const JsonValue& item : node.items) {
    if (const JsonValue* found = find_article(item)) return found;
  }
  for (const JsonMember& member : node.members) {
    const bool may_hold = member.name == "@graph" || member.name == "mainEntity" ||
                          member.name == "mainEntityOfPage" || member.name == "hasPart";
    if (!may_hold) continue;
    if (const JsonValue* found = find_article(member.value)) return found;
  }
  return nullptr;
}

// The node of the data that a bare reference ({"@id": …}) means; `node` itself when it says more.
const JsonValue& resolved(const JsonValue& node, const JsonValue& data) {
  const std::string_view id = node.text_of("@id");
  if (id.empty() || node.find("name") != nullptr) return node;
  const JsonValue* graph = data.find("@graph");
  for (const JsonValue& other : graph == nullptr ? data.items : graph->items) {
    if (other.text_of("@id") == id && other.find("name") != nullptr) return other;
  }
  return node;
}

// "A, B" of names given as strings, objects, references or lists of any.
std::string names_of(const JsonValue* value, const JsonValue& data) {
  if (value == nullptr) return {};
  if (value->is(JsonValue::Kind::kString)) {
    const bool is_address = value->string.starts_with("http");
    return is_address ? std::string() : line_of(value->string);
  }
  if (const JsonValue* name = resolved(*value, data).find("name")) return names_of(name, data);
  std::string names;
  for (const JsonValue& item : value->items) {
    const std::string name = names_of(&item, data);
    if (name.empty() || names.find(name) != std::string::npos) continue;
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

// Line breaks within strings are no JSON, yet many pages write them.
std::string mended_json(std::string_view text) {
  std::string mended;
  mended.reserve(text.size());
  for (char c : text) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20;
    mended += is_control ? ' ' : c;
  }
  const std::size_t begin = mended.find_first_of("[{");
  const std::size_t end = mended.find_last_of("]}");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  return mended.substr(begin, end - begin + 1);
}

std::string without_tags(std::string_view text) {
  if (text.find('<') == std::string_view::npos && text.find('&') == std::string_view::npos) {
    return std::string(text);
  }
  const HtmlPage page = parse_html(text);
  return page.nodes().empty() ? std::string() : page.text_of(page.nodes()[0]);
}

// The day of publication that any node gives: of a page, a video, a recipe.
std::string any_date(const JsonValue& node, const Furniture& furniture) {
  std::string date = read_date_line(node.text_of("datePublished"), furniture);
  for (const JsonValue& item : node.items) {
    if (date.empty()) date = any_date(item, furniture);
  }
  for (const JsonMember& member : node.members) {
    const bool may_hold = member.name == "@graph" || member.name == "mainEntity";
    if (date.empty() && may_hold) date = any_date(member.value, furniture);
  }
  return date;
}

// What one article node says, as far as no node before said it.
void take_article_node(const JsonValue& article, const JsonValue& data, const Furniture& furniture,
                       PageFacts& facts, std::vector<std::string>& bylines) {
  const auto keep = [](std::string& fact, std::string said) {
    if (fact.empty()) fact = std::move(said);
  };
  bylines.push_back(names_of(article.find("author"), data));
  bylines.push_back(names_of(article.find("creator"), data));
  keep(facts.title, line_of(without_tags(article.text_of("headline"))));
  keep(facts.outlet, names_of(article.find("publisher"), data));
  keep(facts.section, names_of(article.find("articleSection"), data));
  keep(facts.published, read_date_line(article.text_of("datePublished"), furniture));
  keep(facts.published, read_date_line(article.text_of("dateCreated"), furniture));
  keep(facts.url, std::string(article.text_of("url")));
  if (const JsonValue* is_free = article.find("isAccessibleForFree")) {
    const bool says_no = lower_case(is_free->string) == "false";
    if (says_no || (is_free->is(JsonValue::Kind::kBoolean) && !is_free->boolean)) {
      facts.is_paid = true;
    }
  }
  keep(facts.article_body, without_tags(article.text_of("articleBody")));
}

void take_structured_data(const HtmlPage& page, const Furniture& furniture, PageFacts& facts,
                          std::vector<std::string>& bylines) {
  for (const HtmlNode& node : page.nodes()) {
    if (node.tag != HtmlTag::kScript) continue;
    if (page.attribute(node, "type").find("ld+json") == std::string_view::npos) continue;
    const auto data = parse_json(mended_json(page.text_of(node)));
    if (!data.ok()) continue;
    if (facts.page_published.empty()) facts.page_published = any_date(data.value(), furniture);
    const JsonValue* article = find_article(data.value());
    if (article != nullptr) take_article_node(*article, data.value(), furniture, facts, bylines);
  }
}

// --- Meta elements ----------------------------------------------------------------------------

constexpr std::string_view kTitleMetas[] = {"og:title",     "twitter:title", "dc.title",
                                            "dc:title",     "dcterms.title", "sailthru.title",
                                            "parsely-title"};
constexpr std::string_view kAuthorMetas[] = {"author",     "parsely-author",      "sailthru.author",
                                             "dc.creator", "dcterms.creator",     "dc.contributor",
                                             "byl",        "article:author_name", "citation_author",
                                             "authors",    "article:author"};
constexpr std::string_view kSectionMetas[] = {"article:section", "parsely-section", "section", "cg",
                                              "og:section",      "articlesection"};
constexpr std::string_view kDescriptionMetas[] = {"og:description", "description",
                                                  "twitter:description", "dc.description"};
constexpr std::string_view kOutletMetas[] = {"og:site_name", "application-name", "dc.publisher",
                                             "publisher"};

// --- The title -------------------------------------------------------------------------------

// The parts of "Headline - Outlet" that may be the headline: the whole, and all but the last part.
std::vector<std::string> title_readings(std::string_view title) {
  constexpr std::string_view kMarks[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / "};
  std::vector<std::string> readings{std::string(title)};
  for (std::string_view mark : kMarks) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string_view::npos) continue;
    readings.emplace_back(title.substr(0, at));
    const std::size_t first = title.find(mark);
    if (first != at) readings.emplace_back(title.substr(0, first));
  }
  return readings;
}

bool shares_title(const std::string& heading, std::span<const std::string> titles) {
  const std::string bare = bare_words(heading);
  return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
    const std::string other = bare_words(title);
    return !bare.empty() && !other.empty() &&
           (other.find(bare) != std::string::npos || bare.find(other) != std::string::npos);
  });
}

// Words that both hold, over the words of the longer.
double likeness(const std::string& a, const std::string& b) {
  const std::string bare_a = bare_words(a), bare_b = bare_words(b);
  const auto words_a = split_list(bare_a, ' ');
  const auto words_b = split_list(bare_b, ' ');
  if (words_a.empty() || words_b.empty()) return 0;
  std::size_t both = 0;
  for (std::string_view word : words_a) {
    both += std::find(words_b.begin(), words_b.end(), word) != words_b.end();
  }
  return static_cast<double>(both) / static_cast<double>(std::max(words_a.size(), words_b.size()));
}

// The headline by most votes: each heading, the structured headline, the social title and the page
// title vote for what they say, with and without an outlet's name behind it.
class TitleVote {
 public:
  void add(std::string_view said, bool has_outlet) {
    if (said.empty()) return;
    std::vector<std::string> readings{std::string(said)};
    if (has_outlet) readings = title_readings(said);
    for (std::string& reading : readings) reading = one_line(reading);
    sources_.push_back(std::move(readings));
  }
  // The reading with most votes, the earliest of equals; empty when none has two votes.
  std::string winner() const {
    constexpr std::size_t kWordsMin = 2;
    std::string best;
    std::size_t most = 1;
    for (const auto& readings : sources_) {
      for (const std::string& reading : readings) {
        const std::string bare = bare_words(reading);
        if (count_words(reading) < kWordsMin && !bare.empty() && bare.size() < 12) continue;
        const auto votes = static_cast<std::size_t>(
            std::count_if(sources_.begin(), sources_.end(), [&](const auto& others) {
              return std::any_of(others.begin(), others.end(), [&](const std::string& other) {
                return bare_words(other) == bare;
              });
            }));
        if (votes > most) {
          most = votes;
          best = reading;
        }
      }
    }
    return best;
  }

 private:
  std::vector<std::vector<std::string>> sources_;
};

// The heading that the page's claims resemble most, or its only one; empty when it has none that
// may be a headline.
std::string main_heading(const std::vector<std::string>& headings,
                         const std::vector<std::string>& claims) {
  constexpr double kAlike = 0.5;
  constexpr std::size_t kWordsMin = 3;
  constexpr std::size_t kUnlikeWordsMin =
      5;  // A heading unlike all claims may be an outlet's name.
  std::string best;
  double most = 0;
  for (const std::string& heading : headings) {
    double alike = 0;
    for (const std::string& claim : claims) alike = std::max(alike, likeness(heading, claim));
    if (count_words(heading) >= kWordsMin && shares_title(heading, claims)) {
      alike = std::max(alike, kAlike);
    }
    if (alike >= kAlike && alike > most) {
      most = alike;
      best = heading;
    }
  }
  if (best.empty() && headings.size() == 1 && count_words(headings[0]) >= kUnlikeWordsMin) {
    return headings[0];
  }
  return best;
}

// "Weather: Storm kills nine" where a claim says only "Storm kills nine".
std::string without_kicker(const std::string& heading, const std::vector<std::string>& claims) {
  constexpr std::size_t kWordsMin = 4;
  const std::string bare = bare_words(heading);
  for (const std::string& claim : claims) {
    for (const std::string& reading : title_readings(claim)) {
      if (count_words(reading) < kWordsMin) continue;
      if (bare.ends_with(" " + bare_words(reading))) return one_line(reading);
    }
  }
  return heading;
}

// A headline of fewer words may be a kicker, a section or an outlet.
constexpr std::size_t kKickerWordsMin = 4;

// The visible headline is the title; the head of the page tells which heading that is.
std::string settle_title(const HtmlPage& page, const MetaElements& metas,
                         const std::string& headline) {
  constexpr std::size_t kHeadingsMax = 20;
  std::string page_title;
  std::vector<std::string> headings;
  for (const HtmlNode& node : page.nodes()) {
    if (node.tag == HtmlTag::kTitle && page_title.empty()) page_title = line_of(page.text_of(node));
    if (node.tag == HtmlTag::kH1 && headings.size() < kHeadingsMax) {
      headings.push_back(line_of(page.text_of(node)));
    }
  }
  std::erase(headings, "");
  const std::string social = line_of(metas.first(kTitleMetas));
  TitleVote vote;
  for (const std::string& heading : headings) vote.add(heading, false);
  vote.add(headline, false);
  vote.add(social, true);
  vote.add(page_title, true);
  const std::string winner = vote.winner();
  std::vector<std::string> claims;
  for (const std::string& claim : {headline, social, page_title}) {
    if (!claim.empty()) claims.push_back(claim);
  }
  const std::string heading = main_heading(headings, claims);
  if (headings.empty() && count_words(headline) >= kKickerWordsMin &&
      bare_words(winner).starts_with(bare_words(headline))) {
    return headline;  // The others put the outlet's name behind it.
  }
  if (!winner.empty()) {
    // What most call the headline, when the heading only puts a kicker before it.
    const bool is_within = bare_words(heading).find(bare_words(winner)) != std::string::npos;
    if (heading.empty() || (is_within && count_words(winner) >= kKickerWordsMin)) return winner;
  }
  if (!heading.empty()) return without_kicker(heading, claims);
  if (!headline.empty()) return headline;
  const std::vector<std::string> readings = title_readings(social.empty() ? page_title : social);
  return one_line(readings.back());
}

}  // namespace

PageFacts page_facts(const HtmlPage& page, const NodeSigns& signs, std::string_view url,
                     const Furniture& furniture) {
  const MetaElements metas(page);
  PageFacts facts;
  std::vector<std::string> bylines;  // What may be one, best first.
  take_structured_data(page, furniture, facts, bylines);
  const auto keep = [](std::string& fact, std::string said) {
    if (fact.empty()) fact = std::move(said);
  };
  facts.title = settle_title(page, metas, facts.title);
  for (const HtmlNode& node : page.nodes()) {
    if (node.tag == HtmlTag::kHtml) keep(facts.language, std::string(page.attribute(node, "lang")));
    if (node.tag == HtmlTag::kLink && lower_case(page.attribute(node, "rel")) == "canonical") {
      facts.url = page.attribute(node, "href");
    }
  }
  constexpr std::string_view kUrlMeta[] = {"og:url"};
  keep(facts.url, std::string(metas.first(kUrlMeta)));
  keep(facts.section, line_of(metas.first(kSectionMetas)));
  facts.description = line_of(metas.first(kDescriptionMetas));
  const std::string outlet = line_of(metas.first(kOutletMetas));
  if (!outlet.empty()) facts.outlet = outlet;
  const std::string_view author = metas.first(kAuthorMetas);
  if (!author.starts_with("http")) bylines.push_back(line_of(author));
  facts.byline = page_authors(page, signs, std::move(bylines), facts.outlet, furniture);
  keep(facts.url, std::string(url));
  const PageDates dates(page, signs, metas, furniture);
  facts.published = dates.published(facts.published, facts.page_published, {facts.url, url});
  return facts;
}

}  // namespace verbale
