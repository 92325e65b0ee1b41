// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>

#include "document/article.h"

namespace verbale {

// Something that was to be an article and cannot be read as one.
struct Reject {
  std::string id;       // The sender's; empty when unknown.
  std::string origin;   // "wire.jsonl:12", "page.html", "standard input".
  std::string trouble;  // "is not JSON: …"
  std::string cure;     // May be empty.

  // "trouble (cure)"
  std::string reason() const { return cure.empty() ? trouble : trouble + " (" + cure + ")"; }
};

using ReadItem = std::variant<RawArticle, Reject>;

}  // namespace verbale
