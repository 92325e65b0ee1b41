// SPDX-License-Identifier: Apache-2.0
#include "show/show_reading.h"

#include "show/text_layout.h"

namespace verbale {

std::string show_reading(const Article& article, const ShowOptions& options) {
  std::string out;
  const auto field = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out += tinted(padded_to(name, 11), Tint::kDim, options.colours) + std::string(value) + "\n";
  };
  field("title", article.title);
  field("byline", article.byline);
  field("published", article.published);
  field("outlet", article.outlet);
  field("section", article.section);
  field("language", article.language);
  field("url", article.url);
  out += "\n" + article.text + "\n\n";
  for (const RemovedText& removed : article.removed) {
    out += tinted("removed, " + removed.reason + ": " + one_line(removed.text, options.width_max),
                  Tint::kDim, options.colours) + "\n";
  }
  return out + "\n";
}

}  // namespace verbale
