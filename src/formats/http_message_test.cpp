// SPDX-License-Identifier: Apache-2.0
#include "formats/http_message.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

constexpr std::size_t kMax = 1 << 20;

std::string from_hex(std::string_view hex) {
  std::string bytes;
  auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
  }
  return bytes;
}

std::string body(std::string headers, std::string_view bytes) {
  const auto answer =
      read_http_answer("HTTP/1.1 200 OK\r\n" + headers + "\r\n" + std::string(bytes), kMax);
  return answer.ok() ? answer.value().body : "error: " + answer.error().trouble;
}

TEST(HttpMessage, ReadsStatusTypeAndCharset) {
  const auto answer = read_http_answer(
      "HTTP/1.1 404 Not Found\r\nContent-Type: Text/HTML; charset=\"Windows-1251\"\r\n\r\nnone",
      kMax);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer.value().status, 404);
  EXPECT_EQ(answer.value().type, "text/html");
  EXPECT_EQ(answer.value().charset, "windows-1251");
  EXPECT_EQ(answer.value().body, "none");
}

TEST(HttpMessage, JoinsFoldedHeaders) {
  const HeaderLines headers("A: one\r\n two\r\nbroken\r\nB:three\r\n\r\nbody");
  EXPECT_EQ(headers.find("a"), "one two");
  EXPECT_EQ(headers.find("b"), "three");
  EXPECT_EQ(headers.find("c"), "");
  EXPECT_EQ(headers.size(), 33u);
}

TEST(HttpMessage, JoinsChunks) {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(body(chunked, "5;x=y\r\nKarsk\r\n6\r\n words\r\n0\r\n\r\n"), "Karsk words");
  EXPECT_EQ(body(chunked, "5\r\nKarsk\r\nff\r\ncut"), "Karskcut");
  // Archives keep the header of a body that they stored joined.
  EXPECT_EQ(body(chunked, "<p>Plain already.</p>"), "<p>Plain already.</p>");
}

TEST(HttpMessage, Decompresses) {
  const std::string words = "<p>Packed words.</p>";
  EXPECT_EQ(
      body("Content-Encoding: gzip\r\n",
           from_hex("1f8b0800000000000203b329b00b484cce4e4d5128cf2f4a29d6b3d12fb00300ef22655514"
                    "000000")),
      words);
  EXPECT_EQ(body("Content-Encoding: deflate\r\n",
                 from_hex("78dab329b00b484cce4e4d5128cf2f4a29d6b3d12fb0030048b406c9")),
            words);
  EXPECT_EQ(body("Content-Encoding: deflate\r\n",
                 from_hex("b329b00b484cce4e4d5128cf2f4a29d6b3d12fb00300")),
            words);
  EXPECT_EQ(body("Content-Encoding: br\r\n",
                 from_hex("8b09803c703e5061636b656420776f7264732e3c2f703e03")),
            words);
  EXPECT_EQ(body("Content-Encoding: gzip\r\n", words), words);
  EXPECT_EQ(body("Content-Encoding: br\r\n", "no brotli"),
            "error: the page's brotli data is broken");
  EXPECT_EQ(body("Content-Encoding: lzw\r\n", "x"),
            "error: the page is packed as \"lzw\", which is unknown");
}

TEST(HttpMessage, BoundsWhatIsUnpacked) {
  const auto answer = read_http_answer(
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" +
          from_hex("1f8b0800000000000203b329b00b484cce4e4d5128cf2f4a29d6b3d12fb00300ef2265551400000"
                   "0"),
      3);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().trouble, "the page is too large when unpacked");
}

}  // namespace
}  // namespace verbale
