// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_facts.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "core/calendar.h"
#include "core/utf8.h"
#include "formats/json_reader.h"
#include "formats/records.h"
#include "stages/clean_article/date_line.h"
#include "stages/clean_article/normal_text.h"

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

// "A, B" of names given as strings, objects or lists of either.
std::string names_of(const JsonValue* value) {
  if (value == nullptr) return {};
  if (value->is(JsonValue::Kind::kString)) {
    const bool is_address = value->string.starts_with("http");
    return is_address ? std::string() : line_of(value->string);
  }
  if (const JsonValue* name = value->find("name")) return names_of(name);
  std::string names;
  for (const JsonValue& item : value->items) {
    const std::string name = names_of(&item);
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

void take_structured_data(const HtmlPage& page, const Furniture& furniture, PageFacts& facts) {
  for (const HtmlNode& node : page.nodes()) {
    if (node.tag != HtmlTag::kScript) continue;
    if (page.attribute(node, "type").find("ld+json") == std::string_view::npos) continue;
    auto data = parse_json(mended_json(page.text_of(node)));
    if (!data.ok()) continue;
    const JsonValue* article = find_article(data.value());
    if (article == nullptr) continue;
    const auto keep = [](std::string& fact, std::string said) {
      if (fact.empty()) fact = std::move(said);
    };
    keep(facts.title, line_of(without_tags(article->text_of("headline"))));
    keep(facts.byline, names_of(article->find("author")));
    keep(facts.outlet, names_of(article->find("publisher")));
    keep(facts.section, names_of(article->find("articleSection")));
    keep(facts.published, read_date_line(article->text_of("datePublished"), furniture));
    keep(facts.published, read_date_line(article->text_of("dateCreated"), furniture));
    keep(facts.url, std::string(article->text_of("url")));
    keep(facts.article_body, without_tags(article->text_of("articleBody")));
  }
}

// --- Meta elements ----------------------------------------------------------------------------

constexpr std::string_view kTitleMetas[] = {"og:title",     "twitter:title", "dc.title",
                                            "dc:title",     "dcterms.title", "sailthru.title",
                                            "parsely-title"};
constexpr std::string_view kDateMetas[] = {"article:published_time",
                                           "article:published",
                                           "datepublished",
                                           "date_published",
                                           "og:published_time",
                                           "og:article:published_time",
                                           "og:pubdate",
                                           "published_time",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "dcterms.created",
                                           "dc.date.issued",
                                           "dc.date.created",
                                           "dcterms.issued",
                                           "dc.date",
                                           "dcterms.date",
                                           "dc:date",
                                           "dc.created",
                                           "pubdate",
                                           "publishdate",
                                           "publish-date",
                                           "publish_date",
                                           "published-date",
                                           "publication_date",
                                           "publication-date",
                                           "publicationdate",
                                           "pub_date",
                                           "ptime",
                                           "date",
                                           "article_date_original",
                                           "article.published",
                                           "article:post_date",
                                           "article.created",
                                           "originalpublicationdate",
                                           "cxenseparse:recs:publishtime",
                                           "rnews:datepublished",
                                           "shareaholic:article_published_time",
                                           "vr:published_time",
                                           "citation_date",
                                           "citation_publication_date",
                                           "release_date",
                                           "displaydate",
                                           "created",
                                           "date.created",
                                           "bt:pubdate",
                                           "iso-8601-publish-date",
                                           "last-modified",
                                           "article:modified_time"};
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

// The content of the first meta element of the best of these names.
std::string_view meta(const HtmlPage& page, Names names) {
  for (std::string_view name : names) {
    for (const HtmlNode& node : page.nodes()) {
      if (node.tag != HtmlTag::kMeta) continue;
      for (std::string_view key : {"property", "name", "itemprop"}) {
        if (lower_case(page.attribute(node, key)) != name) continue;
        const std::string_view content = trim(page.attribute(node, "content"));
        if (!content.empty()) return content;
      }
    }
  }
  return {};
}

// The first of these metas that names a day.
std::string meta_date(const HtmlPage& page, const Furniture& furniture) {
  for (std::string_view name : kDateMetas) {
    const std::string date = read_date_line(meta(page, {&name, 1}), furniture);
    if (!date.empty()) return date;
  }
  return {};
}

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

// The visible headline is the title; the head of the page tells which heading that is.
std::string settle_title(const HtmlPage& page, const std::string& headline) {
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
  const std::string social = line_of(meta(page, kTitleMetas));
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
  if (!winner.empty()) {
    // What most call the headline, when the heading only puts a kicker before it.
    constexpr std::size_t kWordsMin = 4;
    const bool is_within = bare_words(heading).find(bare_words(winner)) != std::string::npos;
    if (heading.empty() || (is_within && count_words(winner) >= kWordsMin)) return winner;
  }
  if (!heading.empty()) return without_kicker(heading, claims);
  if (!headline.empty()) return headline;
  const std::vector<std::string> readings = title_readings(social.empty() ? page_title : social);
  return one_line(readings.back());
}

// --- Days -------------------------------------------------------------------------------------

// The day in an address: "/2025/04/02/", "/2025-04-02-".
std::string date_in_url(std::string_view url) {
  for (std::size_t at = 0; at + 10 < url.size(); ++at) {
    if (url[at] != '/' && url[at] != '-' && url[at] != '_') continue;
    std::string day(url.substr(at + 1, 10));
    if (day[4] == '/' && day[7] == '/') day[4] = day[7] = '-';
    if (const auto found = parse_iso_day(day)) return iso_day(*found);
  }
  return {};
}

// The first <time> of the page that names a day, one marked as published before others.
std::string time_element(const HtmlPage& page, const Furniture& furniture) {
  std::string first;
  for (const HtmlNode& node : page.nodes()) {
    const bool is_time = node.tag == HtmlTag::kTime;
    const std::string_view role = page.attribute(node, "itemprop");
    const bool is_published = role == "datePublished" || page.has_attribute(node, "pubdate");
    if (!is_time && !is_published) continue;
    std::string date;
    for (std::string_view key : {"datetime", "content"}) {
      if (date.empty()) date = read_date_line(page.attribute(node, key), furniture);
    }
    if (date.empty()) date = read_date_line(line_of(page.text_of(node)), furniture);
    if (date.empty()) continue;
    if (is_published) return date;
    if (first.empty()) first = date;
  }
  return first;
}

// The first short text that is a date, from the article's heading on.
std::string visible_date(const HtmlPage& page, const Furniture& furniture) {
  constexpr std::size_t kBytesMax = 80;
  constexpr std::size_t kBytesMin = 8;
  bool has_heading = false;
  std::string above;
  for (const HtmlNode& node : page.nodes()) {
    has_heading = has_heading || node.tag == HtmlTag::kH1;
    if (node.tag != HtmlTag::kText || node.text.size() > 4 * kBytesMax) continue;
    const std::string text = line_of(node.text);
    if (text.size() < kBytesMin || text.size() > kBytesMax) continue;
    const std::string date = read_date_line(text, furniture);
    if (date.empty()) continue;
    if (has_heading) return date;
    if (above.empty()) above = date;
  }
  return above;
}

// --- Authors ------------------------------------------------------------------------------------

std::string marked_authors(const HtmlPage& page) {
  std::string names;
  for (const HtmlNode& node : page.nodes()) {
    const bool is_author =
        page.attribute(node, "rel") == "author" || page.attribute(node, "itemprop") == "author";
    if (!is_author) continue;
    const std::string name = line_of(page.text_of(node));
    constexpr std::size_t kWordsMax = 6;
    if (name.empty() || count_words(name) > kWordsMax) continue;
    if (names.find(name) != std::string::npos) continue;
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

// "By A B, C D" → "A B, C D"; addresses and what stands behind a bar are no names.
std::string tidy_byline(std::string_view byline, const Furniture& furniture) {
  std::string tidy;
  for (std::string_view part : split_list(byline, ',')) {
    part = trim(part.substr(0, part.find('|')));
    if (part.find('@') != std::string_view::npos || part.find("://") != std::string_view::npos) {
      continue;
    }
    const auto leads = furniture.slots.phrases.find("byline");
    for (const LineToken& token : furniture.words.tokens_of(part)) {
      const bool is_lead =
          leads != furniture.slots.phrases.end() &&
          std::any_of(leads->second.begin(), leads->second.end(),
                      [&](const auto& phrase) { return phrase.front() == token.word; });
      if (is_lead) continue;
      part.remove_prefix(static_cast<std::size_t>(token.text.data() - part.data()));
      break;
    }
    if (part.empty()) continue;
    if (!tidy.empty()) tidy += ", ";
    tidy += part;
  }
  return tidy;
}

}  // namespace

PageFacts page_facts(const HtmlPage& page, std::string_view url, const Furniture& furniture) {
  PageFacts facts;
  take_structured_data(page, furniture, facts);
  const auto keep = [](std::string& fact, std::string said) {
    if (fact.empty()) fact = std::move(said);
  };
  facts.title = settle_title(page, facts.title);
  for (const HtmlNode& node : page.nodes()) {
    if (node.tag == HtmlTag::kHtml) keep(facts.language, std::string(page.attribute(node, "lang")));
    if (node.tag == HtmlTag::kLink && lower_case(page.attribute(node, "rel")) == "canonical") {
      facts.url = page.attribute(node, "href");
    }
  }
  constexpr std::string_view kUrlMeta[] = {"og:url"};
  keep(facts.url, std::string(meta(page, kUrlMeta)));
  const std::string_view author = meta(page, kAuthorMetas);
  if (!author.starts_with("http")) keep(facts.byline, line_of(author));
  keep(facts.byline, marked_authors(page));
  facts.byline = tidy_byline(facts.byline, furniture);
  keep(facts.section, line_of(meta(page, kSectionMetas)));
  facts.description = line_of(meta(page, kDescriptionMetas));
  const std::string outlet = line_of(meta(page, kOutletMetas));
  if (!outlet.empty()) facts.outlet = outlet;
  keep(facts.published, meta_date(page, furniture));
  keep(facts.published, time_element(page, furniture));
  keep(facts.url, std::string(url));
  keep(facts.published, date_in_url(facts.url));
  keep(facts.published, date_in_url(url));
  keep(facts.published, visible_date(page, furniture));
  return facts;
}

}  // namespace verbale
