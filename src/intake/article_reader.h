// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "formats/byte_source.h"
#include "intake/content_kind.h"
#include "intake/reject.h"

namespace verbale {

struct ReadLimits {
  // A larger article is rejected, and the reading goes on after it. Memory stays below a small
  // multiple of this.
  std::size_t article_bytes_max = std::size_t{64} << 20;
};

// The articles of one file or stream, one after another: plain text or an HTML page (one article),
// JSON lines, a list of JSON objects or objects over many lines; any of them gzip or zstd.
class ArticleReader {
 public:
  // `name` stands in messages: "wire.jsonl", "standard input".
  ArticleReader(std::string name, std::unique_ptr<ByteSource> bytes, ReadLimits limits = {});

  // The next article, or why the next thing is none. Nothing at the end. What cannot be read costs
  // itself only: reading goes on at the next line or object.
  std::optional<ReadItem> next();

 private:
  friend ArticleReader open_articles(const std::string& path, ReadLimits limits);

  void begin();
  bool fill();
  std::string_view ahead() const { return std::string_view(buffer_).substr(at_); }
  void drop(std::size_t count);
  std::string origin() const;
  Reject rejected(std::string trouble, std::string cure) const;
  Reject too_large() const;

  std::optional<ReadItem> next_whole();
  std::optional<ReadItem> next_line();
  std::optional<ReadItem> next_object();
  std::optional<ReadItem> end_of_stream();
  std::optional<ReadItem> skip_to_line_end();
  bool skip_between_objects();
  std::optional<ReadItem> stray_text();

  std::string name_;
  std::unique_ptr<ByteSource> bytes_;
  ReadLimits limits_;
  std::optional<ContentKind> kind_;
  std::string buffer_;  // Bytes read and not yet given out, from at_ on.
  std::size_t at_ = 0;
  std::size_t line_ = 1;        // Of the byte at at_.
  bool ended_ = false;          // No byte comes any more.
  std::optional<Error> error_;  // Why the stream ended early; told once, at its end.
  bool done_ = false;
};

// Opens `path`, or standard input for "-". What cannot be opened becomes the first and only item,
// a Reject.
ArticleReader open_articles(const std::string& path, ReadLimits limits = {});

}  // namespace verbale
