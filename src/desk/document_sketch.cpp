// SPDX-License-Identifier: Apache-2.0
#include "desk/document_sketch.h"

namespace verbale {
namespace {

constexpr std::size_t kSizeBytes = 2;

}  // namespace

DocumentSketch sketch_document(const Article& article, const std::vector<const Claim*>& claims,
                               const WordSentences& common) {
  std::string_view body = article.text;
  if (article.title_span.begin == 0) body.remove_prefix(article.title_span.end);
  return {sketch_text(article.text), story_terms(article.title, body, claims, common)};
}

std::string pack(const DocumentSketch& sketch) {
  const std::string text = pack_sketch(sketch.text);
  std::string bytes;
  for (std::size_t i = 0; i < kSizeBytes; ++i) bytes += static_cast<char>(text.size() >> (8 * i));
  return bytes + text + pack_terms(sketch.terms);
}

DocumentSketch unpack_document_sketch(std::string_view bytes) {
  if (bytes.size() < kSizeBytes) return {};
  std::size_t size = 0;
  for (std::size_t i = 0; i < kSizeBytes; ++i) {
    size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  bytes.remove_prefix(kSizeBytes);
  if (bytes.size() < size) return {};
  return {unpack_sketch(bytes.substr(0, size)), unpack_terms(bytes.substr(size))};
}

}  // namespace verbale
