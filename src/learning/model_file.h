// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/file.h"
#include "core/result.h"

namespace verbale {

// Trained models, many in one file: named sections of bytes, read in place from the mapped file.
//
//   magic "VBLMODEL" · format version · number of sections · size of the file
//   one entry a section: name (24 bytes, zero-filled) · offset · size · XXH3 checksum
//   the sections, each aligned to 64 bytes
//
// Little-endian. Read-only after open(): threads may share it.
class ModelFile {
 public:
  // An error says whether the file is foreign, of another format version, cut short or damaged.
  static Result<ModelFile> open(const std::string& path);
  // The same, for bytes that the caller holds as long as the model (aligned to 64 bytes).
  static Result<ModelFile> from_bytes(std::span<const std::byte> bytes, const std::string& origin);

  bool has(std::string_view name) const { return find(name) != nullptr; }
  // The bytes of a section; empty when there is none of that name.
  std::span<const std::byte> section(std::string_view name) const;
  // A section as an array of plain values; empty when there is none, or when its size is no
  // multiple of the value's.
  template <typename Value>
  std::span<const Value> array(std::string_view name) const {
    const std::span<const std::byte> bytes = section(name);
    if (bytes.size() % sizeof(Value) != 0) return {};
    return {reinterpret_cast<const Value*>(bytes.data()), bytes.size() / sizeof(Value)};
  }
  std::string_view text(std::string_view name) const {
    const std::span<const std::byte> bytes = section(name);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  std::vector<std::string_view> names() const;
  // The path it was opened from, for messages.
  const std::string& origin() const { return origin_; }

 private:
  struct Section {
    std::string name;
    std::span<const std::byte> bytes;
  };
  ModelFile() = default;
  const Section* find(std::string_view name) const;

  std::vector<MappedFile> mapped_;  // One, or none when the caller holds the bytes.
  std::vector<Section> sections_;
  std::string origin_;
};

// Gathers sections and lays them out as ModelFile reads them.
class ModelWriter {
 public:
  // REQUIRES: 1 to 23 bytes in `name`, not given before.
  void add(std::string_view name, std::string bytes);
  template <typename Value>
  void add_array(std::string_view name, std::span<const Value> values) {
    add(name,
        std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)));
  }
  template <typename Value>
  void add_array(std::string_view name, const std::vector<Value>& values) {
    add_array(name, std::span<const Value>(values));
  }
  // Copies every section of `model` that is not here yet.
  void add_all(const ModelFile& model);
  bool has(std::string_view name) const;

  // The whole file. The same sections yield the same bytes.
  std::string bytes() const;

 private:
  struct Section {
    std::string name;
    std::string bytes;
  };
  std::vector<Section> sections_;
};

}  // namespace verbale
