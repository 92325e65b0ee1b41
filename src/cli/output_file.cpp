// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace verbale {

Result<OutputFile> OutputFile::open(const std::string& path, std::FILE* standard) {
  if (path.empty()) return OutputFile(standard, false);
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) {
    return Error{path, std::string("cannot be written: ") + std::strerror(errno),
                 "name a file in a folder that exists"};
  }
  return OutputFile(file, true);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)), is_owned_(other.is_owned_),
      is_good_(other.is_good_) {}

OutputFile::~OutputFile() {
  if (file_ != nullptr && is_owned_) std::fclose(file_);
}

void OutputFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) is_good_ = false;
}

bool OutputFile::flush() {
  if (std::fflush(file_) != 0) is_good_ = false;
  return is_good_;
}

bool OutputFile::is_terminal() const { return ::isatty(::fileno(file_)) == 1; }

}  // namespace verbale
