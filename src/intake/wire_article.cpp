// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "core/utf8.h"
#include "formats/records.h"
#include "intake/xml_article.h"

namespace verbale {
namespace {

// Below `node` along the names; null when one is missing.
const XmlNode* below(const XmlNode& node, std::initializer_list<std::string_view> names) {
  const XmlNode* at = &node;
  for (std::string_view name : names) {
    if (at != nullptr) at = at->child(name);
  }
  return at;
}

std::string attribute_below(const XmlNode& node, std::initializer_list<std::string_view> names,
                            std::string_view attribute) {
  const XmlNode* found = below(node, names);
  return found == nullptr ? std::string() : std::string(found->attribute(attribute));
}

// The last part of "stat:canceled".
std::string code_in(std::string_view qcode) {
  return lower_case(qcode.substr(qcode.rfind(':') + 1));
}

// The dateline before the first paragraph, where a wire gives it apart from the text.
std::string with_dateline(const std::string& dateline, std::string markup) {
  if (dateline.empty() || markup.find(dateline) != std::string::npos) return markup;
  const std::size_t paragraph = markup.find("<p");
  if (paragraph == std::string::npos) return markup;
  const std::size_t end = markup.find('>', paragraph);
  if (end == std::string::npos) return markup;
  return markup.insert(end + 1, dateline + " – ");
}

// Elements of NITF under the names that HTML has for them.
void name_as_html(XmlNode& node) {
  struct Renamed {
    std::string_view nitf;
    std::string_view html;
  };
  constexpr Renamed kNames[] = {{"hl2", "h2"},         {"block", "div"},
                                {"media", "figure"},   {"media-caption", "figcaption"},
                                {"bq", "blockquote"},  {"note", "aside"},
                                {"tagline", "footer"}, {"media-producer", "figcaption"}};
  for (XmlNode& child : node.children) {
    for (const Renamed& renamed : kNames) {
      if (child.local_name() == renamed.nitf) child.name = renamed.html;
    }
    name_as_html(child);
  }
}

// A person's name without the title that stands beside it.
std::string byline_of(const XmlNode* byline) {
  if (byline == nullptr) return {};
  const XmlNode* person = byline->find("person");
  return plain_line(person != nullptr ? person : byline);
}

void take_nitf_facts(const XmlNode& nitf, RawArticle& article) {
  const XmlNode* docdata = below(nitf, {"head", "docdata"});
  const XmlNode* head = below(nitf, {"body", "body.head"});
  const auto keep = [](std::string& fact, std::string said) {
    if (fact.empty()) fact = std::move(said);
  };
  if (docdata != nullptr) {
    keep(article.id, attribute_below(*docdata, {"doc-id"}, "id-string"));
    if (docdata->child("correction") != nullptr) article.notice = "correction";
    keep(article.published, attribute_below(*docdata, {"date.issue"}, "norm"));
    keep(article.published, attribute_below(*docdata, {"date.release"}, "norm"));
    keep(article.outlet, attribute_below(*docdata, {"doc.copyright"}, "holder"));
  }
  if (head != nullptr) {
    keep(article.title, plain_line(below(*head, {"hedline", "hl1"})));
    if (head->child("correction") != nullptr) article.notice = "correction";
    keep(article.byline, byline_of(head->child("byline")));
    keep(article.published, attribute_below(*head, {"dateline", "story.date"}, "norm"));
    keep(article.outlet, plain_line(head->child("distributor")));
  }
  keep(article.title, plain_line(below(nitf, {"head", "title"})));
  keep(article.published, attribute_below(nitf, {"head", "pubdata"}, "date.publication"));
  keep(article.section, attribute_below(nitf, {"head", "pubdata"}, "position.section"));
  keep(article.language, std::string(nitf.attribute("xml:lang")));
}

// The text of an NITF document as HTML.
std::string nitf_markup(const XmlNode& nitf) {
  const XmlNode* content = below(nitf, {"body", "body.content"});
  if (content == nullptr) return {};
  XmlNode named = *content;
  name_as_html(named);
  std::string markup = named.inner_markup();
  const XmlNode* head = below(nitf, {"body", "body.head"});
  if (head == nullptr) return markup;
  markup = with_dateline(plain_line(head->child("dateline")), std::move(markup));
  const std::string below_title = plain_line(below(*head, {"hedline", "hl2"}));
  return below_title.empty() ? markup : "<h2>" + below_title + "</h2>" + markup;
}

ReadItem with_text(RawArticle article, std::string markup) {
  if (trim(markup).empty()) {
    return Reject{article.id, article.origin, "carries no text of an article",
                  "pictures and films are not read"};
  }
  article.form = RawArticle::Form::kHtml;
  article.text = "<article>" + std::move(markup) + "</article>";
  return article;
}

// What <contentMeta> and <itemMeta> say.
void take_newsml_facts(const XmlNode& item, RawArticle& article) {
  article.id = std::string(item.attribute("guid"));
  const auto keep = [](std::string& fact, std::string said) {
    if (fact.empty()) fact = std::move(said);
  };
  if (const XmlNode* meta = item.child("contentMeta")) {
    article.title = plain_line(meta->child("headline"));
    for (const XmlNode& child : meta->children) {
      if (child.local_name() != "by") continue;
      if (!article.byline.empty()) article.byline += ", ";
      article.byline += plain_line(&child);
    }
    article.published = plain_line(meta->child("contentCreated"));
    article.modified = plain_line(meta->child("contentModified"));
    article.language = attribute_below(*meta, {"language"}, "tag");
    article.outlet = plain_line(below(*meta, {"infoSource", "name"}));
    article.section = plain_line(below(*meta, {"subject", "name"}));
  }
  if (const XmlNode* meta = item.child("itemMeta")) {
    keep(article.published, plain_line(meta->child("firstCreated")));
    keep(article.published, plain_line(meta->child("versionCreated")));
    keep(article.modified, plain_line(meta->child("versionCreated")));
    for (const XmlNode& child : meta->children) {
      const bool is_signal = child.local_name() == "signal";
      if (is_signal && code_in(child.attribute("qcode")) == "correction") {
        article.notice = "correction";
      }
    }
    keep(article.title, plain_line(meta->child("title")));
    keep(article.outlet, plain_line(below(*meta, {"provider", "name"})));
    keep(article.outlet, attribute_below(*meta, {"provider"}, "literal"));
  }
  keep(article.language, std::string(item.attribute("xml:lang")));
}

// The text of the content set as HTML, and what an NITF document in it says.
std::string newsml_markup(const XmlNode& item, RawArticle& article) {
  const XmlNode* set = item.child("contentSet");
  if (set == nullptr) return {};
  const std::string dateline = plain_line(below(item, {"contentMeta", "dateline"}));
  if (const XmlNode* nitf = set->find("nitf")) {
    take_nitf_facts(*nitf, article);
    return with_dateline(dateline, nitf_markup(*nitf));
  }
  if (const XmlNode* body = set->find("body")) return with_dateline(dateline, body->inner_markup());
  if (const XmlNode* xml = set->child("inlineXML")) {
    return with_dateline(dateline, xml->inner_markup());
  }
  const XmlNode* data = set->child("inlineData");
  if (data == nullptr) return {};
  std::string markup;
  for (std::string_view line : split_list(data->inner_text(), '\n')) {
    if (trim(line).empty()) continue;
    XmlNode paragraph;
    paragraph.name = "p";
    paragraph.children.emplace_back().text = trim(line);
    XmlNode holder;
    holder.children.push_back(std::move(paragraph));
    markup += holder.inner_markup();
  }
  return with_dateline(dateline, std::move(markup));
}

}  // namespace

ReadItem nitf_article(const XmlNode& nitf, std::string_view origin) {
  RawArticle article;
  article.origin = origin;
  take_nitf_facts(nitf, article);
  const std::string status =
      lower_case(attribute_below(nitf, {"head", "docdata"}, "management-status"));
  if (is_withdrawn(status)) return withdrawn({article.id, article.origin, "", ""}, status);
  std::string markup = nitf_markup(nitf);
  return with_text(std::move(article), std::move(markup));
}

ReadItem newsml_article(const XmlNode& item, std::string_view origin) {
  RawArticle article;
  article.origin = origin;
  take_newsml_facts(item, article);
  const std::string status = code_in(attribute_below(item, {"itemMeta", "pubStatus"}, "qcode"));
  if (is_withdrawn(status)) return withdrawn({article.id, article.origin, "", ""}, status);
  std::string markup = newsml_markup(item, article);
  return with_text(std::move(article), std::move(markup));
}

}  // namespace verbale
