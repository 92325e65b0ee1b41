// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace verbale {

// Prints where and what, then aborts. For VERBALE_CHECK only.
[[noreturn]] void fail_check(const char* condition, const char* file, int line);

}  // namespace verbale

// A condition that only a mistake of ours can break; checked in release builds too.
// Trouble with an article or a file is never a check: see result.h and Diagnostic.
#define VERBALE_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::verbale::fail_check(#condition, __FILE__, __LINE__))
