// SPDX-License-Identifier: Apache-2.0
#include "stages/clean_article/page_meta.h"

#include "core/utf8.h"
#include "formats/records.h"

namespace verbale {

MetaElements::MetaElements(const HtmlPage& page) {
  for (const HtmlNode& node : page.nodes()) {
    if (node.tag != HtmlTag::kMeta) continue;
    const std::string_view content = trim(page.attribute(node, "content"));
    if (content.empty()) continue;
    for (std::string_view key : {"property", "name", "itemprop"}) {
      const std::string_view name = page.attribute(node, key);
      if (!name.empty()) contents_.emplace(lower_case(name), content);
    }
  }
}

std::string_view MetaElements::first(std::span<const std::string_view> names) const {
  for (std::string_view name : names) {
    const auto found = contents_.find(std::string(name));
    if (found != contents_.end()) return found->second;
  }
  return {};
}

}  // namespace verbale
