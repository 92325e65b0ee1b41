// SPDX-License-Identifier: Apache-2.0
// One target for libFuzzer; VERBALE_FUZZ_TARGET names it.
#include <cstddef>
#include <cstdint>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const verbale::FuzzTarget& target : verbale::fuzz_targets()) {
    if (target.name == VERBALE_FUZZ_TARGET) {
      target.run({reinterpret_cast<const char*>(data), size});
    }
  }
  return 0;
}
