// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learning/hash_values.h"
#include "learning/model_file.h"

namespace verbale {

// How a word becomes its lemma: in lower case, as written, or with a capital; without its last
// bytes; with others in their place. Removing all bytes makes a lemma of its own: "went" → "go".
struct LemmaScript {
  enum class Case : std::uint8_t { kLower, kKeep, kTitle };
  Case letters = Case::kLower;
  bool is_whole = false;    // `append` is the lemma.
  std::uint8_t remove = 0;  // Bytes at the end.
  std::string append;

  std::string apply(std::string_view word) const;
  // The script that makes `lemma` of `word`.
  static LemmaScript between(std::string_view word, std::string_view lemma);
  // One line: case, remove, append.
  std::string text() const;
  static LemmaScript from_text(std::string_view line);
};

// Lemmas by word and tag: exceptions first, then the longest ending that makes a known lemma.
class LemmaRules {
 public:
  static constexpr std::size_t kSuffixMax = 6;

  // Whether the rules in `file` were made with the hashing of this program.
  static bool can_read(const ModelFile& file);
  // Empty rules when the file has none: lemmas are then words in lower case.
  static LemmaRules load(const ModelFile& file);
  std::string lemma_of(std::string_view word, std::uint8_t tag) const;

  struct Example {
    std::string word;
    std::string lemma;
    std::uint8_t tag = 0;
  };
  // Learns from words in context and adds sections to `writer`.
  static void train(std::span<const Example> examples, ModelWriter& writer);

 private:
  std::vector<LemmaScript> scripts_;
  HashValues words_;
  HashValues endings_;
  HashValues lemmas_;  // Met in training.
};

}  // namespace verbale
