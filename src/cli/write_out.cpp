// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/output_file.h"

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

}  // namespace verbale
