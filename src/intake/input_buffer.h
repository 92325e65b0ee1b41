// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "formats/byte_source.h"
#include "intake/reject.h"

namespace verbale {

struct ReadLimits {
  // A larger article is rejected, and the reading goes on after it. Memory stays below a small
  // multiple of this.
  std::size_t article_bytes_max = std::size_t{64} << 20;
};

// A stream of bytes looked at from where it was read up to: what is ahead grows on demand and is
// dropped once used. Knows the line it stands at, for messages.
class InputBuffer {
 public:
  // `name` stands in messages: "wire.jsonl", "standard input".
  InputBuffer(std::string name, std::unique_ptr<ByteSource> bytes, ReadLimits limits);
  // A stream that could not be opened.
  InputBuffer(std::string name, Error error);

  // The bytes read and not yet dropped. Views die with the next call of fill.
  std::string_view ahead() const { return std::string_view(buffer_).substr(at_); }
  // Reads a further chunk. False when there is none.
  bool fill();
  // Whether that many bytes are ahead, after reading as far as needed.
  bool fill_to(std::size_t count);
  // Fills until the article limit is passed or the stream ends.
  void fill_all();
  // REQUIRES: count <= ahead().size().
  void drop(std::size_t count);
  // Puts other bytes in the place of what is ahead.
  void replace_ahead(std::string bytes);

  const std::string& name() const { return name_; }
  std::size_t bytes_max() const { return limits_.article_bytes_max; }
  const ReadLimits& limits() const { return limits_; }
  bool is_too_large(std::size_t count) const { return count > limits_.article_bytes_max; }
  // Why the stream ended early, if it did.
  const std::optional<Error>& error() const { return error_; }

  // "wire.jsonl:12": of the line that starts or holds the first byte ahead.
  std::string origin() const { return name_ + ":" + std::to_string(line_); }
  Reject rejected(std::string trouble, std::string cure) const;
  Reject too_large() const;
  // What is to be told at the end: the trouble that cut the stream off, or nothing.
  std::optional<ReadItem> end() const;

 private:
  std::string name_;
  std::unique_ptr<ByteSource> bytes_;
  ReadLimits limits_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace verbale
