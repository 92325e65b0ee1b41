// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "document/article.h"
#include "document/event.h"
#include "document/references.h"
#include "document/syntax.h"

namespace verbale {

// Trouble with an article that did not stop its reading: "no date found", "text is not English".
struct Diagnostic {
  std::string trouble;
};

// One article, read to the end. Each part is made by its own stages and never changed after.
struct Document {
  Article article;
  Syntax syntax;
  References references;
  std::vector<Event> events;  // In text order.
  std::vector<Diagnostic> diagnostics;
};

}  // namespace verbale
