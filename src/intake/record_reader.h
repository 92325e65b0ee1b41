// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "intake/content_kind.h"
#include "intake/input_buffer.h"
#include "intake/reject.h"

namespace verbale {

// Reads the articles of one form of input from a buffer, one after another.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  // The next article, or why the next thing is none. Nothing at the end, from then on.
  virtual std::optional<ReadItem> next() = 0;
};

// The readers of the forms. `in` must outlive the reader.
std::unique_ptr<RecordReader> read_whole_text(InputBuffer& in, ContentKind kind);
std::unique_ptr<RecordReader> read_json_lines(InputBuffer& in);
std::unique_ptr<RecordReader> read_json_document(InputBuffer& in);
std::unique_ptr<RecordReader> read_xml_records(InputBuffer& in);
std::unique_ptr<RecordReader> read_warc(InputBuffer& in);

}  // namespace verbale
