// SPDX-License-Identifier: Apache-2.0
#include "formats/http_message.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/utf8.h"
#include "formats/compression.h"
#include "formats/records.h"

namespace verbale {
namespace {

constexpr std::size_t kChunkBytes = 1 << 16;

// The line that starts `text`, without its end; `size` is set to its length with it.
std::string_view line_at(std::string_view text, std::size_t& size) {
  const std::size_t end = text.find('\n');
  size = end == std::string_view::npos ? text.size() : end + 1;
  std::string_view line = text.substr(0, std::min(end, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The bytes of all chunks; nothing when the body does not start like one. A chunk that is cut off
// gives what is there.
std::optional<std::string> joined_chunks(std::string_view body) {
  std::string joined;
  bool any = false;
  while (!body.empty()) {
    std::size_t line_size = 0;
    const std::string_view line = trim(line_at(body, line_size));
    std::size_t size = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool is_size = read.ec == std::errc() && (read.ptr == line.data() + line.size() ||
                                                    *read.ptr == ';' || *read.ptr == ' ');
    if (!is_size) return any ? std::optional(joined) : std::nullopt;
    any = true;
    body.remove_prefix(line_size);
    if (size == 0) break;
    joined += body.substr(0, std::min(size, body.size()));
    body.remove_prefix(std::min(size, body.size()));
    if (body.starts_with("\r\n"))
      body.remove_prefix(2);
    else if (body.starts_with('\n'))
      body.remove_prefix(1);
  }
  return any ? std::optional(joined) : std::nullopt;
}

Error too_large() {
  return {"", "the page is too large when unpacked", ""};
}
Error broken(std::string_view coding) {
  return {"", "the page's " + std::string(coding) + " data is broken", ""};
}

// All bytes of a gzip or zstd stream.
Result<std::string> unpacked(std::string_view body, std::string_view coding,
                             std::size_t bytes_max) {
  const auto source = decompress(std::make_unique<BytesInMemory>(std::string(body)));
  std::string out;
  while (out.size() <= bytes_max) {
    const std::size_t size = out.size();
    out.resize(size + kChunkBytes);
    const auto got = source->read(out.data() + size, kChunkBytes);
    out.resize(size + (got.ok() ? got.value() : 0));
    if (!got.ok() && out.empty()) return broken(coding);
    if (!got.ok() || got.value() == 0) return out;
  }
  return too_large();
}

// "deflate" is a zlib stream by the book, and a bare one by many servers.
Result<std::string> inflated(std::string_view body, std::size_t bytes_max) {
  for (const int window : {MAX_WBITS, -MAX_WBITS}) {
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK) return broken("deflate");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(body.size(), 1u << 30));
    std::string out;
    int status = Z_OK;
    while (status == Z_OK && out.size() <= bytes_max) {
      const std::size_t size = out.size();
      out.resize(size + kChunkBytes);
      stream.next_out = reinterpret_cast<Bytef*>(out.data() + size);
      stream.avail_out = static_cast<uInt>(kChunkBytes);
      status = inflate(&stream, Z_NO_FLUSH);
      out.resize(size + kChunkBytes - stream.avail_out);
    }
    inflateEnd(&stream);
    if (out.size() > bytes_max) return too_large();
    if (!out.empty()) return out;
  }
  return broken("deflate");
}

Result<std::string> unbrotlied(std::string_view body, std::size_t bytes_max) {
  BrotliDecoderState* state = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  if (state == nullptr) return broken("brotli");
  std::string out;
  std::size_t in_left = body.size();
  auto in = reinterpret_cast<const std::uint8_t*>(body.data());
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() <= bytes_max) {
    const std::size_t size = out.size();
    out.resize(size + kChunkBytes);
    std::size_t room = kChunkBytes;
    auto to = reinterpret_cast<std::uint8_t*>(out.data() + size);
    result = BrotliDecoderDecompressStream(state, &in_left, &in, &room, &to, nullptr);
    out.resize(size + kChunkBytes - room);
  }
  BrotliDecoderDestroyInstance(state);
  if (out.size() > bytes_max) return too_large();
  if (out.empty()) return broken("brotli");
  return out;
}

bool is_gzip(std::string_view body) {
  return body.starts_with("\x1F\x8B");
}
bool is_zstd(std::string_view body) {
  return body.starts_with("\x28\xB5\x2F\xFD");
}

// A body as its coding says, or as it looks where that says nothing of use.
Result<std::string> decoded_body(std::string body, std::string_view coding, std::size_t bytes_max) {
  if (is_gzip(body)) return unpacked(body, "gzip", bytes_max);
  if (is_zstd(body)) return unpacked(body, "zstd", bytes_max);
  const bool looks_plain = trim(std::string_view(body)).starts_with('<');
  if (coding.empty() || looks_plain || body.empty()) return body;
  if (coding == "br") return unbrotlied(body, bytes_max);
  if (coding == "deflate") return inflated(body, bytes_max);
  const bool is_stored_plain = coding == "gzip" || coding == "x-gzip" || coding == "zstd" ||
                               coding == "identity" || coding == "none";
  if (is_stored_plain) return body;
  return Error{"", "the page is packed as \"" + std::string(coding) + "\", which is unknown", ""};
}

}  // namespace

HeaderLines::HeaderLines(std::string_view lines) {
  while (size_ < lines.size()) {
    std::size_t line_size = 0;
    const std::string_view line = line_at(lines.substr(size_), line_size);
    size_ += line_size;
    if (line.empty()) return;
    const bool is_folded = line.front() == ' ' || line.front() == '\t';
    if (is_folded && !headers_.empty()) {
      headers_.back().second += ' ';
      headers_.back().second += trim(line);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    std::string name(trim(line.substr(0, colon)));
    for (char& c : name) {
      if (is_ascii_upper(c)) c = static_cast<char>(c + 32);
    }
    headers_.emplace_back(std::move(name), trim(line.substr(colon + 1)));
  }
}

std::string_view HeaderLines::find(std::string_view name) const {
  for (const auto& [known, value] : headers_) {
    const bool is_same = std::equal(
        known.begin(), known.end(), name.begin(), name.end(),
        [](char a, char b) { return a == (is_ascii_upper(b) ? static_cast<char>(b + 32) : b); });
    if (is_same) return value;
  }
  return {};
}

Result<HttpAnswer> read_http_answer(std::string_view message, std::size_t bytes_max) {
  HttpAnswer answer;
  std::size_t first_size = 0;
  const std::string_view first = line_at(message, first_size);
  if (!first.starts_with("HTTP/")) {
    answer.body = message;
    return answer;
  }
  const std::size_t space = std::min(first.find(' '), first.size());
  const std::string_view code = trim(first.substr(space));
  std::from_chars(code.data(), code.data() + code.size(), answer.status);
  const HeaderLines headers(message.substr(first_size));
  const std::string type = lower_case(repair_utf8(headers.find("content-type")));
  answer.type = std::string(trim(std::string_view(type).substr(0, type.find(';'))));
  const std::size_t charset = type.find("charset=");
  if (charset != std::string::npos) {
    const std::string_view named = std::string_view(type).substr(charset + 8);
    answer.charset = std::string(trim(named.substr(0, named.find_first_of("; \t"))));
    std::erase_if(answer.charset, [](char c) { return c == '"' || c == '\''; });
  }
  std::string body(message.substr(first_size + headers.size()));
  if (lower_case(repair_utf8(headers.find("transfer-encoding"))).find("chunked") !=
      std::string::npos) {
    if (auto joined = joined_chunks(body)) body = std::move(*joined);
  }
  auto decoded = decoded_body(
      std::move(body), lower_case(repair_utf8(trim(headers.find("content-encoding")))), bytes_max);
  if (!decoded.ok()) return decoded.error();
  answer.body = decoded.take();
  return answer;
}

}  // namespace verbale
