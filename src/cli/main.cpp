// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include "cli/commands.h"

int main(int argc, char** argv) {
  // A reader that goes away ("| head") ends the writing, not the program with a signal.
  std::signal(SIGPIPE, SIG_IGN);
  const verbale::ParsedOptions parsed = verbale::parse_options(argc, argv);
  if (parsed.is_done) return parsed.status;
  switch (parsed.options.command) {
    case verbale::Command::kRead:
    case verbale::Command::kParse:
    case verbale::Command::kCode:
    case verbale::Command::kAnnotate:
    case verbale::Command::kExplain: return verbale::run_articles(parsed.options);
    case verbale::Command::kCheckData: return verbale::run_check_data(parsed.options);
    case verbale::Command::kTrain: return verbale::run_train(parsed.options);
    case verbale::Command::kEvaluate: return verbale::run_evaluate(parsed.options);
    case verbale::Command::kVersion: return verbale::run_version(parsed.options);
  }
  return verbale::kWrongUsage;
}
