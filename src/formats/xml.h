// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace verbale {

// An element of an XML document with all that is in it, or, without a name, a stretch of text. Owns
// what it holds. Entities other than XML's own five and numbers stay as written ("&nbsp;"): none is
// ever looked up or expanded.
struct XmlNode {
  std::string name;  // As written: "content:encoded". Empty for text.
  std::string text;  // Of text only.
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlNode> children;

  bool is_text() const { return name.empty(); }
  // The name without its prefix: "encoded".
  std::string_view local_name() const;
  // The value of an attribute by its full name ("xml:lang"); empty when there is none.
  std::string_view attribute(std::string_view wanted) const;
  // The first child element of that local name, in small or capital letters; null when none.
  const XmlNode* child(std::string_view local) const;
  // The first descendant of that local name, itself included; null when none.
  const XmlNode* find(std::string_view local) const;
  // The text of the node and all below it.
  std::string inner_text() const;
  // What is in the element as markup again, without the prefixes of its elements.
  std::string inner_markup() const;
};

// Reads one element, or a document with its declaration and document type. Nested at most 400 deep;
// what is nested deeper is left out. An error says what is wrong and where: "byte 120"; its `where`
// is empty. REQUIRES: UTF-8.
Result<XmlNode> parse_xml(std::string_view xml);

// A stretch of markup within a longer text.
struct XmlStretch {
  enum class State { kNone, kOpen, kWhole };
  State state = State::kNone;
  std::size_t begin = 0;  // Of the start tag; for kNone, up to where nothing can start one.
  std::size_t end = 0;    // After the end tag; of kWhole only.
};

// The first element of one of these names (as written, prefixes included) in `xml`: whole, or open
// because its end tag does not stand there. Comments and CDATA are passed over.
XmlStretch find_xml_element(std::string_view xml, std::span<const std::string_view> names);

// The encoding that an XML declaration names; empty when it names none.
std::string_view xml_encoding(std::string_view xml);

}  // namespace verbale
