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
#include "stages/clean_article/page_title.h"

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

constexpr std::string_view kLive = "LiveBlogPosting";

bool is_live_blog(const JsonValue& node) {
  const JsonValue* type = node.find("@type");
  if (type == nullptr) return false;
  return type->string == kLive ||
         std::any_of(type->items.begin(), type->items.end(),
                     [](const JsonValue& item) { return item.string == kLive; });
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
  if (is_live_blog(article)) facts.is_live = true;
  bylines.push_back(names_of(article.find("author"), data));
  bylines.push_back(names_of(article.find("creator"), data));
  keep(facts.title, line_of(without_tags(article.text_of("headline"))));
  keep(facts.outlet, names_of(article.find("publisher"), data));
  keep(facts.section, names_of(article.find("articleSection"), data));
  keep(facts.published, read_date_line(article.text_of("datePublished"), furniture));
  keep(facts.published, read_date_line(article.text_of("dateCreated"), furniture));
  keep(facts.modified, read_date_line(article.text_of("dateModified"), furniture));
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
  PageTitle title = page_title(page, metas, facts.title);
  facts.title = std::move(title.title);
  facts.shown_title = std::move(title.shown);
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
  SourcedDate published = dates.published(facts.published, facts.page_published, {facts.url, url});
  facts.published = std::move(published.date);
  facts.published_from = std::move(published.from);
  SourcedDate modified = dates.modified(facts.modified);
  facts.modified = std::move(modified.date);
  facts.modified_from = std::move(modified.from);
  return facts;
}

}  // namespace verbale
