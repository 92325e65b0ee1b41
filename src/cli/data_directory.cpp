// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>
#include <unistd.h>

#include <climits>

#include "cli/commands.h"

namespace verbale {
namespace {

bool is_directory(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string program_directory() {
  char path[PATH_MAX];
  const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
  if (length <= 0) return ".";
  const std::string program(path, static_cast<std::size_t>(length));
  return program.substr(0, program.rfind('/'));
}

}  // namespace

std::string data_directory(const Options& options) {
  if (!options.data_directory.empty()) return options.data_directory;
  const std::string here = program_directory();
  for (const char* beside : {"/../share/verbale", "/../data", "/data"}) {
    if (is_directory(here + beside)) return here + beside;
  }
  return VERBALE_DATA_DIRECTORY;
}

std::string shared_directory(const Options& options) {
  if (!options.shared_directory.empty()) return options.shared_directory;
  const std::string beside = data_directory(options) + "/../../shared";
  return is_directory(beside) ? beside : "../shared";
}

}  // namespace verbale
