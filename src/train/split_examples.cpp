// SPDX-License-Identifier: Apache-2.0
#include "train/split_examples.h"

#include <algorithm>
#include <string>

namespace verbale {
namespace {

ConlluSentence read_sentence(std::string_view line) {
  ConlluSentence sentence;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of(" |"), line.size());
    if (end > 0) {
      ConlluWord word;
      word.form = std::string(line.substr(0, end));
      word.space_after = end == line.size() || line[end] == ' ';
      sentence.words.push_back(std::move(word));
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return sentence;
}

}  // namespace

std::vector<ConlluSentence> parse_split_examples(std::string_view text) {
  std::vector<ConlluSentence> sentences;
  bool starts_paragraph = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with('#')) continue;
    ConlluSentence sentence = read_sentence(line);
    if (sentence.words.empty()) {
      starts_paragraph = true;
      continue;
    }
    sentence.starts_document = sentences.empty();
    sentence.starts_paragraph = starts_paragraph;
    starts_paragraph = false;
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

}  // namespace verbale
