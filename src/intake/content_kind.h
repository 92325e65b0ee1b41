// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace verbale {

// What bytes are by their looks; names and endings of files are never asked.
enum class ContentKind : std::uint8_t {
  kEmpty,
  kPlainText,
  kHtml,
  kJsonLines,     // One object a line.
  kJsonDocument,  // A list of objects, objects over many lines, or one that wraps a list.
  kXmlRecords,    // RSS, Atom, a sitemap, NewsML-G2, NITF.
  kWarc,
  kBinary,
};

// Judges by the first few thousand bytes of a text (decompressed, byte order mark removed).
ContentKind content_kind_of(std::string_view start);

// "a PDF document", "an image" …: what a person calls these bytes. "binary data" when unknown.
std::string_view name_of_binary(std::string_view start);

// Whether a text is marked up as HTML, a fragment included ("<p>The minister …</p>").
bool looks_like_html(std::string_view text);

}  // namespace verbale
