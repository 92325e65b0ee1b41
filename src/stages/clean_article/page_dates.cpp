// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_dates.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "core/calendar.h"
#include "core/utf8.h"
#include "stages/clean_article/date_line.h"
#include "stages/clean_article/normal_text.h"

namespace verbale {
namespace {

// Names that say of publication and of nothing else.
constexpr std::string_view kPublishedMetas[] = {"article:published_time",
                                                "article:published",
                                                "datepublished",
                                                "date_published",
                                                "og:published_time",
                                                "og:article:published_time",
                                                "og:pubdate",
                                                "published_time",
                                                "parsely-pub-date",
                                                "sailthru.date",
                                                "dcterms.issued",
                                                "dc.date.issued",
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
                                                "article_date_original",
                                                "article.published",
                                                "article:post_date",
                                                "originalpublicationdate",
                                                "cxenseparse:recs:publishtime",
                                                "rnews:datepublished",
                                                "shareaholic:article_published_time",
                                                "vr:published_time",
                                                "citation_publication_date",
                                                "release_date",
                                                "displaydate",
                                                "bt:pubdate",
                                                "iso-8601-publish-date"};
// Names of some date or other.
constexpr std::string_view kSomeMetas[] = {"dcterms.created",
                                           "dc.date.created",
                                           "dc.date",
                                           "dcterms.date",
                                           "dc:date",
                                           "dc.created",
                                           "date",
                                           "article.created",
                                           "citation_date",
                                           "created",
                                           "date.created",
                                           "last-modified",
                                           "article:modified_time"};

// Names of the date of the last change.
constexpr std::string_view kModifiedMetas[] = {"article:modified_time",
                                               "og:updated_time",
                                               "datemodified",
                                               "date_modified",
                                               "dcterms.modified",
                                               "dc.date.modified",
                                               "modified_time",
                                               "article.updated",
                                               "last-modified",
                                               "lastmod",
                                               "revised",
                                               "sailthru.modified",
                                               "parsely-mod-date",
                                               "updated_time",
                                               "cxenseparse:recs:modifiedtime"};

// The day in an address: "/2025/04/02/", "/2025-04-02-", "/25-04-2025".
std::string date_in_url(std::string_view url) {
  constexpr std::size_t kBytes = 10;
  for (std::size_t at = 0; at + kBytes < url.size(); ++at) {
    if (url[at] != '/' && url[at] != '-' && url[at] != '_') continue;
    std::string day(url.substr(at + 1, kBytes));
    if (day[4] == '/' && day[7] == '/') day[4] = day[7] = '-';
    if (const auto found = parse_iso_day(day)) return iso_day(*found);
    const bool ends = at + 1 + kBytes == url.size() || !is_digit(url[at + 1 + kBytes]);
    if (day[2] != '-' || day[5] != '-' || !ends) continue;
    const std::string turned = day.substr(6) + "-" + day.substr(3, 2) + "-" + day.substr(0, 2);
    if (const auto found = parse_iso_day(turned)) return iso_day(*found);
  }
  return {};
}

// Parts of a page whose dates are those of other things.
bool is_elsewhere(std::string_view reason) {
  constexpr std::string_view kElsewhere[] = {"comments",      "related links", "menu",
                                             "footer",        "side column",   "trending box",
                                             "advertisement", "no text",       "hidden text"};
  return std::find(std::begin(kElsewhere), std::end(kElsewhere), reason) != std::end(kElsewhere);
}

// How many words of letters there are.
std::size_t count_letter_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    at += c.bytes;
    const bool is_part = is_letter(c.value);
    words += is_part && !in_word;
    in_word = is_part;
  }
  return words;
}

// The same instant at an offset that makes it fall on `day`: programs write the evening's news of
// one zone as the next day's in UTC. As it was where no offset does.
std::string on_day(const std::string& instant, const std::string& day) {
  constexpr std::string_view kUtc = "+00:00";
  constexpr int kHoursMax = 12;
  const auto from = parse_iso_day(instant);
  const auto to = parse_iso_day(day);
  if (!from || !to || !instant.ends_with(kUtc) || instant.size() < 25) return instant;
  const auto days = (*to - *from).count();
  if (days != 1 && days != -1) return instant;
  const int hour = (instant[11] - '0') * 10 + (instant[12] - '0');
  const int offset = days > 0 ? 24 - hour : -(hour + 1);
  if (offset > kHoursMax || offset < -kHoursMax) return instant;
  const auto two = [](int value) {
    return std::string(value < 10 ? "0" : "") + std::to_string(value);
  };
  return iso_day(*to) + "T" + two((hour + offset + 24) % 24) + instant.substr(13, 6) +
         (offset < 0 ? "-" : "+") + two(std::abs(offset)) + ":00";
}

}  // namespace

// The first of these metas that names a day.
std::string PageDates::meta_date(std::span<const std::string_view> names) const {
  for (std::string_view name : names) {
    const std::string date = read_date_line(metas_.first({&name, 1}), furniture_);
    if (!date.empty()) return date;
  }
  return {};
}

// The date of a <time> or its like; `is_published` is set where it says that it is of publication.
std::string PageDates::date_of_element(const HtmlNode& node, bool& is_published) const {
  const bool is_old_mark =
      node.tag == HtmlTag::kAbbr &&
      page_.attribute(node, "class").find("published") != std::string_view::npos;
  is_published = is_old_mark || page_.has_attribute(node, "pubdate") ||
                 page_.attribute(node, "itemprop") == "datePublished";
  if (node.tag != HtmlTag::kTime && !is_published) return {};
  for (std::string_view key : {"datetime", "content", "title"}) {
    const std::string date = read_date_line(page_.attribute(node, key), furniture_);
    if (!date.empty()) return date;
  }
  return read_date_line(one_line(visible_text(page_.text_of(node))), furniture_);
}

// The date of a text of no more than this many words of letters.
std::string PageDates::date_of_text(const HtmlNode& node, std::size_t words_max) const {
  constexpr std::size_t kBytesMax = 80;
  constexpr std::size_t kBytesMin = 8;
  if (node.tag != HtmlTag::kText || node.text.size() > 4 * kBytesMax) return {};
  // Most texts have no digit and are told apart quickly.
  if (std::none_of(node.text.begin(), node.text.end(), is_digit)) return {};
  const std::string text = one_line(visible_text(node.text));
  if (text.size() < kBytesMin || text.size() > kBytesMax) return {};
  if (count_letter_words(text) > words_max) return {};
  return read_date_line(text, furniture_);
}

PageDates::Shown PageDates::shown_dates() const {
  constexpr std::size_t kWordsMax = 6;
  constexpr std::size_t kMarkedWordsMax = 12;
  const auto& nodes = page_.nodes();
  std::vector<bool> is_outside(nodes.size());
  std::vector<bool> is_marked(nodes.size());
  Shown shown, outside, above;
  bool has_heading = false;
  bool has_published = false;
  const auto keep = [](std::string& fact, const std::string& said) {
    if (fact.empty()) fact = said;
  };
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const HtmlNode& node = nodes[i];
    const std::uint32_t up = node.parent;
    is_outside[i] = (i > 0 && is_outside[up]) || is_elsewhere(signs_.reason[i]);
    is_marked[i] = signs_.is_date_mark[i] || signs_.reason[i] == "date line" ||
                   (i > 0 && node.tag != HtmlTag::kDiv && is_marked[up]);
    has_heading = has_heading || node.tag == HtmlTag::kH1;
    bool is_published = false;
    const std::string element = date_of_element(node, is_published);
    // What says that it is the day of publication may be hidden from readers.
    const bool may_say = !is_outside[i] || signs_.reason[i] == "hidden text";
    if (!element.empty() && is_published && !has_published && may_say) {
      has_published = true;
      shown.element = element;
    }
    Shown& part = is_outside[i] ? outside : has_heading ? shown : above;
    keep(part.element, element);
    const std::string text = date_of_text(node, is_marked[i] ? kMarkedWordsMax : kWordsMax);
    if (text.empty()) continue;
    if (is_marked[i]) keep(part.marked, text);
    const bool is_linked = signs_.reason[up].empty() && nodes[up].tag == HtmlTag::kA;
    if (!is_linked) keep(part.text, text);
  }
  for (const Shown& next : {above, outside}) {
    keep(shown.element, next.element);
    keep(shown.marked, next.marked);
    keep(shown.text, next.text);
  }
  return shown;
}

SourcedDate PageDates::published(const std::string& of_article, const std::string& of_page,
                                 const std::array<std::string_view, 2>& urls) const {
  SourcedDate found{of_article, of_article.empty() ? "" : "structured data"};
  const auto keep = [&found](const std::string& said, const char* from) {
    if (found.date.empty() && !said.empty()) found = {said, from};
  };
  std::string url_day = date_in_url(urls[0]);
  if (url_day.empty()) url_day = date_in_url(urls[1]);
  keep(meta_date(kPublishedMetas), "page head");
  keep(of_page, "structured data");
  const auto set_on = [&found](const std::string& day) {
    found.date = on_day(found.date, day);
    return found;
  };
  if (!found.date.empty() && !url_day.empty()) return set_on(url_day);
  const bool is_utc = found.date.ends_with("+00:00");
  if (!found.date.empty() && !is_utc) return found;
  const Shown shown = shown_dates();
  if (!found.date.empty()) return set_on(shown.marked);
  keep(shown.element, "page");
  keep(shown.marked, "page");
  keep(meta_date(kSomeMetas), "page head");
  keep(url_day, "address");
  keep(shown.text, "page");
  return url_day.empty() ? found : set_on(url_day);
}

SourcedDate PageDates::modified(const std::string& of_article) const {
  if (!of_article.empty()) return {of_article, "structured data"};
  std::string date = meta_date(kModifiedMetas);
  if (!date.empty()) return {date, "page head"};
  for (const HtmlNode& node : page_.nodes()) {
    if (page_.attribute(node, "itemprop") != "dateModified") continue;
    for (std::string_view key : {"datetime", "content"}) {
      date = read_date_line(page_.attribute(node, key), furniture_);
      if (!date.empty()) return {date, "page"};
    }
  }
  return {};
}

}  // namespace verbale
