// SPDX-License-Identifier: Apache-2.0
#include "intake/content_kind.h"

#include <algorithm>
#include <string>

#include "core/utf8.h"
#include "formats/json_scanner.h"

namespace verbale {
namespace {

constexpr std::size_t kLookBytes = 4096;

struct Magic {
  std::string_view start;
  std::string_view name;
};
constexpr Magic kMagics[] = {
    {"%PDF-", "a PDF document"},
    {"PK\x03\x04", "a ZIP archive or office document"},
    {"\xD0\xCF\x11\xE0", "an office document"},
    {"{\\rtf", "an RTF document"},
    {"\x89PNG", "an image"},
    {"\xFF\xD8\xFF", "an image"},
    {"GIF8", "an image"},
    {"RIFF", "an image or a recording"},
    {"\x7F"
     "ELF",
     "a program"},
    {"BZh", "a bzip2 archive"},
    {"\xFD"
     "7zXZ",
     "an xz archive"},
    {"7z\xBC\xAF", "a 7z archive"},
    {"SQLite format 3", "a database"},
};

std::string_view without_leading_space(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

bool is_binary(std::string_view start) {
  for (const Magic& magic : kMagics) {
    if (start.starts_with(magic.start)) return true;
  }
  // Text has no NUL, and few other control characters.
  std::size_t controls = 0;
  for (char c : start) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return true;
    controls += byte < 0x20 && !is_space(c) && byte != 0x1B;
  }
  return controls * 20 > start.size();
}

// The name of the tag that opens `text` ("div" of "<DIV class=…"); empty when none does.
std::string tag_at(std::string_view text) {
  if (text.size() < 2 || text[0] != '<') return {};
  std::size_t end = 1;
  while (end < text.size() && end < 20 &&
         (is_ascii_lower(text[end]) || is_ascii_upper(text[end]) || is_digit(text[end]))) {
    ++end;
  }
  if (end == text.size()) return {};
  const char next = text[end];
  if (next != '>' && next != '/' && !is_space(next)) return {};
  return lower_case(text.substr(1, end - 1));
}

constexpr std::string_view kPageTags[] = {
    "html",    "head",    "body", "meta",   "title",  "link",       "script", "style", "div",
    "article", "section", "main", "header", "nav",    "p",          "h1",     "h2",    "h3",
    "table",   "span",    "ul",   "ol",     "figure", "blockquote", "a",      "img",   "br",
    "em",      "strong",  "b",    "i",      "font",   "center"};

bool is_page_tag(std::string_view tag) {
  return std::find(std::begin(kPageTags), std::end(kPageTags), tag) != std::end(kPageTags);
}

// The root element of an XML document that holds articles; prefixes aside.
bool is_xml_records(std::string_view start) {
  constexpr std::string_view kRoots[] = {"rss",          "rdf",      "feed",        "urlset",
                                         "sitemapindex", "newsitem", "newsmessage", "nitf"};
  if (!start.starts_with("<")) return false;
  for (std::size_t at = start.find('<'); at != std::string_view::npos;
       at = start.find('<', at + 1)) {
    const std::string_view here = start.substr(at + 1);
    if (here.starts_with('?')) continue;
    if (here.starts_with("!--")) {
      at = std::min(start.find("-->", at), start.size());
      continue;
    }
    if (here.starts_with('!')) continue;
    std::string name = lower_case(repair_utf8(here.substr(0, here.find_first_of(" \t\r\n/>"))));
    name.erase(0, name.rfind(':') + 1);
    return std::find(std::begin(kRoots), std::end(kRoots), name) != std::end(kRoots);
  }
  return false;
}

ContentKind json_kind_of(std::string_view start) {
  const char first = start.front();
  const std::string_view rest = without_leading_space(start.substr(1));
  if (first == '[') {
    return rest.empty() || rest.front() == '{' || rest.front() == ']' ? ContentKind::kJsonDocument
                                                                      : ContentKind::kPlainText;
  }
  if (!rest.empty() && rest.front() != '"' && rest.front() != '}') return ContentKind::kPlainText;
  JsonScanner lists(JsonScanner::Lists::kTold);
  if (lists.read(start) == JsonScanner::Found::kList) return ContentKind::kJsonDocument;
  // An object over many lines breaks its first line after a bracket or a comma.
  std::string_view line = start.substr(0, start.find('\n'));
  const bool whole_line = line.size() < start.size();
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  const char last = line.back();
  const bool goes_on = whole_line && (last == '{' || last == '[' || last == ',');
  return goes_on ? ContentKind::kJsonDocument : ContentKind::kJsonLines;
}

}  // namespace

ContentKind content_kind_of(std::string_view bytes) {
  const std::string_view look = bytes.substr(0, kLookBytes);
  const std::string_view start = without_leading_space(look);
  if (start.empty()) return ContentKind::kEmpty;
  if (is_binary(look)) return ContentKind::kBinary;
  if (start.front() == '{' || start.front() == '[') return json_kind_of(start);
  if (start.starts_with("WARC/1.")) return ContentKind::kWarc;
  if (is_xml_records(start)) return ContentKind::kXmlRecords;
  return looks_like_html(look) ? ContentKind::kHtml : ContentKind::kPlainText;
}

std::string_view name_of_binary(std::string_view start) {
  for (const Magic& magic : kMagics) {
    if (start.starts_with(magic.start)) return magic.name;
  }
  return "binary data";
}

bool looks_like_html(std::string_view text) {
  const std::string_view start = without_leading_space(text.substr(0, kLookBytes));
  const std::string opening = lower_case(repair_utf8(start.substr(0, 16)));
  if (opening.starts_with("<!doctype html") || opening.starts_with("<html")) return true;
  std::size_t tags = 0;
  for (std::size_t at = 0; at < start.size(); ++at) {
    if (start[at] == '<' && is_page_tag(tag_at(start.substr(at, 24)))) ++tags;
  }
  // A text that opens with a tag is a page; one that quotes a tag or two is not.
  const bool opens_with_tag = start.starts_with("<!--") || start.starts_with("<?xml") ||
                              is_page_tag(tag_at(start.substr(0, 24)));
  return opens_with_tag ? tags >= 1 : tags >= 8;
}

}  // namespace verbale
