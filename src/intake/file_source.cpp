// SPDX-License-Identifier: Apache-2.0
#include "intake/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace verbale {
namespace {

Error cannot_open(const std::string& path, int reason) {
  if (reason == ENOENT) return {path, "no such file", "check the spelling of the path"};
  if (reason == EACCES) return {path, "may not be read", "ask for permission to read it"};
  return {path, std::string("cannot be opened: ") + std::strerror(reason), ""};
}

class FileSource : public ByteSource {
 public:
  enum class Owned { kYes, kNo };
  FileSource(int descriptor, Owned owned) : descriptor_(descriptor), owned_(owned) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (owned_ == Owned::kYes) ::close(descriptor_);
  }

  Result<std::size_t> read(char* buffer, std::size_t room) override {
    while (true) {
      const ssize_t got = ::read(descriptor_, buffer, room);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) {
        return Error{"", std::string("cannot be read: ") + std::strerror(errno), ""};
      }
    }
  }

 private:
  int descriptor_;
  Owned owned_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return cannot_open(path, errno);
  std::unique_ptr<ByteSource> source =
      std::make_unique<FileSource>(descriptor, FileSource::Owned::kYes);
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    return Error{path, "is a directory, not a file",
                 "name the files in it, such as " + path + "/*"};
  }
  return source;
}

std::unique_ptr<ByteSource> standard_input() {
  return std::make_unique<FileSource>(STDIN_FILENO, FileSource::Owned::kNo);
}

}  // namespace verbale
