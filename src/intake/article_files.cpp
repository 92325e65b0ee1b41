// SPDX-License-Identifier: Apache-2.0
#include "intake/article_files.h"

#include "intake/file_source.h"

namespace verbale {

ArticleFiles::ArticleFiles(const std::vector<std::string>& named, ReadLimits limits)
    : limits_(limits) {
  for (const std::string& path : named) {
    const std::vector<std::string> below = files_below(path);
    files_.insert(files_.end(), below.begin(), below.end());
  }
}

std::optional<ReadItem> ArticleFiles::next() {
  while (file_ < files_.size() || reader_) {
    if (!reader_) reader_.emplace(open_articles(files_[file_++], limits_));
    if (auto item = reader_->next()) return item;
    reader_.reset();
  }
  return std::nullopt;
}

}  // namespace verbale
