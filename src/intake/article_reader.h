// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "formats/byte_source.h"
#include "intake/input_buffer.h"
#include "intake/record_reader.h"
#include "intake/reject.h"

namespace verbale {

// The articles of one file or stream, one after another, whatever its form (docs/formats/input.md
// lists them); any of them gzip or zstd.
class ArticleReader {
 public:
  // `name` stands in messages: "wire.jsonl", "standard input".
  ArticleReader(std::string name, std::unique_ptr<ByteSource> bytes, ReadLimits limits = {});
  // Of what could not be opened: gives that as its only item.
  ArticleReader(std::string name, Error error);

  // The next article, or why the next thing is none. Nothing at the end. What cannot be read costs
  // itself only: reading goes on at the next line, object, element or record.
  std::optional<ReadItem> next();

 private:
  void begin();

  std::unique_ptr<InputBuffer> in_;
  std::unique_ptr<RecordReader> records_;  // Null until the first bytes are looked at.
};

// Opens `path`, or standard input for "-". What cannot be opened becomes the first and only item,
// a Reject.
ArticleReader open_articles(const std::string& path, ReadLimits limits = {});

}  // namespace verbale
