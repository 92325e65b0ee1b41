// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace verbale {

// Calls `take` with name (without folders) and bytes of every file of a tar archive packed by xz,
// in the order in which they stand there; one is held at a time. Unpacks with the program xz.
Result<bool> for_each_page(
    const std::string& archive,
    const std::function<void(std::string_view name, std::string bytes)>& take);

}  // namespace verbale
