// SPDX-License-Identifier: Apache-2.0
#include "lexicon/data_files.h"

#include <dirent.h>

#include <algorithm>

#include "core/file.h"
#include "core/utf8.h"

namespace verbale {

std::string_view DataFiles::text(std::string_view name) {
  auto read = read_file(path(name));
  if (!read.ok()) {
    errors_.push_back(read.error());
    return {};
  }
  kept_.push_back(read.take());
  if (!is_valid_utf8(kept_.back())) {
    add_error({std::string(shown_name(name)), "is not UTF-8", "save it as UTF-8"});
    return {};
  }
  return kept_.back();
}

std::string_view DataFiles::shown_name(std::string_view name) {
  kept_.push_back("data/" + std::string(name));
  return kept_.back();
}

std::vector<std::string> DataFiles::files_in(std::string_view folder, std::string_view ending) {
  std::vector<std::string> names;
  DIR* directory = ::opendir(path(folder).c_str());
  if (directory == nullptr) {
    add_error({path(folder), "no such folder", "name the data folder with --data"});
    return names;
  }
  while (const dirent* entry = ::readdir(directory)) {
    const std::string_view file = entry->d_name;
    if (!file.starts_with('.') && file.ends_with(ending)) {
      names.push_back(std::string(folder) + "/" + std::string(file));
    }
  }
  ::closedir(directory);
  std::sort(names.begin(), names.end());
  return names;
}

void DataFiles::add_error(std::string_view shown_file, int line, std::string trouble,
                          std::string cure) {
  errors_.push_back(
      {std::string(shown_file) + ":" + std::to_string(line), std::move(trouble), std::move(cure)});
}

void DataFiles::add_errors(const std::vector<Error>& errors) {
  errors_.insert(errors_.end(), errors.begin(), errors.end());
}

}  // namespace verbale
