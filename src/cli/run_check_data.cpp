// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "cli/commands.h"
#include "journey/check_examples.h"

namespace verbale {

int run_check_data(const Options& options) {
  auto knowledge = load_knowledge(data_directory(options));
  if (!knowledge.ok()) {
    std::fprintf(stderr, "verbale: %s\n", knowledge.error().message().c_str());
    return kWrongUsage;
  }
  const std::vector<Error>& errors = knowledge.value()->errors();
  for (const Error& error : errors) std::printf("%s\n", error.message().c_str());
  const ExampleReport report = check_examples(*knowledge.value());
  for (const Error& failure : report.failures) std::printf("%s\n", failure.message().c_str());
  const std::size_t wrong = errors.size() + report.failures.size();
  std::printf("%zu examples run, %zu mistakes in the data, %zu examples failed\n", report.checked,
              errors.size(), report.failures.size());
  return wrong == 0 ? kAllRead : kSomeRejected;
}

}  // namespace verbale
