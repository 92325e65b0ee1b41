// SPDX-License-Identifier: Apache-2.0
#include "core/check.h"

#include <cstdio>
#include <cstdlib>

namespace verbale {

void fail_check(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "verbale: internal error at %s:%d: %s does not hold\n", file, line,
               condition);
  std::abort();
}

}  // namespace verbale
