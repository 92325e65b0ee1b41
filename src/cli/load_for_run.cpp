// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "cli/commands.h"

namespace verbale {

int fail(const Error& error) {
  std::fprintf(stderr, "verbale: %s\n", error.message().c_str());
  return kWrongUsage;
}

std::string told(const Reject& reject) {
  const std::string id = reject.id.empty() ? "" : "id " + reject.id + ": ";
  return "verbale: " + reject.origin + ": " + id + reject.reason() + "\n";
}

const Knowledge* load_for_run(const Options& options) {
  auto loaded = load_knowledge(data_directory(options), options.dictionaries);
  if (!loaded.ok()) {
    fail(loaded.error());
    return nullptr;
  }
  static const Knowledge* kept = nullptr;
  kept = loaded.take().release();
  for (const Error& error : kept->errors()) fail(error);
  for (const Error& error : kept->dictionary_errors) fail(error);
  return kept;
}

}  // namespace verbale
