// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "cli/commands.h"
#include "core/file.h"
#include "core/hash.h"
#include "lexicon/data_files.h"

namespace verbale {

int run_version(const Options& options) {
  std::printf("verbale %s\n", VERBALE_VERSION);
  const DataFiles files(data_directory(options));
  const auto model = MappedFile::open(files.path("models/en.model"));
  if (!model.ok()) {
    std::printf("model none: %s\n", model.error().message().c_str());
    return kAllRead;
  }
  const auto bytes = model.value().bytes();
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  std::printf("model %s\n", hash_hex(text).substr(0, 16).c_str());
  return kAllRead;
}

}  // namespace verbale
