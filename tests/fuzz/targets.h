// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace verbale {

// Something that must bear any bytes: it may neither crash nor hang, nor break what it promises.
struct FuzzTarget {
  std::string_view name;  // Also the folder of its corpus.
  void (*run)(std::string_view bytes);
};

std::span<const FuzzTarget> fuzz_targets();

}  // namespace verbale
