// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace verbale {

// The same on every machine and in every run (XXH3).
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

// 32 hexadecimal digits of the 128-bit XXH3 hash of `bytes`.
std::string hash_hex(std::string_view bytes);

// The same for bytes that come piece by piece. `xxhsum -H128` on a file of them agrees.
class HashStream {
 public:
  HashStream();
  ~HashStream();
  void add(std::string_view bytes);
  std::string hex() const;  // Of all that was added so far.

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace verbale
