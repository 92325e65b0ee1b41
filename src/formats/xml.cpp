// SPDX-License-Identifier: Apache-2.0
#include "formats/xml.h"

#include <algorithm>
#include <new>
#include <pugixml.hpp>

#include "core/utf8.h"

namespace verbale {
namespace {

constexpr int kDepthMax = 400;

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const auto small = [](char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; };
    return small(x) == small(y);
  });
}

// REQUIRES: depth <= kDepthMax.
void copy(const pugi::xml_node& from, XmlNode& to, int depth) {
  to.name = from.name();
  for (const pugi::xml_attribute& attribute : from.attributes()) {
    to.attributes.emplace_back(attribute.name(), attribute.value());
  }
  if (depth == kDepthMax) return;
  for (const pugi::xml_node& child : from.children()) {
    const pugi::xml_node_type type = child.type();
    if (type == pugi::node_element) {
      copy(child, to.children.emplace_back(), depth + 1);
    } else if (type == pugi::node_pcdata || type == pugi::node_cdata) {
      to.children.emplace_back().text = child.value();
    }
  }
}

void append_escaped(std::string& out, std::string_view text) {
  for (char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

// REQUIRES: depth bounded, as parse_xml ensures.
void append_markup(const XmlNode& node, std::string& out) {
  for (const XmlNode& child : node.children) {
    if (child.is_text()) {
      append_escaped(out, child.text);
      continue;
    }
    out += '<';
    out += child.local_name();
    for (const auto& [name, value] : child.attributes) {
      out += ' ' + name + "=\"";
      append_escaped(out, value);
      out += '"';
    }
    // As HTML reads it, an element without an end tag is open.
    out += '>';
    append_markup(child, out);
    out += "</";
    out += child.local_name();
    out += '>';
  }
}

void append_text(const XmlNode& node, std::string& out) {
  out += node.text;
  for (const XmlNode& child : node.children) append_text(child, out);
}

bool ends_name(char c) {
  return c == '>' || c == '/' || is_space(c);
}

// Where the tag that starts at `at` ends, quotes passed over; npos when it does not.
std::size_t tag_end(std::string_view xml, std::size_t at) {
  char quote = '\0';
  for (; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

// What is passed over as a whole: a comment, CDATA, a declaration. Its end, `at` when none starts
// there, npos when it does not end.
std::size_t past_other(std::string_view xml, std::size_t at) {
  const std::string_view here = xml.substr(at);
  const auto past = [&](std::string_view close) {
    const std::size_t end = xml.find(close, at);
    return end == std::string_view::npos ? end : end + close.size();
  };
  if (here.starts_with("<!--")) return past("-->");
  if (here.starts_with("<![CDATA[")) return past("]]>");
  if (here.starts_with("<?")) return past("?>");
  if (here.starts_with("<!DOCTYPE")) {
    const std::size_t open = here.find_first_of("[>");
    if (open == std::string_view::npos) return open;
    return past(here[open] == '[' ? "]>" : ">");
  }
  return at;
}

bool opens(std::string_view here, std::string_view name) {
  return here.size() > name.size() + 1 && here[0] == '<' && here.substr(1).starts_with(name) &&
         ends_name(here[name.size() + 1]);
}

bool closes(std::string_view here, std::string_view name) {
  return here.size() > name.size() + 2 && here.starts_with("</") &&
         here.substr(2).starts_with(name) && ends_name(here[name.size() + 2]);
}

// Where the element `name` that starts at `begin` ends, others of its name within it counted; npos
// when it does not.
std::size_t element_end(std::string_view xml, std::size_t begin, std::string_view name) {
  int depth = 0;
  for (std::size_t at = begin; (at = xml.find('<', at)) != std::string_view::npos;) {
    const std::size_t past = past_other(xml, at);
    if (past == std::string_view::npos) return past;
    if (past != at) {
      at = past;
      continue;
    }
    const std::string_view here = xml.substr(at);
    const bool is_start = opens(here, name);
    if (!is_start && !closes(here, name)) {
      ++at;
      continue;
    }
    const std::size_t end = tag_end(xml, at);
    if (end == std::string_view::npos) return end;
    const bool is_empty = is_start && xml[end - 2] == '/';
    if (is_start && !is_empty) ++depth;
    if (!is_start) --depth;
    if (depth <= 0) return end;
    at = end;
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view XmlNode::local_name() const {
  return without_prefix(name);
}

std::string_view XmlNode::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return value;
  }
  return {};
}

const XmlNode* XmlNode::child(std::string_view local) const {
  for (const XmlNode& node : children) {
    if (!node.is_text() && is_same_name(node.local_name(), local)) return &node;
  }
  return nullptr;
}

const XmlNode* XmlNode::find(std::string_view local) const {
  if (!is_text() && is_same_name(local_name(), local)) return this;
  for (const XmlNode& node : children) {
    if (const XmlNode* found = node.find(local)) return found;
  }
  return nullptr;
}

std::string XmlNode::inner_text() const {
  std::string out;
  append_text(*this, out);
  return out;
}

std::string XmlNode::inner_markup() const {
  std::string out;
  append_markup(*this, out);
  return out;
}

Result<XmlNode> parse_xml(std::string_view xml) {
  try {
    pugi::xml_document document;
    const auto read = document.load_buffer(
        xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    const pugi::xml_node root = document.document_element();
    if (!read || !root) {
      return Error{"",
                   "is not XML: " + std::string(read ? "it holds no element" : read.description()) +
                       " at byte " + std::to_string(read.offset),
                   "check it with an XML checker"};
    }
    XmlNode node;
    copy(root, node, 0);
    return node;
  } catch (const std::bad_alloc&) {
    return Error{"", "is too large", ""};
  }
}

XmlStretch find_xml_element(std::string_view xml, std::span<const std::string_view> names) {
  // A start tag or the mark of a comment that is cut off may still be one.
  constexpr std::size_t kMarkBytes = 64;
  XmlStretch stretch;
  for (std::size_t at = 0; (at = xml.find('<', at)) != std::string_view::npos;) {
    const std::size_t past = past_other(xml, at);
    if (past == std::string_view::npos) {
      stretch.begin = at;
      return stretch;
    }
    if (past != at) {
      at = past;
      continue;
    }
    const std::string_view here = xml.substr(at);
    for (std::string_view name : names) {
      if (!opens(here, name)) continue;
      stretch.begin = at;
      stretch.end = element_end(xml, at, name);
      const bool is_whole = stretch.end != std::string_view::npos;
      stretch.state = is_whole ? XmlStretch::State::kWhole : XmlStretch::State::kOpen;
      return stretch;
    }
    if (here.size() < kMarkBytes && here.find('>') == std::string_view::npos) {
      stretch.begin = at;
      return stretch;
    }
    ++at;
  }
  stretch.begin = xml.size();
  return stretch;
}

std::string_view xml_encoding(std::string_view xml) {
  if (!xml.starts_with("<?xml")) return {};
  const std::string_view declaration = xml.substr(0, xml.find("?>"));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return {};
  return declaration.substr(open + 1, close - open - 1);
}

}  // namespace verbale
