// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

#include "core/result.h"

namespace verbale {

// Bytes that come one stretch after another: a file, a pipe, a decompressor, a string in a test.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills up to `room` bytes and tells how many; 0 only at the end. After an error or the end,
  // every further call gives the same answer. REQUIRES: room > 0.
  virtual Result<std::size_t> read(char* buffer, std::size_t room) = 0;
};

class BytesInMemory : public ByteSource {
 public:
  explicit BytesInMemory(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(char* buffer, std::size_t room) override {
    const std::size_t got = std::min(room, bytes_.size() - at_);
    std::memcpy(buffer, bytes_.data() + at_, got);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace verbale
