// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace verbale {

// The folder of data files: reads them, keeps their text, gathers what is wrong with them. Views
// into the texts and names live as long as this does. Not for threads: load first, then share.
class DataFiles {
 public:
  explicit DataFiles(std::string directory) : directory_(std::move(directory)) {}

  // The text of a file such as "en/classes.rec". Empty, with an error kept, when it cannot be read
  // or is no UTF-8.
  std::string_view text(std::string_view name);

  // The name to show for a file: "data/en/classes.rec".
  std::string_view shown_name(std::string_view name);

  // Names of the files of a folder with this ending, in order: files_in("en/acts", ".rec").
  std::vector<std::string> files_in(std::string_view folder, std::string_view ending);

  // The path on disk.
  std::string path(std::string_view name) const { return directory_ + "/" + std::string(name); }

  void add_error(Error error) { errors_.push_back(std::move(error)); }
  void add_error(std::string_view shown_file, int line, std::string trouble, std::string cure = "");
  void add_errors(const std::vector<Error>& errors);
  const std::vector<Error>& errors() const { return errors_; }

 private:
  std::string directory_;
  std::deque<std::string> kept_;  // A deque: views into its strings stay good.
  std::vector<Error> errors_;
};

}  // namespace verbale
