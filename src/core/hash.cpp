// SPDX-License-Identifier: Apache-2.0
#include "core/hash.h"

#include <xxhash.h>

#include "core/check.h"

namespace verbale {
namespace {

std::string hex_of(XXH128_hash_t hash) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (unsigned char byte : canonical.digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

}  // namespace

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string hash_hex(std::string_view bytes) {
  return hex_of(XXH3_128bits(bytes.data(), bytes.size()));
}

struct HashStream::State {
  XXH3_state_t* xxh = XXH3_createState();
  ~State() { XXH3_freeState(xxh); }
};

HashStream::HashStream() : state_(std::make_unique<State>()) {
  VERBALE_CHECK(state_->xxh != nullptr);
  XXH3_128bits_reset(state_->xxh);
}
HashStream::~HashStream() = default;

void HashStream::add(std::string_view bytes) {
  XXH3_128bits_update(state_->xxh, bytes.data(), bytes.size());
}

std::string HashStream::hex() const { return hex_of(XXH3_128bits_digest(state_->xxh)); }

}  // namespace verbale
