// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/result.h"

namespace verbale {

// The whole file. An error says whether it is missing, a directory, unreadable, or larger than
// `bytes_max`.
Result<std::string> read_file(const std::string& path, std::size_t bytes_max = std::size_t(-1));

// A file mapped into memory, read-only, shared with every other process that maps it.
// Movable, not copyable; the bytes live as long as it does.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  MappedFile() = default;
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace verbale
