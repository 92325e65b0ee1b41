// SPDX-License-Identifier: Apache-2.0
#include "intake/json_article.h"

#include <chrono>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/calendar.h"
#include "core/utf8.h"
#include "formats/charset.h"
#include "formats/json_reader.h"
#include "formats/records.h"
#include "intake/content_kind.h"

namespace verbale {
namespace {

using Kind = JsonValue::Kind;
// Names of one field, best first, small letters only: "date_published", "datePublished" and
// "Date-Published" are all "datepublished".
using Names = std::span<const std::string_view>;

constexpr std::string_view kText[] = {
    "text",        "bodytext", "contenttext", "maintext", "plaintext", "fulltext", "articlebody",
    "articletext", "bodies",   "body",        "content",  "storytext", "rawtext"};
// What carries an article's first lines only, where nothing carries more.
constexpr std::string_view kSummary[] = {"description", "desc",    "summary", "excerpt",
                                         "abstract",    "snippet", "lead",    "trailtext"};
constexpr std::string_view kHtml[] = {"html",        "rawhtml",   "bodyhtml",
                                      "contenthtml", "bodyxhtml", "pagehtml"};
constexpr std::string_view kId[] = {"id", "articleid", "docid", "documentid", "guid", "uuid"};
constexpr std::string_view kUrl[] = {"url",        "canonicalurl", "link",        "pageurl",
                                     "articleurl", "weburl",       "externalurl", "uri"};
constexpr std::string_view kTitle[] = {"title", "headline", "headlines", "webtitle"};
constexpr std::string_view kOutlet[] = {"outlet",   "outletname",   "sitename",  "sourcehostname",
                                        "source",   "publication",  "publisher", "sourcename",
                                        "provider", "sourcedomain", "domain",    "hostname"};
constexpr std::string_view kByline[] = {"byline", "authors", "author", "creator", "by"};
constexpr std::string_view kSection[] = {"section", "articlesection", "sectionname", "category",
                                         "categories"};
constexpr std::string_view kStatus[] = {"pubstatus"};
constexpr std::string_view kPublished[] = {
    "published",       "datepublished", "publishedat",        "datepublish",
    "publishdate",     "pubdate",       "publishedtime",      "publishingdate",
    "publicationdate", "publishedon",   "webpublicationdate", "firstcreated",
    "versioncreated",  "date",          "timestamp",          "created",
    "seendate"};
constexpr std::string_view kModified[] = {"modified",       "datemodified", "modifiedat",
                                          "datemodify",     "updated",      "updatedat",
                                          "contentmodified"};
constexpr std::string_view kLanguage[] = {"language", "lang"};

std::string plain_name(std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c != '_' && c != '-' && c != ' ')
      plain += is_ascii_upper(c) ? static_cast<char>(c + 32) : c;
  }
  return plain;
}

// What programs write for a value they do not have.
bool is_nothing(std::string_view text) {
  return text.empty() || text == "None" || text == "null" || text == "NaN" || text == "nan";
}

bool is_empty(const JsonValue& value) {
  switch (value.kind) {
    case Kind::kNull:
      return true;
    case Kind::kString:
      return is_nothing(trim(value.string));
    case Kind::kArray:
      return value.items.empty();
    case Kind::kObject:
      return value.members.empty();
    case Kind::kBoolean:
    case Kind::kNumber:
      return false;
  }
  return true;
}

// An object whose members are found by plain name.
class Fields {
 public:
  // Members of an object that only wraps the record ("_source" of a search engine's hit) count as
  // its own.
  explicit Fields(const JsonValue& object) {
    constexpr std::string_view kWrappers[] = {"_source", "fields", "attributes", "article",
                                              "document"};
    add(object);
    for (std::string_view name : kWrappers) {
      if (const JsonValue* wrapped = object.find(name)) add(*wrapped);
    }
  }
  // The first of these names that says something.
  const JsonValue* find(Names names) const {
    for (std::string_view name : names) {
      for (const auto& [known, value] : members_) {
        if (known == name && !is_empty(*value)) return value;
      }
    }
    return nullptr;
  }
  bool has(Names names) const {
    for (std::string_view name : names) {
      for (const auto& [known, value] : members_) {
        if (known == name) return true;
      }
    }
    return false;
  }

 private:
  void add(const JsonValue& object) {
    for (const JsonMember& member : object.members) {
      members_.emplace_back(plain_name(member.name), &member.value);
    }
  }

  std::vector<std::pair<std::string, const JsonValue*>> members_;
};

// All strings in a value, in order, joined: paragraphs of a body given as a list, names of
// authors. REQUIRES: depth bounded (parse_json bounds it).
void append_strings(const JsonValue& value, std::string_view joint, std::string& text) {
  if (value.is(Kind::kString) && !trim(value.string).empty()) {
    if (!text.empty()) text += joint;
    text += value.string;
  }
  for (const JsonValue& item : value.items) append_strings(item, joint, text);
  for (const JsonMember& member : value.members) append_strings(member.value, joint, text);
}

// One line of text: a string, a number as written, a list joined by commas, an object's name.
std::string line_of(const JsonValue* value) {
  if (value == nullptr) return {};
  if (value->integer) return std::to_string(*value->integer);
  if (value->is(Kind::kObject)) {
    const std::string_view name = value->text_of("name");
    return std::string(name.empty() ? value->text_of("value") : name);
  }
  std::string line;
  if (value->is(Kind::kArray)) {
    for (const JsonValue& item : value->items) {
      const std::string part = line_of(&item);
      if (part.empty()) continue;
      if (!line.empty()) line += ", ";
      line += part;
    }
    return line;
  }
  return std::string(trim(value->string));
}

// Seconds or milliseconds since 1970 as an instant in UTC.
std::string instant_of(std::int64_t number) {
  constexpr std::int64_t kSecondsMax = 100'000'000'000;
  const std::int64_t seconds = number > kSecondsMax ? number / 1000 : number;
  const std::chrono::sys_seconds instant{std::chrono::seconds(seconds)};
  const Day day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time(instant - day);
  auto two = [](long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return iso_day(day) + "T" + two(time.hours().count()) + ":" + two(time.minutes().count()) + ":" +
         two(time.seconds().count()) + "+00:00";
}

std::string published_of(const JsonValue* value) {
  if (value == nullptr) return {};
  // A whole number of fewer digits is a year or a day ("20250402"), not a count of seconds.
  constexpr std::int64_t kSecondsMin = 100'000'000;
  constexpr std::int64_t kMillisecondsMax = 100'000'000'000'000;
  if (value->integer && *value->integer >= kSecondsMin && *value->integer < kMillisecondsMax) {
    return instant_of(*value->integer);
  }
  return line_of(value);
}

void read_parties(const JsonValue& object, RawArticle& article) {
  const JsonValue* parties = object.find("parties");
  if (parties == nullptr) return;
  for (std::size_t i = 0; i < parties->items.size(); ++i) {
    const JsonValue* start = parties->items[i].find("start");
    const JsonValue* end = parties->items[i].find("end");
    constexpr std::int64_t kEndMax = 0xFFFFFFFF;
    if (start == nullptr || end == nullptr || !start->integer || !end->integer ||
        *start->integer < 0 || *start->integer >= *end->integer || *end->integer > kEndMax) {
      article.doubts.push_back("parties[" + std::to_string(i) +
                               "] is no span {start, end} and was left out");
      continue;
    }
    article.parties.push_back(
        {static_cast<std::uint32_t>(*start->integer), static_cast<std::uint32_t>(*end->integer)});
  }
}

std::string_view name_of_kind(Kind kind) {
  switch (kind) {
    case Kind::kNull:
      return "null";
    case Kind::kBoolean:
      return "true or false";
    case Kind::kNumber:
      return "a number";
    case Kind::kString:
      return "a string";
    case Kind::kArray:
      return "a list";
    case Kind::kObject:
      return "an object";
  }
  return "";
}

std::string list_of_names(const JsonValue& object) {
  constexpr std::size_t kNamesMax = 8;
  std::string list;
  for (std::size_t i = 0; i < object.members.size() && i < kNamesMax; ++i) {
    if (i > 0) list += ", ";
    list += object.members[i].name;
  }
  if (object.members.size() > kNamesMax) list += ", …";
  return list.empty() ? "nothing" : list;
}

// Of headlines in several lengths the first.
std::string title_of(const JsonValue* value) {
  const bool is_list = value != nullptr && value->is(Kind::kArray) && !value->items.empty();
  return line_of(is_list ? &value->items.front() : value);
}

// A name or domain; of an address its host.
std::string outlet_of(const JsonValue* value) {
  std::string outlet = line_of(value);
  const std::size_t scheme = outlet.find("://");
  if (scheme == std::string::npos) return outlet;
  outlet.erase(0, scheme + 3);
  return outlet.substr(0, outlet.find('/'));
}

std::string url_of(const Fields& fields) {
  std::string url = line_of(fields.find(kUrl));
  constexpr std::string_view kSource[] = {"source"};
  if (!url.empty()) return url;
  const std::string source = line_of(fields.find(kSource));
  return source.starts_with("http") ? source : url;
}

// The words of a body: a string, paragraphs, or renditions of which the first counts
// ({"contentType": …, "value": …}).
void append_body(const JsonValue& body, std::string& text) {
  if (!body.items.empty() && body.items.front().find("value") != nullptr) {
    text += body.items.front().text_of("value");
    return;
  }
  append_strings(body, "\n\n", text);
}

// "… [+2134 chars]" stands where a news service cut a text.
void drop_cut_mark(RawArticle& article) {
  const std::size_t at = article.text.rfind("[+");
  constexpr std::size_t kMarkBytesMax = 20;
  if (at == std::string::npos || article.text.size() - at > kMarkBytesMax) return;
  if (!article.text.ends_with(" chars]")) return;
  article.text.erase(at);
  article.is_cut = true;
  article.doubts.push_back("the sender cut the text off");
}

Reject without_text(const JsonValue& object, const Fields& fields, Reject reject) {
  if (fields.has(kText) || fields.has(kHtml)) {
    reject.trouble = "the article's text is empty";
    reject.cure = "give its words as \"text\"";
  } else {
    reject.trouble = "no article text: the object has " + list_of_names(object);
    reject.cure = "give the article's words as \"text\", or its page as \"html\"";
  }
  return reject;
}

}  // namespace

ReadItem json_article(std::string_view json, std::string_view origin) {
  Reject reject;
  reject.origin = origin;
  RawArticle article;
  article.origin = origin;
  DecodedText decoded = decode_text(json, "");
  if (!decoded.doubt.empty()) article.doubts.push_back(std::move(decoded.doubt));
  auto read = parse_json(decoded.text);
  if (!read.ok()) {
    reject.trouble = read.error().trouble;
    reject.cure = read.error().cure;
    return reject;
  }
  const JsonValue& object = read.value();
  if (!object.is(Kind::kObject)) {
    reject.trouble = "is " + std::string(name_of_kind(object.kind)) + ", not an object";
    reject.cure = "write one object an article: {\"id\": …, \"text\": …}";
    return reject;
  }

  const Fields fields(object);
  reject.id = line_of(fields.find(kId));
  const std::string status = lower_case(line_of(fields.find(kStatus)));
  if (is_withdrawn(status)) return withdrawn(std::move(reject), status);
  const JsonValue* text = fields.find(kText);
  const JsonValue* html = fields.find(kHtml);
  const JsonValue* summary = fields.find(kSummary);
  const JsonValue* body = text != nullptr ? text : html != nullptr ? html : summary;
  if (body == nullptr) return without_text(object, fields, std::move(reject));
  if (body->is(Kind::kNumber) || body->is(Kind::kBoolean)) {
    reject.trouble = "the article's text is " + std::string(name_of_kind(body->kind));
    reject.cure = "put it in quotes";
    return reject;
  }
  append_body(*body, article.text);
  drop_cut_mark(article);
  if (body == summary) article.doubts.push_back(std::string(kOnlySummary));
  const bool is_html = body == html || looks_like_html(article.text);
  article.form = is_html ? RawArticle::Form::kHtml : RawArticle::Form::kPlainText;

  article.id = reject.id;
  article.url = url_of(fields);
  article.title = title_of(fields.find(kTitle));
  article.outlet = outlet_of(fields.find(kOutlet));
  article.byline = line_of(fields.find(kByline));
  article.section = line_of(fields.find(kSection));
  article.published = published_of(fields.find(kPublished));
  article.modified = published_of(fields.find(kModified));
  article.language = line_of(fields.find(kLanguage));
  read_parties(object, article);
  return article;
}

SourceFacts json_source_facts(std::string_view json) {
  SourceFacts facts;
  const auto read = parse_json(json);
  if (!read.ok()) return facts;
  const Fields fields(read.value());
  facts.outlet = line_of(fields.find(kTitle));
  facts.language = line_of(fields.find(kLanguage));
  facts.byline = line_of(fields.find(kByline));
  return facts;
}

}  // namespace verbale
