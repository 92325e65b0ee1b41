// SPDX-License-Identifier: Apache-2.0
#include "formats/compression.h"

#include <zlib.h>
#include <zstd.h>

#include <optional>
#include <string_view>

namespace verbale {
namespace {

constexpr std::size_t kChunkBytes = 1 << 16;
constexpr int kZstdWindowLogMax = 27;

Error broken(std::string_view kind) {
  return {"", "the " + std::string(kind) + " data is broken or cut off here",
          "fetch the file again; what stands before was read"};
}

// What is read ahead of a source, so that its first bytes can be looked at.
class Ahead {
 public:
  explicit Ahead(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // The bytes not yet taken; empty only at the end of the source.
  Result<std::string_view> peek() {
    if (at_ < size_) return std::string_view(bytes_.data() + at_, size_ - at_);
    return more();
  }
  // At least `wanted` bytes, unless the source ends before.
  Result<std::string_view> peek(std::size_t wanted) {
    while (size_ - at_ < wanted && !ended_) {
      const auto got = more();
      if (!got.ok()) return got.error();
    }
    return std::string_view(bytes_.data() + at_, size_ - at_);
  }
  void take(std::size_t count) { at_ += count; }

 private:
  Result<std::string_view> more() {
    bytes_.erase(0, at_);
    size_ -= at_;
    at_ = 0;
    bytes_.resize(size_ + kChunkBytes);
    const auto got = source_->read(bytes_.data() + size_, kChunkBytes);
    if (!got.ok()) return got.error();
    ended_ = got.value() == 0;
    size_ += got.value();
    return std::string_view(bytes_.data(), size_);
  }

  std::unique_ptr<ByteSource> source_;
  std::string bytes_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  bool ended_ = false;
};

class Plain : public ByteSource {
 public:
  explicit Plain(Ahead ahead) : ahead_(std::move(ahead)) {}
  Result<std::size_t> read(char* buffer, std::size_t room) override {
    const auto bytes = ahead_.peek();
    if (!bytes.ok()) return bytes.error();
    const std::size_t got = std::min(room, bytes.value().size());
    std::memcpy(buffer, bytes.value().data(), got);
    ahead_.take(got);
    return got;
  }

 private:
  Ahead ahead_;
};

bool is_gzip(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B");
}

class Gunzip : public ByteSource {
 public:
  explicit Gunzip(Ahead ahead) : ahead_(std::move(ahead)) {
    constexpr int kGzipOnly = 16;
    VERBALE_CHECK(inflateInit2(&stream_, MAX_WBITS + kGzipOnly) == Z_OK);
  }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;
  ~Gunzip() override { inflateEnd(&stream_); }

  Result<std::size_t> read(char* buffer, std::size_t room) override {
    if (error_) return *error_;
    while (!ended_) {
      const auto bytes = ahead_.peek();
      if (!bytes.ok()) return bytes.error();
      if (bytes.value().empty()) return fail();
      const std::size_t in = std::min<std::size_t>(bytes.value().size(), kChunkBytes);
      const std::size_t out = std::min<std::size_t>(room, 1 << 30);
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.value().data()));
      stream_.avail_in = static_cast<uInt>(in);
      stream_.next_out = reinterpret_cast<Bytef*>(buffer);
      stream_.avail_out = static_cast<uInt>(out);
      const int status = inflate(&stream_, Z_NO_FLUSH);
      const std::size_t got = out - stream_.avail_out;
      ahead_.take(in - stream_.avail_in);
      if (status == Z_STREAM_END) {
        start_next_member();
      } else if (status != Z_OK) {
        error_ = broken("gzip");
        if (got == 0) return *error_;
      }
      if (got > 0) return got;
    }
    if (error_) return *error_;
    return std::size_t{0};
  }

 private:
  Result<std::size_t> fail() {
    error_ = broken("gzip");
    return *error_;
  }
  // Zeros may fill the last block of a tape; anything else after a member must be a member.
  void start_next_member() {
    while (true) {
      const auto bytes = ahead_.peek(2);
      if (!bytes.ok() || bytes.value().empty()) {
        ended_ = true;
        return;
      }
      if (bytes.value().front() != '\0') break;
      ahead_.take(1);
    }
    if (is_gzip(ahead_.peek(2).value())) {
      inflateReset(&stream_);
    } else {
      ended_ = true;
      error_ = broken("gzip");
    }
  }

  Ahead ahead_;
  z_stream stream_{};
  bool ended_ = false;
  std::optional<Error> error_;
};

bool is_zstd(std::string_view bytes) {
  if (bytes.size() < 4) return false;
  const bool skippable =
      (static_cast<unsigned char>(bytes[0]) & 0xF0) == 0x50 && bytes.substr(1, 3) == "\x2A\x4D\x18";
  return skippable || bytes.starts_with("\x28\xB5\x2F\xFD");
}

class Unzstd : public ByteSource {
 public:
  explicit Unzstd(Ahead ahead) : ahead_(std::move(ahead)), stream_(ZSTD_createDStream()) {
    VERBALE_CHECK(stream_ != nullptr);
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, kZstdWindowLogMax);
  }
  Unzstd(const Unzstd&) = delete;
  Unzstd& operator=(const Unzstd&) = delete;
  ~Unzstd() override { ZSTD_freeDStream(stream_); }

  Result<std::size_t> read(char* buffer, std::size_t room) override {
    if (error_) return *error_;
    while (true) {
      const auto bytes = ahead_.peek();
      if (!bytes.ok()) return bytes.error();
      ZSTD_inBuffer in{bytes.value().data(), bytes.value().size(), 0};
      if (in.size == 0 && between_frames_) return std::size_t{0};
      ZSTD_outBuffer out{buffer, room, 0};
      const std::size_t left = ZSTD_decompressStream(stream_, &out, &in);
      ahead_.take(in.pos);
      const bool stuck = in.size == 0 && out.pos == 0;
      if (ZSTD_isError(left) || stuck) {
        error_ = broken("zstd");
        if (out.pos == 0) return *error_;
      }
      between_frames_ = left == 0;
      if (out.pos > 0) return out.pos;
    }
  }

 private:
  Ahead ahead_;
  ZSTD_DStream* stream_;
  bool between_frames_ = false;
  std::optional<Error> error_;
};

// A source whose very first read failed.
class Failed : public ByteSource {
 public:
  explicit Failed(Error error) : error_(std::move(error)) {}
  Result<std::size_t> read(char*, std::size_t) override { return error_; }

 private:
  Error error_;
};

}  // namespace

std::unique_ptr<ByteSource> decompress(std::unique_ptr<ByteSource> source) {
  Ahead ahead(std::move(source));
  const auto start = ahead.peek(4);
  if (!start.ok()) return std::make_unique<Failed>(start.error());
  if (is_gzip(start.value())) return std::make_unique<Gunzip>(std::move(ahead));
  if (is_zstd(start.value())) return std::make_unique<Unzstd>(std::move(ahead));
  return std::make_unique<Plain>(std::move(ahead));
}

}  // namespace verbale
