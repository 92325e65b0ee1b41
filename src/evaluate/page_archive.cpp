// SPDX-License-Identifier: Apache-2.0
#include "evaluate/page_archive.h"

#include <sys/stat.h>

#include <charconv>
#include <cstdio>
#include <memory>

namespace verbale {
namespace {

constexpr std::size_t kBlockBytes = 512;

struct PipeCloser {
  void operator()(std::FILE* pipe) const { ::pclose(pipe); }
};

bool read_whole(std::FILE* pipe, std::string& bytes) {
  return std::fread(bytes.data(), 1, bytes.size(), pipe) == bytes.size();
}

// The size in a tar header: octal digits.
std::size_t size_in(std::string_view header) {
  constexpr std::size_t kSizeAt = 124;
  constexpr std::size_t kSizeBytes = 11;
  std::size_t size = 0;
  std::string_view digits = header.substr(kSizeAt, kSizeBytes);
  while (!digits.empty() && digits.front() == ' ') digits.remove_prefix(1);
  std::from_chars(digits.data(), digits.data() + digits.size(), size, 8);
  return size;
}

std::string_view name_in(std::string_view header) {
  constexpr std::size_t kNameBytes = 100;
  std::string_view name = header.substr(0, kNameBytes);
  name = name.substr(0, name.find('\0'));
  return name.substr(name.rfind('/') + 1);
}

}  // namespace

Result<bool> for_each_page(
    const std::string& archive,
    const std::function<void(std::string_view name, std::string bytes)>& take) {
  struct stat status {};
  const bool is_safe = archive.find('\'') == std::string::npos;
  if (!is_safe || ::stat(archive.c_str(), &status) != 0) {
    return Error{archive, "no such file", "name the folder of the gold data with --shared"};
  }
  const std::unique_ptr<std::FILE, PipeCloser> pipe(
      ::popen(("xz -dc '" + archive + "'").c_str(), "r"));
  if (pipe == nullptr) return Error{archive, "cannot be unpacked", "install the program xz"};
  std::string header(kBlockBytes, '\0');
  while (read_whole(pipe.get(), header) && header[0] != '\0') {
    const std::size_t size = size_in(header);
    const std::string name(name_in(header));
    std::string bytes((size + kBlockBytes - 1) / kBlockBytes * kBlockBytes, '\0');
    if (!read_whole(pipe.get(), bytes)) {
      return Error{archive, "is cut off", "fetch the gold data again"};
    }
    bytes.resize(size);
    constexpr std::size_t kTypeAt = 156;
    if (header[kTypeAt] == '0' || header[kTypeAt] == '\0') take(name, std::move(bytes));
  }
  return true;
}

}  // namespace verbale
