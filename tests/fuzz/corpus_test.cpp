// SPDX-License-Identifier: Apache-2.0
// Runs the inputs that fuzzing found or started from, without a fuzzer.
#include <gtest/gtest.h>

#include <string>

#include "core/file.h"
#include "intake/file_source.h"
#include "targets.h"

namespace verbale {
namespace {

TEST(Fuzz, BearsItsCorpus) {
  for (const FuzzTarget& target : fuzz_targets()) {
    const std::string folder =
        std::string(VERBALE_ROOT) + "/tests/fuzz/corpus/" + std::string(target.name);
    for (const std::string& path : files_below(folder)) {
      const auto bytes = read_file(path);
      ASSERT_TRUE(bytes.ok()) << path;
      // Whole, and cut off anywhere near its end.
      for (std::size_t cut = 0; cut < 40 && cut <= bytes.value().size(); cut += 7) {
        target.run(std::string_view(bytes.value()).substr(0, bytes.value().size() - cut));
      }
    }
  }
}

}  // namespace
}  // namespace verbale
