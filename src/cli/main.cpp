// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include "cli/commands.h"

int main(int argc, char** argv) {
  // A reader that goes away ("| head") ends the writing, not the program with a signal.
  std::signal(SIGPIPE, SIG_IGN);
  const verbale::ParsedOptions parsed = verbale::parse_options(argc, argv);
  if (parsed.is_done) return parsed.status;
  return parsed.options.run(parsed.options);
}
