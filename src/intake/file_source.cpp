// SPDX-License-Identifier: Apache-2.0
#include "intake/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

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
    return Error{path, "is a directory without any file to read", "name a file"};
  }
  return source;
}

std::vector<std::string> files_below(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code trouble;
  std::vector<std::string> files;
  if (path == "-" || !fs::is_directory(path, trouble)) return {path};
  fs::recursive_directory_iterator entry(path, fs::directory_options::skip_permission_denied,
                                         trouble);
  while (!trouble && entry != fs::recursive_directory_iterator()) {
    const bool is_hidden = entry->path().filename().string().starts_with('.');
    if (is_hidden) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(trouble)) {
      files.push_back(entry->path().string());
    }
    entry.increment(trouble);
  }
  std::sort(files.begin(), files.end());
  // What holds nothing is opened all the same, so that the trouble is told.
  if (files.empty()) files.push_back(path);
  return files;
}

std::unique_ptr<ByteSource> standard_input() {
  return std::make_unique<FileSource>(STDIN_FILENO, FileSource::Owned::kNo);
}

}  // namespace verbale
