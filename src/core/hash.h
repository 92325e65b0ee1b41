// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace verbale {

// The same on every machine and in every run (XXH3).
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

// 32 hexadecimal digits of the 128-bit XXH3 hash of `bytes`.
std::string hash_hex(std::string_view bytes);

}  // namespace verbale
