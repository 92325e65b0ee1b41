// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/output_file.h"
#include "core/calendar.h"

namespace verbale {

int write_out(const Options& options, const std::string& text) {
  auto opened = OutputFile::open(options.out_file, stdout);
  if (!opened.ok()) return fail(opened.error());
  OutputFile file = opened.take();
  file.write(text);
  if (!file.flush()) {
    return fail({options.out_file, "the output could not be written to its end", ""});
  }
  return kAllRead;
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
