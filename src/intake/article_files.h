// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/article_reader.h"

namespace verbale {

// The articles of many files, one file after another in the order named; a directory stands for
// the files below it.
class ArticleFiles {
 public:
  ArticleFiles(const std::vector<std::string>& named, ReadLimits limits);

  // As ArticleReader::next().
  std::optional<ReadItem> next();

 private:
  std::vector<std::string> files_;
  ReadLimits limits_;
  std::size_t file_ = 0;
  std::optional<ArticleReader> reader_;
};

// A longer article is no article: its reading would take minutes and a gigabyte.
inline constexpr std::size_t kArticleBytesMax = std::size_t{8} << 20;

}  // namespace verbale
