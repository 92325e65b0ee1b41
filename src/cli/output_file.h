// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "core/result.h"

namespace verbale {

// Where text goes: a file, or a standard stream. Closed when it goes out of scope.
class OutputFile {
 public:
  // An empty path yields `standard`, which stays open.
  static Result<OutputFile> open(const std::string& path, std::FILE* standard);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  void write(std::string_view text);
  // False when anything written did not arrive: the disk is full, the reader is gone.
  bool flush();
  bool is_good() const { return is_good_; }
  bool is_terminal() const;

 private:
  OutputFile(std::FILE* file, bool is_owned) : file_(file), is_owned_(is_owned) {}
  std::FILE* file_;
  bool is_owned_;
  bool is_good_ = true;
};

}  // namespace verbale
