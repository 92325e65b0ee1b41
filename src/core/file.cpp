// SPDX-License-Identifier: Apache-2.0
#include "core/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace verbale {
namespace {

// Closes the descriptor when it goes out of scope.
struct Descriptor {
  int number = -1;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

Error no_such_file(const std::string& path) {
  if (errno == ENOENT) return {path, "no such file", "check the spelling of the path"};
  if (errno == EACCES) return {path, "may not be read", "ask for permission to read it"};
  return {path, std::string("cannot be opened: ") + std::strerror(errno), ""};
}

// The size of a regular file that was opened as `descriptor`.
Result<std::size_t> size_of(const Descriptor& descriptor, const std::string& path) {
  struct stat status {};
  if (::fstat(descriptor.number, &status) != 0) return no_such_file(path);
  if (S_ISDIR(status.st_mode)) {
    return Error{path, "is a directory, not a file", "name the files in it, such as " + path + "/*"};
  }
  return static_cast<std::size_t>(status.st_size);
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t bytes_max) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) return no_such_file(path);
  auto size = size_of(file, path);
  if (!size.ok()) return size.error();
  std::string bytes;
  bytes.reserve(size.value());
  char buffer[1 << 16];
  while (true) {
    const ssize_t got = ::read(file.number, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error{path, std::string("cannot be read: ") + std::strerror(errno), ""};
    if (got == 0) return bytes;
    if (bytes.size() + static_cast<std::size_t>(got) > bytes_max) {
      return Error{path, "is larger than " + std::to_string(bytes_max) + " bytes",
                   "split it, or give it as JSON lines, one article a line"};
    }
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) return no_such_file(path);
  auto size = size_of(file, path);
  if (!size.ok()) return size.error();
  MappedFile mapped;
  mapped.size_ = size.value();
  if (mapped.size_ == 0) return Error{path, "is empty", ""};
  void* data = ::mmap(nullptr, mapped.size_, PROT_READ, MAP_SHARED, file.number, 0);
  if (data == MAP_FAILED) {
    return Error{path, std::string("cannot be mapped into memory: ") + std::strerror(errno), ""};
  }
  mapped.data_ = static_cast<const std::byte*>(data);
  return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

}  // namespace verbale
