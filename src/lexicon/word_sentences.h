// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace verbale {

class DataFiles;

// How common words are: in how many sentences of a balanced collection each stands
// (data/en/word_sentences.tsv).
struct WordSentences {
  std::size_t sentences = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> counts;  // By word_key(); rare words are absent.
};

// Errors go to `files`.
WordSentences load_word_sentences(DataFiles& files);

}  // namespace verbale
