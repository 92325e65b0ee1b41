// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace verbale {

// Lines "Name: value", as mail, HTTP and WARC write them.
class HeaderLines {
 public:
  // Reads up to the empty line, or to the end where there is none; folded lines are joined. What
  // is no header line is passed over.
  explicit HeaderLines(std::string_view lines);
  // The value of the first header of that name, small or capital letters alike; empty for none.
  std::string_view find(std::string_view name) const;
  // Bytes read, the empty line included.
  std::size_t size() const { return size_; }

 private:
  std::vector<std::pair<std::string, std::string>> headers_;  // Names in small letters.
  std::size_t size_ = 0;
};

// A server's answer as an archive keeps it.
struct HttpAnswer {
  int status = 0;       // 200; 0 when the first line is no status line.
  std::string type;     // "text/html", small letters; empty when not told.
  std::string charset;  // As the content type names it; may be empty.
  std::string body;     // Chunks joined and decompressed.
};

// Reads an answer with its headers. Chunks and compression that the headers tell of are undone
// where the body has them: archives often keep headers of a body they stored plain. A body that
// breaks off gives what came before. Fails when the body is packed in an unknown way, broken from
// the start, or would be larger than `bytes_max`; the error's `where` is empty.
Result<HttpAnswer> read_http_answer(std::string_view message, std::size_t bytes_max);

}  // namespace verbale
