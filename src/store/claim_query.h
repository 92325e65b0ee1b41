// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace verbale {

// Which claims are wanted. Lists are alternatives; different members must all hold. Empty: not
// asked. Names compare without regard to case.
struct ClaimQuery {
  std::vector<std::string> actor;       // Code or its beginning ("RUS", "RUSGOV"), country or name.
  std::vector<std::string> recipient;
  std::vector<std::string> party;       // On either side.
  std::vector<std::string> between;     // Two: one on each side, whichever; or both among the actors.
  std::vector<std::string> type;        // PLOVER type.
  std::vector<std::string> act;
  std::vector<std::string> mode;
  std::vector<std::string> context;
  std::vector<std::string> factuality;
  std::vector<std::string> cameo;       // Code or its beginning.
  std::vector<std::string> source;      // Part of the name of someone in the chain of who says so.
  std::vector<std::string> outlet;      // Part of the name or address of the outlet.
  std::vector<std::string> place;       // Part of the place's name, or its country's code.
  std::vector<std::string> document;    // Ids of articles.
  std::string since, until;             // ISO days: of the event's date, else of publication.
  std::optional<bool> background;
  std::string words;                    // In the article's title or text.
  std::string as_of;                    // ISO day: what was known by then, nothing later.
  std::size_t limit = 0;                // 0: all.
  bool newest_first = false;
};

// Reads the language of queries, the same on the command line, in the API and on the page:
//
//   actor:RUS type:REQUEST,REJECT factuality:demanded since:2025-03 source:"CNN" grain corridor
//
// `name:value` narrows; values parted by ',' are alternatives; quotes keep spaces together; what
// has no name is looked for in the articles' text. A month or year stands for its first day in
// `since`, its last in `until`. An error names the part that is wrong and what can stand there.
Result<ClaimQuery> parse_claim_query(std::string_view text);

}  // namespace verbale
