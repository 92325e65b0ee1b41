// SPDX-License-Identifier: Apache-2.0
#include "intake/input_buffer.h"

#include <algorithm>
#include <utility>

#include "formats/compression.h"

namespace verbale {
namespace {

constexpr std::size_t kChunkBytes = 1 << 16;

}  // namespace

InputBuffer::InputBuffer(std::string name, std::unique_ptr<ByteSource> bytes, ReadLimits limits)
    : name_(std::move(name)), bytes_(decompress(std::move(bytes))), limits_(limits) {}

InputBuffer::InputBuffer(std::string name, Error error)
    : name_(std::move(name)), ended_(true), error_(std::move(error)) {}

bool InputBuffer::fill() {
  if (ended_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t size = buffer_.size();
  // Grows with the article, so that long ones are not read in many small steps.
  const std::size_t room = std::max(kChunkBytes, size);
  buffer_.resize(size + room);
  const auto got = bytes_->read(buffer_.data() + size, room);
  buffer_.resize(size + (got.ok() ? got.value() : 0));
  if (!got.ok()) error_ = got.error();
  ended_ = !got.ok() || got.value() == 0;
  return !ended_;
}

bool InputBuffer::fill_to(std::size_t count) {
  while (ahead().size() < count) {
    if (!fill()) return false;
  }
  return true;
}

void InputBuffer::fill_all() {
  while (!is_too_large(ahead().size()) && fill()) {
  }
}

void InputBuffer::drop(std::size_t count) {
  const std::string_view dropped = ahead().substr(0, count);
  line_ += static_cast<std::size_t>(std::count(dropped.begin(), dropped.end(), '\n'));
  at_ += count;
}

void InputBuffer::replace_ahead(std::string bytes) {
  buffer_ = std::move(bytes);
  at_ = 0;
}

Reject InputBuffer::rejected(std::string trouble, std::string cure) const {
  return {"", origin(), std::move(trouble), std::move(cure)};
}

Reject InputBuffer::too_large() const {
  return rejected(
      "the article is larger than " + std::to_string(limits_.article_bytes_max) + " bytes",
      "one line, object or file holds one article; is a line break missing?");
}

std::optional<ReadItem> InputBuffer::end() const {
  if (!error_) return std::nullopt;
  return ReadItem(rejected(error_->trouble, error_->cure));
}

}  // namespace verbale
