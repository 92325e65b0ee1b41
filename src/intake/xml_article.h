// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "formats/xml.h"
#include "intake/reject.h"

namespace verbale {

// The articles that elements of feeds and wires tell, or why they tell none. `origin` says where an
// element stands: "feed.xml:12".

// An <item> of RSS 0.9x, 1.0 or 2.0, or an <entry> of Atom.
ReadItem feed_article(const XmlNode& entry, std::string_view origin);

// A <url> of a sitemap, of which only news sitemaps say more than the address.
ReadItem sitemap_article(const XmlNode& url, std::string_view origin);

// A <newsItem> of NewsML-G2.
ReadItem newsml_article(const XmlNode& item, std::string_view origin);

// A document of NITF.
ReadItem nitf_article(const XmlNode& nitf, std::string_view origin);

// Text of an element that may hold HTML as text ("Talks &amp;amp; &lt;b&gt;terms&lt;/b&gt;"), as
// one line. Empty for null.
std::string plain_line(const XmlNode* node);

}  // namespace verbale
