// SPDX-License-Identifier: Apache-2.0
#include "formats/compression.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace verbale {
namespace {

std::string from_hex(std::string_view hex) {
  std::string bytes;
  auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  }
  return bytes;
}

// "two\n" and "members\n", each gzipped by itself.
const std::string kTwo = from_hex("1f8b08000000000002032b29cfe702007408179604000000");
const std::string kMembers = from_hex("1f8b0800000000000203cb4dcd4d4a2d2ae60200cc49901f08000000");
// "frame one\n" and "frame two\n", each a zstd frame.
const std::string kFrameOne = from_hex("28b52ffd04585100006672616d65206f6e650a86b7a61b");
const std::string kFrameTwo = from_hex("28b52ffd04585100006672616d652074776f0a624901f6");

// Everything that can be read, and the trouble after it.
struct Read {
  std::string text;
  std::string trouble;
};

Read read_all(std::string bytes, std::size_t room = 5) {
  const auto source = decompress(std::make_unique<BytesInMemory>(std::move(bytes)));
  Read read;
  std::string buffer(room, '\0');
  while (true) {
    const auto got = source->read(buffer.data(), buffer.size());
    if (!got.ok()) {
      read.trouble = got.error().trouble;
      return read;
    }
    if (got.value() == 0) return read;
    read.text.append(buffer, 0, got.value());
  }
}

TEST(Compression, LeavesPlainBytesAlone) {
  EXPECT_EQ(read_all("a plain text").text, "a plain text");
  EXPECT_EQ(read_all("").text, "");
  EXPECT_EQ(read_all("x").text, "x");
}

TEST(Compression, ReadsEveryMemberOfAGzipFile) {
  EXPECT_EQ(read_all(kTwo + kMembers).text, "two\nmembers\n");
  EXPECT_EQ(read_all(kTwo + kMembers).trouble, "");
  EXPECT_EQ(read_all(kTwo + std::string(512, '\0')).trouble, "");
}

TEST(Compression, ReadsEveryFrameOfAZstdFile) {
  const Read read = read_all(kFrameOne + kFrameTwo);
  EXPECT_EQ(read.text, "frame one\nframe two\n");
  EXPECT_EQ(read.trouble, "");
}

TEST(Compression, ReadsUpToTheBrokenPlaceThenSaysSo) {
  const Read gzip = read_all(kTwo + kMembers.substr(0, kMembers.size() - 9));
  EXPECT_TRUE(gzip.text.starts_with("two\n")) << gzip.text;
  EXPECT_EQ(gzip.trouble, "the gzip data is broken or cut off here");
  const Read zstd = read_all(kFrameOne + kFrameTwo.substr(0, kFrameTwo.size() - 6));
  EXPECT_TRUE(zstd.text.starts_with("frame one\n")) << zstd.text;
  EXPECT_EQ(zstd.trouble, "the zstd data is broken or cut off here");
  EXPECT_EQ(read_all(kTwo + "and then some").trouble, "the gzip data is broken or cut off here");
}

}  // namespace
}  // namespace verbale
