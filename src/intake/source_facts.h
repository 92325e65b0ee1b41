// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "document/article.h"

namespace verbale {

// What a feed, list or archive says of all its articles.
struct SourceFacts {
  std::string outlet;
  std::string language;
  std::string byline;

  // Fills what the article itself leaves open.
  void complete(RawArticle& article) const {
    if (article.outlet.empty()) article.outlet = outlet;
    if (article.language.empty()) article.language = language;
    if (article.byline.empty()) article.byline = byline;
  }
};

}  // namespace verbale
