// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "core/calendar.h"

namespace verbale {

std::optional<Error> trouble_with_articles(const Options& options) {
  if (options.files.empty()) {
    return Error{"", "no article named", "name a file, or - for standard input"};
  }
  if (options.published.empty() || parse_iso_day(options.published)) return std::nullopt;
  return Error{"--published " + options.published, "is no day", "write it as 2025-04-02"};
}

std::optional<Error> trouble_with_as_of(const Options& options) {
  if (options.as_of.empty() || parse_iso_day(options.as_of)) return std::nullopt;
  return Error{"--as-of " + options.as_of, "is no day", "write it as 2025-04-02"};
}

std::optional<Error> trouble_with_source(const Options& options) {
  if (options.store.empty() == options.files.empty()) {
    return Error{"", "say where the claims are",
                 "--store DIR, or files of event rows as `verbale code` writes them"};
  }
  return trouble_with_as_of(options);
}

}  // namespace verbale
