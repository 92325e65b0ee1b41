// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "formats/html.h"
#include "formats/records.h"
#include "intake/content_kind.h"
#include "intake/xml_article.h"

namespace verbale {
namespace {

// The text of the first child of one of these names that has any.
std::string first_line(const XmlNode& entry, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    for (const XmlNode& child : entry.children) {
      if (child.name != name) continue;
      std::string line = plain_line(&child);
      if (!line.empty()) return line;
    }
  }
  return {};
}

// The name in "desk@wire.example (Ada Brandt)" or "Ada Brandt <desk@wire.example>"; empty for a
// bare address.
std::string name_in_address(const std::string& author) {
  if (author.find('@') == std::string::npos) return author;
  const std::size_t open = author.find('(');
  const std::size_t close = author.find(')', open == std::string::npos ? 0 : open);
  if (open != std::string::npos && close != std::string::npos) {
    return std::string(trim(std::string_view(author).substr(open + 1, close - open - 1)));
  }
  const std::size_t angle = author.find('<');
  return angle == std::string::npos ? std::string()
                                    : std::string(trim(std::string_view(author).substr(0, angle)));
}

// The names of all <author> and <dc:creator> elements.
std::string authors_of(const XmlNode& entry) {
  std::string names;
  for (const XmlNode& child : entry.children) {
    const std::string_view local = child.local_name();
    if (local != "creator" && local != "author") continue;
    const XmlNode* name = child.child("name");
    const std::string author = name_in_address(plain_line(name != nullptr ? name : &child));
    if (author.empty() || names.find(author) != std::string::npos) continue;
    if (!names.empty()) names += ", ";
    names += author;
  }
  return names;
}

std::string url_of(const XmlNode& entry) {
  const std::string original = first_line(entry, {"feedburner:origLink"});
  if (!original.empty()) return original;
  std::string url;
  for (const XmlNode& child : entry.children) {
    if (child.local_name() != "link") continue;
    const std::string_view rel = child.attribute("rel");
    const std::string_view href = child.attribute("href");
    if (!href.empty() && (rel.empty() || rel == "alternate")) return std::string(href);
    if (url.empty() && href.empty()) url = plain_line(&child);
  }
  if (!url.empty()) return url;
  const XmlNode* guid = entry.child("guid");
  const std::string id =
      guid == nullptr ? std::string(entry.attribute("rdf:about")) : plain_line(guid);
  const bool is_address = guid == nullptr || guid->attribute("isPermaLink") != "false";
  return is_address && id.starts_with("http") ? id : std::string();
}

// Puts the words of one element into the article; false when it has none.
bool take_text(const XmlNode& node, RawArticle& article) {
  const std::string_view type = node.attribute("type");
  const bool has_markup = type == "xhtml" || node.local_name() == "body";
  std::string text = has_markup ? node.inner_markup() : node.inner_text();
  if (trim(text).empty()) return false;
  const bool is_html = has_markup || type.find("html") != std::string_view::npos ||
                       text.find("</") != std::string::npos ||
                       text.find("<br") != std::string::npos ||
                       text.find("&#") != std::string::npos ||
                       text.find("&nbsp;") != std::string::npos || looks_like_html(text);
  article.form = is_html ? RawArticle::Form::kHtml : RawArticle::Form::kPlainText;
  article.text = std::move(text);
  return true;
}

// The whole text where the entry carries it, else its summary.
bool take_best_text(const XmlNode& entry, RawArticle& article) {
  for (std::string_view name : {"content:encoded", "encoded", "xhtml:body", "body", "content",
                                "atom:content", "fulltext"}) {
    for (const XmlNode& child : entry.children) {
      if (child.name == name && take_text(child, article)) return true;
    }
  }
  for (std::string_view name : {"description", "summary", "atom:summary", "media:description"}) {
    for (const XmlNode& child : entry.children) {
      if (child.name != name || !take_text(child, article)) continue;
      constexpr std::size_t kSummaryBytesMax = 1500;
      if (article.text.size() < kSummaryBytesMax) {
        article.doubts.push_back(std::string(kOnlySummary));
      }
      return true;
    }
  }
  return false;
}

Reject without_text(const RawArticle& article) {
  Reject reject{article.id, article.origin, "carries no text of an article", ""};
  if (!article.url.empty()) reject.cure = "fetch the page that it links to: " + article.url;
  return reject;
}

// A headline is all there is.
ReadItem title_only(RawArticle article) {
  if (article.title.empty()) return without_text(article);
  article.text = article.title;
  article.title.clear();
  article.form = RawArticle::Form::kPlainText;
  article.doubts.push_back("the sender gave the title only, not the text");
  return article;
}

}  // namespace

std::string plain_line(const XmlNode* node) {
  if (node == nullptr) return {};
  std::string text = node->attribute("type") == "xhtml" ? node->inner_markup() : node->inner_text();
  if (text.find('<') != std::string::npos || text.find('&') != std::string::npos) {
    const HtmlPage page = parse_html(text);
    text = page.nodes().empty() ? std::string() : page.text_of(page.nodes()[0]);
  }
  std::string line;
  for (std::string_view word : split_list(text, ' ')) {
    for (std::string_view part : split_list(word, '\n')) {
      if (trim(part).empty()) continue;
      if (!line.empty()) line += ' ';
      line += trim(part);
    }
  }
  return line;
}

ReadItem feed_article(const XmlNode& entry, std::string_view origin) {
  RawArticle article;
  article.origin = origin;
  article.id = first_line(entry, {"guid", "id", "atom:id"});
  article.url = url_of(entry);
  article.title = first_line(entry, {"title", "atom:title", "dc:title", "media:title"});
  article.byline = authors_of(entry);
  article.published = first_line(
      entry, {"pubDate", "published", "atom:published", "issued", "dc:date", "dcterms:issued",
              "dcterms:created", "created", "date", "updated", "atom:updated", "modified"});
  article.modified = first_line(entry, {"updated", "atom:updated", "dcterms:modified", "modified"});
  article.language = std::string(entry.attribute("xml:lang"));
  if (article.language.empty()) article.language = first_line(entry, {"dc:language"});
  if (const XmlNode* source = entry.child("source")) {
    const XmlNode* title = source->child("title");
    article.outlet = plain_line(title != nullptr ? title : source);
  }
  for (const XmlNode& child : entry.children) {
    const bool is_section = child.local_name() == "category" || child.name == "dc:subject";
    if (!is_section || !article.section.empty()) continue;
    const std::string_view term = child.attribute("term");
    article.section = term.empty() ? plain_line(&child) : std::string(term);
  }
  if (!take_best_text(entry, article)) return title_only(std::move(article));
  return article;
}

ReadItem sitemap_article(const XmlNode& url, std::string_view origin) {
  RawArticle article;
  article.origin = origin;
  article.url = plain_line(url.child("loc"));
  const XmlNode* news = url.child("news");
  if (news == nullptr) return without_text(article);
  article.title = plain_line(news->child("title"));
  article.published = plain_line(news->child("publication_date"));
  article.modified = plain_line(url.child("lastmod"));
  if (const XmlNode* publication = news->child("publication")) {
    article.outlet = plain_line(publication->child("name"));
    article.language = plain_line(publication->child("language"));
  }
  return title_only(std::move(article));
}

}  // namespace verbale
